import type { Report } from '../../model/report.ts';

/** A row of the tidy CSV: the share of each group, and the difference with its interval. */
export interface LinkRow {
  readonly by: string;
  readonly group: string;
  readonly kpi: string;
  readonly aggregate: 'rate' | 'difference';
  readonly unit: 'ratio';
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: string | null;
  readonly reason: string | null;
}

/** `by` is `link:answered-in-time`, `kpi` the outcome. */
export function linkRows({ link }: Report): LinkRow[] {
  return (link?.comparisons ?? []).flatMap(({ id, groups, outcomes }) =>
    outcomes.flatMap((outcome): LinkRow[] => {
      const base = { by: `link:${id}`, kpi: outcome.id, unit: 'ratio' as const };
      const shares = outcome.groups.map((share, at): LinkRow => ({
        ...base,
        group: groups[at]!,
        aggregate: 'rate',
        value: share.rate,
        n: share.of,
        low: null,
        high: null,
        verdict: null,
        reason: share.rate === null ? (share.pending > 0 ? 'window-not-elapsed' : 'no-data') : null,
      }));
      const { difference, verdict } = outcome;
      if (difference === null) return shares;
      return [
        ...shares,
        {
          ...base,
          group: `${groups[0]} - ${groups[1]}`,
          aggregate: 'difference',
          value: difference.value,
          n: outcome.groups[0].of + outcome.groups[1].of,
          low: difference.low,
          high: difference.high,
          verdict,
          reason: null,
        },
      ];
    }),
  );
}
