import type { KpiResult } from '../model/report.ts';

/** A KPI as it stands in every row; KPIs of one id and two clocks are two columns. */
export interface KpiColumn {
  readonly sample: KpiResult;
  readonly in: (kpis: readonly KpiResult[]) => KpiResult | undefined;
}

/** More groups than this are counted, not shown: the JSON has all. */
export const GROUPS_SHOWN = 20;

/** The KPIs that have a value in some row, in the report's order. */
export function kpiColumns(rows: readonly { readonly kpis: readonly KpiResult[] }[]): readonly KpiColumn[] {
  const columns = new Map<string, KpiColumn | null>();
  for (const { kpis } of rows) {
    for (const sample of kpis) {
      const key = columnKey(sample);
      if (sample.value !== null && !columns.get(key))
        columns.set(key, { sample, in: (list) => list.find((kpi) => columnKey(kpi) === key) });
      // Keeps the report's place of a KPI that only later rows have a value for.
      else if (!columns.has(key)) columns.set(key, null);
    }
  }
  return [...columns.values()].filter((column) => column !== null);
}

/**
 * The `most` columns that tell most about a row, in the given order: one of each unit comes before the second of any, because a time,
 * a rate, a volume and a score side by side say more than four times do. That of the KPI `first` is always among them.
 */
export function mostTelling(columns: readonly KpiColumn[], most: number, first?: string): readonly KpiColumn[] {
  if (columns.length <= most) return columns;
  const seen = new Map<string, number>();
  const ranked = columns.map((column) => {
    const { unit, id } = column.sample;
    const turn = seen.get(unit) ?? 0;
    seen.set(unit, turn + 1);
    return { column, turn: id === first ? -1 : turn };
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
