import { bytesByRow } from '../../lib/by-row.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, flags } from './columns.ts';
import { DISPOSABLE_DOMAINS } from './disposable-domains.ts';
import { isNeverActive } from './never-active.ts';
import { people, personOf } from './people.ts';
import { signupBursts } from './signup-bursts.ts';

/** Why a user is taken for a fake one, each rule by itself: one byte a person. Only rules that the data can answer are there. */
export interface FakeUsers {
  readonly rules: readonly { readonly name: string; readonly of: Uint8Array }[];
  /** Any rule. */
  readonly any: Uint8Array;
  /** Any rule but "never active": for KPIs of activity, which would otherwise leave out just those whom they have to count. */
  readonly apartFromActivity: Uint8Array;
}

/** Flag, disposable and internal mail domains, never active, signup bursts (kpis.md, fake-user-share). Nobody is removed: KPIs show both. */
export function fakeUsers(context: KpiContext): FakeUsers {
  return context.memo('fake users', () => {
    const flag = flags(context, 'customers', 'fake');
    const domains = mailDomains(context);
    const never = isNeverActive(context);
    const bursts = signupBursts(context);
    const internal = new Set(context.settings.fakeUsers.internal.map((domain) => domain.toLowerCase()));
    const disposable = new Set([...DISPOSABLE_DOMAINS, ...context.settings.fakeUsers.domains.map((domain) => domain.toLowerCase())]);
    const rules = [
      ...(flag ? [rule(context, 'flagged', (person) => flag[person] === 1)] : []),
      ...(domains
        ? [
            rule(context, 'disposable mail', (person) => isWithin(domains(person), disposable)),
            rule(context, 'internal', (person) => isWithin(domains(person), internal)),
          ]
        : []),
      ...(never ? [rule(context, 'never active', never)] : []),
      ...(bursts ? [rule(context, 'signup burst', bursts)] : []),
    ];
    return {
      rules,
      any: union(context, rules),
      apartFromActivity: union(
        context,
        rules.filter(({ name }) => name !== 'never active'),
      ),
    };
  });
}

/** The `fake` rows of a measure over people; nothing where no rule finds anyone. */
export function fakePeople(context: KpiContext, { activity = false } = {}): { readonly fake?: Uint8Array } {
  const found = fakeUsers(context);
  const fake = activity ? found.apartFromActivity : found.any;
  return fake.includes(1) ? { fake } : {};
}

/** The same for the rows of a table that are each about a person. */
export function fakeRows(
  context: KpiContext,
  table: 'tickets' | 'subscriptions' | 'events' | 'surveys' | 'customers',
  { activity = false } = {},
): { readonly fake?: Uint8Array } {
  return context.memo(`fake rows of ${table}${activity ? ' apart from activity' : ''}`, () => {
    const { fake } = fakePeople(context, { activity });
    if (!fake) return {};
    const subjects = personOf(context, table);
    const rows = new Uint8Array(subjects.length);
    for (let row = 0; row < rows.length; row++) if (subjects[row]! >= 0) rows[row] = fake[subjects[row]!]!;
    return { fake: rows };
  });
}

function rule(context: KpiContext, name: string, matches: (person: number) => boolean): FakeUsers['rules'][number] {
  return { name, of: bytesByRow(people(context).count, (person) => (matches(person) ? 1 : 0)) };
}

function union(context: KpiContext, rules: FakeUsers['rules']): Uint8Array {
  const any = new Uint8Array(people(context).count);
  for (const { of } of rules) for (let person = 0; person < any.length; person++) if (of[person] === 1) any[person] = 1;
  return any;
}

function mailDomains(context: KpiContext): ((person: number) => string) | undefined {
  const mails = codes(context, 'customers', 'email');
  if (!mails) return undefined;
  const domains = mails.values.map((mail) =>
    mail
      .slice(mail.lastIndexOf('@') + 1)
      .trim()
      .toLowerCase(),
  );
  return (person) => (person < mails.codes.length ? domains[mails.codes[person]!]! : '');
}

/** The domain itself or one below it. */
function isWithin(domain: string, list: ReadonlySet<string>): boolean {
  for (let rest = domain; rest !== '';) {
    if (list.has(rest)) return true;
    const dot = rest.indexOf('.');
    rest = dot === -1 ? '' : rest.slice(dot + 1);
  }
  return false;
}
