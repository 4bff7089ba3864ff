import { formatNumber, formatRatio } from '../../lib/text/format-number.ts';
import type { KpiResult, Report } from '../../model/report.ts';
import { instantText } from '../period-text.ts';
import { plural, reasonText } from '../words.ts';

/** As of when, how many customers, and who is not among them. */
export function populationPieces({ segmentation, timeZone }: Report): string[] {
  if (segmentation === undefined) return [];
  const { at, customers, former, filtered } = segmentation;
  return [
    at === '' ? timeZone : `as of ${instantText(at, timeZone)} (${timeZone})`,
    `${formatNumber(customers)} ${plural(customers, 'customer')}`,
    ...(filtered > 0 ? [`${formatNumber(filtered)} others left out by --where`] : []),
    ...(former > 0 ? [`${formatNumber(former)} who left more than 3 months before not counted`] : []),
  ];
}

/** `Won back: 31.2% (25 of 80 negative on 2025-10-08, 3 months later; 95% interval 22.1% to 42.0%)`. */
export function rateLine(kpi: KpiResult, { period, timeZone }: Pick<Report, 'period' | 'timeZone'>): string {
  const [hits = 0, of = 0] = Object.values(kpi.counts);
  const [group = ''] = Object.keys(kpi.counts).slice(1);
  const months = kpi.id === 'win-back-rate' ? 3 : 6;
  const { start } = kpi.period ?? period;
  const when = start === null ? 'when the period began' : `on ${instantText(start, timeZone).slice(0, 10)}`;
  if (kpi.value === null) {
    const waiting = kpi.counts['pending'] ?? 0;
    if (waiting > 0)
      return `${kpi.title}: ${formatNumber(waiting)} ${group} ${when} ${plural(waiting, 'waits', 'wait')} for ${months} months to pass.`;
    return `${kpi.title}: ${kpi.reason === 'no-data' ? `nobody was ${group === '' ? 'there' : group} ${when}` : reasonText(kpi)}.`;
  }
  const interval = kpi.interval === null ? '' : `; 95% interval ${formatRatio(kpi.interval.low)} to ${formatRatio(kpi.interval.high)}`;
  return `${kpi.title}: ${formatRatio(kpi.value)} (${formatNumber(hits)} of ${formatNumber(of)} ${group} ${when}, ${months} months later${interval}).`;
}
