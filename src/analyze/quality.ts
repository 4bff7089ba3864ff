import type { KpiResult } from '../model/report.ts';
import type { Warning } from '../model/warning.ts';
import type { TimeFrame } from './time-frame.ts';

/** Fewer answers than this share of those asked say little about the others. */
const LOW_RESPONSE = 0.1;

/** What only the report can know about its numbers: periods that are not over, ratings that few gave. */
export function qualityWarnings({ frame, kpis }: { readonly frame: TimeFrame; readonly kpis: readonly KpiResult[] }): Warning[] {
  const warnings: Warning[] = [];
  for (const period of [frame.period, frame.previous]) {
    if (period && !frame.isComplete(period)) {
      warnings.push({ code: 'partial-period', message: `${period.label} is not over in the data: it is shown, but not compared.`, count: 1 });
    }
  }
  const response = kpis.find(({ id }) => id === 'csat-response-rate');
  if (response && response.value !== null && response.value < LOW_RESPONSE) {
    warnings.push({ code: 'low-response-rate', message: `Only ${(response.value * 100).toFixed(1)} % of those asked for a rating gave one: satisfaction speaks for few.`, count: response.n });
  }
  return warnings;
}
