import type { Breakdown, KpiResult } from '../model/report.ts';

/** A KPI as it stands in every group; KPIs of one id and two clocks are two columns. */
export interface BreakdownColumn {
  readonly sample: KpiResult;
  readonly in: (kpis: readonly KpiResult[]) => KpiResult | undefined;
}

/** More groups than this are counted, not shown: the JSON has all. */
export const GROUPS_SHOWN = 20;

/**
 * The KPIs that have a value in some group, in the report's order. Where only `most` of them have room, one of each unit comes before the second of any:
 * a time, a rate, a volume and a score side by side say more about a group than four times do.
 */
export function breakdownColumns(breakdown: Breakdown, most = Infinity): readonly BreakdownColumn[] {
  const columns = new Map<string, BreakdownColumn>();
  for (const { kpis } of breakdown.groups) {
    for (const sample of kpis) {
      const key = columnKey(sample);
      if (sample.value !== null && !columns.has(key)) columns.set(key, { sample, in: (list) => list.find((kpi) => columnKey(kpi) === key) });
    }
  }
  const order = new Map<string, number>();
  for (const { kpis } of breakdown.groups) for (const kpi of kpis) if (!order.has(columnKey(kpi))) order.set(columnKey(kpi), order.size);
  const place = (column: BreakdownColumn): number => order.get(columnKey(column.sample)) ?? 0;
  const all = [...columns.values()].sort((a, b) => place(a) - place(b));
  if (all.length <= most) return all;
  const seen = new Map<string, number>();
  const ranked = all.map((column) => {
    const turn = seen.get(column.sample.unit) ?? 0;
    seen.set(column.sample.unit, turn + 1);
    return { column, turn };
  });
  const chosen = new Set(ranked.sort((a, b) => a.turn - b.turn || place(a.column) - place(b.column)).slice(0, most).map(({ column }) => column));
  return all.filter((column) => chosen.has(column));
}

function columnKey(kpi: KpiResult): string {
  return `${kpi.id} ${kpi.clock ?? ''}`;
}

/** The largest n of a group's shown KPIs: how many rows stand behind it at most. */
export function groupSize(kpis: readonly KpiResult[]): number {
  return Math.max(0, ...kpis.map((kpi) => kpi.n));
}
