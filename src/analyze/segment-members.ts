import type { KpiContext } from '../kpis/define-kpi.ts';
import { fakeUsers } from '../kpis/facts/fake-users.ts';
import { personNames } from '../kpis/facts/customers/person-rows.ts';
import { column } from '../model/dataset.ts';
import { CUSTOMER_FACT_NAMES, CUSTOMER_FACTS, VECTORS } from '../model/customer-facts.ts';
import type { Column } from '../model/columns.ts';
import type { SegmentMember } from '../model/segment-report.ts';
import { ruleText } from '../segments/vectors/classify.ts';
import type { CustomersInVectors } from './customer-view.ts';

/** What nobody asked to see. */
const PERSONAL: ReadonlySet<string> = new Set(['email', 'name', 'organization', 'id', 'customerKey']);
/** What tells more about a fact than the fact. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  onboarding: ['tenureDays'],
  lastRating: ['lastRatingAt'],
  usageChange: ['usage', 'usageBefore'],
  repeatProblem: ['openTickets'],
};

export interface MemberList {
  readonly members: readonly SegmentMember[];
  /** Customers who are known by an e-mail address only. */
  readonly hidden: number;
}

/** The customers of a segment with what put them there, those who pay most first. An e-mail address is an id only where `emails` says so. */
export function membersOf(
  context: KpiContext,
  customers: CustomersInVectors,
  { rows, emails }: { readonly rows: readonly number[]; readonly emails: boolean },
): MemberList {
  const names = personNames(context);
  const { customers: table } = customers.view.dataset.tables;
  const [plans, mrr] = [column(table, 'plan', 'code'), column(table, 'mrr', 'number')];
  const fake = fakeUsers(context).any;
  const shown = rows.filter((row) => names[row] !== '' && (emails || !names[row]!.includes('@')));
  const members = shown.map((row): SegmentMember => {
    return {
      id: names[row]!,
      vector: VECTORS[customers.vector[row]!]!,
      rule: ruleText(customers.rules, customers, row),
      facts: factsOf(customers, row),
      plan: plans?.values[plans.codes[row]!] || null,
      mrr: mrr === undefined || Number.isNaN(mrr.values[row]!) ? null : mrr.values[row]!,
      fake: fake[row] === 1,
    };
  });
  const places = new Map(customers.rules.map(({ text }, place) => [text, place]));
  const placeOf = ({ rule }: SegmentMember): number => places.get(rule) ?? Number.MAX_SAFE_INTEGER;
  members.sort((a, b) => (b.mrr ?? 0) - (a.mrr ?? 0) || placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return { members, hidden: rows.length - shown.length };
}

function factsOf({ rules, rule, view }: CustomersInVectors, row: number): SegmentMember['facts'] {
  const asked = rules[rule[row]!]?.fields ?? CUSTOMER_FACT_NAMES.filter((name) => CUSTOMER_FACTS[name].evidence);
  const facts: Record<string, string | number | boolean> = {};
  const add = (name: string): boolean => {
    const found = PERSONAL.has(name) ? undefined : view.dataset.tables.customers.columns.get(name);
    const value = found === undefined ? null : valueAt(found, row);
    if (value !== null) facts[name] = value;
    return value !== null;
  };
  for (const field of asked) {
    const name = field.replace(/^customers\./, '');
    if (add(name)) for (const beside of BESIDE[name] ?? []) add(beside);
  }
  return facts;
}

function valueAt(column: Column, row: number): string | number | boolean | null {
  switch (column.type) {
    case 'number':
      return Number.isFinite(column.values[row]!) ? rounded(column.values[row]!) : null;
    case 'time':
      return Number.isFinite(column.values[row]!) ? new Date(column.values[row]!).toISOString() : null;
    case 'flag':
      return column.values[row] === 2 ? null : column.values[row] === 1;
    case 'code':
      return column.codes[row] === 0 ? null : column.values[column.codes[row]!]!;
    case 'codes':
    case 'link':
      return null;
  }
}

/** A share such as -0.6666666666666667 is no more exact than -0.6667. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toFixed(4));
}
