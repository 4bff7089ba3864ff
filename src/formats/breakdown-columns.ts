import type { Breakdown, KpiResult } from '../model/report.ts';

/** A KPI as it stands in every group; KPIs of one id and two clocks are two columns. */
export interface BreakdownColumn {
  readonly sample: KpiResult;
  readonly in: (kpis: readonly KpiResult[]) => KpiResult | undefined;
}

/** More groups than this are counted, not shown: the JSON has all. */
export const GROUPS_SHOWN = 20;

/** The KPIs that have a value in some group, in the report's order. */
export function breakdownColumns(breakdown: Breakdown): readonly BreakdownColumn[] {
  const columns = new Map<string, BreakdownColumn | null>();
  for (const { kpis } of breakdown.groups) {
    for (const sample of kpis) {
      const key = columnKey(sample);
      if (sample.value !== null && !columns.get(key))
        columns.set(key, { sample, in: (list) => list.find((kpi) => kpi.id === sample.id && kpi.clock === sample.clock) });
      // Keeps the report's place of a KPI that only later groups have a value for.
      else if (!columns.has(key)) columns.set(key, null);
    }
  }
  return [...columns.values()].filter((column) => column !== null);
}

/**
 * The `most` columns that tell most about a group, in the given order: one of each unit comes before the second of any, because a time,
 * a rate, a volume and a score side by side say more than four times do.
 */
export function mostTelling(columns: readonly BreakdownColumn[], most: number): readonly BreakdownColumn[] {
  if (columns.length <= most) return columns;
  const seen = new Map<string, number>();
  const ranked = columns.map((column) => {
    const turn = seen.get(column.sample.unit) ?? 0;
    seen.set(column.sample.unit, turn + 1);
    return { column, turn };
  });
  // Sorting is stable: within a turn the report's order stands.
  const chosen = new Set(
    ranked
      .sort((a, b) => a.turn - b.turn)
      .slice(0, most)
      .map(({ column }) => column),
  );
  return columns.filter((column) => chosen.has(column));
}

function columnKey(kpi: KpiResult): string {
  return `${kpi.id} ${kpi.clock ?? ''}`;
}
