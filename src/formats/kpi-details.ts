import { formatNumber } from '../lib/text/format-number.ts';
import type { KpiResult, Report } from '../model/report.ts';
import { changeText } from './change-text.ts';
import type { Glyphs } from './glyphs.ts';
import { instantText, labelledDays } from './period-text.ts';
import { inline, intervalText, p90Text, type Facet } from './table-facets.ts';
import { clockText, countText } from './words.ts';

export interface DetailOptions {
  readonly report: Report;
  readonly kpi: KpiResult;
  /** What has a column of its own and is not said again. */
  readonly shown: ReadonlySet<Facet['id']>;
  readonly glyphs: Glyphs;
}

/** What stands below a KPI's line, the most important first: which aggregate and variant, what found no column, what it was counted from. */
export function kpiDetails({ report, kpi, shown, glyphs }: DetailOptions): string[] {
  const p90 = p90Text(kpi);
  const interval = intervalText(kpi);
  const change = changeText(kpi, glyphs);
  const signals = kpi.limits?.signals ?? [];
  const pieces = [
    shown.has('change') || change === null ? null : `${inline(change)}${report.previous === null ? '' : ` vs ${report.previous.label}`}`,
    shown.has('n') ? null : `n ${formatNumber(kpi.n)}`,
    clockText(kpi.clock),
    namesItsAggregate(kpi) ? kpi.aggregate : null,
    kpi.variant,
    kpi.period === null ? null : `for ${labelledDays(kpi.period, report.timeZone)}`,
    shown.has('p90') || p90 === null ? null : `p90 ${p90}`,
    shown.has('interval') || interval === null ? null : `${formatNumber(100 * (kpi.interval?.level ?? 0.95))}% interval ${interval}`,
    signals.length === 0 ? null : `unusual: ${signalsText(signals, report.timeZone)}`,
    countsText(kpi),
  ];
  return pieces.filter((piece) => piece !== null && piece !== '').map(String);
}

/** More of them are counted: the series has them all. */
const SIGNALS_SHOWN = 3;

/** The last ones, which something can still be done about: `2025-08-04, 2025-08-11 and 5 before`. */
function signalsText(signals: readonly string[], timeZone: string): string {
  const before = signals.length > SIGNALS_SHOWN ? signals.length - SIGNALS_SHOWN + 1 : 0;
  const last = signals.slice(before).map((start) => instantText(start, timeZone));
  return before === 0 ? last.join(', ') : `${last.join(', ')} and ${formatNumber(before)} before`;
}

/** Of a rate, a count or a mix there is only one; of a duration it matters which. */
export function namesItsAggregate(kpi: KpiResult): boolean {
  return kpi.value !== null && (kpi.stats !== null || kpi.unit === 'seconds' || /^(?:mean|median|p\d+)$/.test(kpi.aggregate));
}

/** `1,000 received, 970 answered`; a count that says the value or n once more is left out. */
function countsText(kpi: KpiResult): string | null {
  const said = (count: number): boolean => count === kpi.n || (kpi.unit === 'count' && count === kpi.value);
  const counts = Object.entries(kpi.counts).filter(([, count]) => count !== 0);
  if (counts.every(([, count]) => said(count))) return null;
  return counts.map(([name, count]) => countText(name, formatNumber(count))).join(', ');
}
