import type { KpiResult } from '../model/report.ts';
import { valueText } from './value-text.ts';

/** One bucket of a distribution as all formats tell it. */
export interface DistributionStep {
  /** `up to 1 h`, `over 48 h`; the currency in it is text from the data. */
  readonly label: string;
  readonly count: number;
  /** 0–1, of all values. */
  readonly share: number;
  /** The middle values that lie in it. */
  readonly marks: readonly ('median' | 'p90')[];
}

/** Buckets in ascending order; none where the KPI has no distribution or no values. */
export function distributionSteps(kpi: KpiResult): readonly DistributionStep[] {
  const steps = kpi.distribution ?? [];
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const placeOf = (value: number | undefined): number =>
    value === undefined ? -1 : steps.findIndex(({ upTo }) => upTo === null || value <= upTo);
  const median = placeOf(kpi.stats?.median);
  const p90 = placeOf(kpi.stats?.p90);
  return steps.map(({ upTo, count }, at) => ({
    label: labelOf(kpi, upTo, steps[at - 1]?.upTo),
    count,
    share: count / total,
    marks: [...(at === median ? (['median'] as const) : []), ...(at === p90 ? (['p90'] as const) : [])],
  }));
}

function labelOf(kpi: KpiResult, upTo: number | null, before: number | null | undefined): string {
  if (upTo !== null) return `up to ${bound(kpi, upTo)}`;
  return before === undefined || before === null ? 'any' : `over ${bound(kpi, before)}`;
}

/** Buckets of hours are known by their hours: `48 h`, not `2 d`. */
function bound(kpi: KpiResult, value: number): string {
  return kpi.unit === 'seconds' && value % 3600 === 0 && value <= 172_800 ? `${value / 3600} h` : valueText(kpi, value);
}
