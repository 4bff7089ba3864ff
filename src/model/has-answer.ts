import type { KpiResult } from './report.ts';

/** A KPI that has something to show: a value or the parts of a mix. */
export function hasAnswer(kpi: Pick<KpiResult, 'value' | 'parts'>): boolean {
  return kpi.value !== null || (kpi.parts ?? []).some((part) => part.value !== null);
}
