import type { KpiContext } from '../kpis/define-kpi.ts';
import { fakeUsers } from '../kpis/facts/fake-users.ts';
import { VECTORS } from '../model/customer-facts.ts';
import type { SegmentResult } from '../model/segment-report.ts';
import { ruleText } from '../segments/vectors/classify.ts';
import { ownSegments, type OwnSegment } from '../segments/vectors/own-segments.ts';
import { customerView, type CustomersInVectors } from './customer-view.ts';

/** A segment and whom it holds, as rows of the view. */
export interface Segmented {
  readonly result: SegmentResult;
  readonly rows: readonly number[];
}

/** The vectors in their order, then the segments of the config, over the chosen customers. */
export function segmentResults(context: KpiContext, now: CustomersInVectors, rows: readonly number[]): readonly Segmented[] {
  const fake = fakeUsers(context).any;
  const view = { ...now.view, dataset: customerView(context, now.at) };
  const resultOf = (
    part: Pick<SegmentResult, 'key' | 'kind' | 'rule'>,
    members: readonly number[] | null,
    rest: Partial<SegmentResult> = {},
  ): Segmented => ({
    rows: members ?? [],
    result: {
      ...part,
      customers: members?.length ?? null,
      share: members === null || rows.length === 0 ? null : members.length / rows.length,
      fake: (members ?? []).reduce((sum, row) => sum + fake[row]!, 0),
      missing: [],
      rules: [],
      ...rest,
    },
  });
  const vectors = VECTORS.map((key, place) => {
    const members = rows.filter((row) => now.vector[row] === place);
    const rule = now.rules.filter(({ vector }) => vector === key).map(({ text }) => text);
    return resultOf({ key, kind: 'vector', rule: rule.join('; ') || ruleOfRest(key) }, members, { rules: countRules(now, members) });
  });
  const own = ownSegments(context.settings.segments, view).list.map((segment) => {
    const { members, name, rule } = segment;
    const missing = members === null ? missingFields(segment, now) : [];
    return resultOf({ key: name, kind: 'segment', rule }, members === null ? null : rows.filter((row) => members[row] === 1), { missing });
  });
  return [...vectors, ...own];
}

function ruleOfRest(key: string): string {
  return key === 'neutral' ? 'every other customer of whom something is known' : 'no rule had data';
}

function missingFields({ fields }: OwnSegment, now: CustomersInVectors): readonly string[] {
  return fields.filter((field) => !now.view.dataset.tables.customers.columns.has(field));
}

function countRules(now: CustomersInVectors, members: readonly number[]): SegmentResult['rules'] {
  const counts = new Map<string, number>();
  for (const row of members) {
    const rule = ruleText(now.rules, now, row);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return [...counts]
    .map(([rule, customers]) => ({ rule, customers }))
    .sort((a, b) => b.customers - a.customers || (a.rule < b.rule ? -1 : 1));
}
