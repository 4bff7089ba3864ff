import { formatNumber } from '../lib/text/format-number.ts';
import { forMarkdown } from '../lib/text/sanitize.ts';
import { sparkline } from '../lib/text/sparkline.ts';
import type { KpiResult, Part, Report } from '../model/report.ts';
import { changeText } from './change-text.ts';
import { glyphsFor } from './glyphs.ts';
import type { Align } from './grid.ts';
import { namesItsAggregate } from './kpi-details.ts';
import { markdownTable } from './markdown-table.ts';
import { labelledDays } from './period-text.ts';
import { boundText, partUnit, valueText } from './value-text.ts';
import { kpiName, partText } from './words.ts';

const PARTS_SHOWN = 10;
const GLYPHS = glyphsFor(true);

type Measured = Pick<KpiResult, 'unit' | 'currency'>;

interface Column {
  readonly head: string;
  readonly align: Align;
  readonly cell: (kpi: KpiResult) => string;
  readonly part?: (part: Part, kpi: KpiResult) => string;
}

/** The KPIs of one family with a row each, and one for each of their largest parts. */
export function markdownKpis(report: Report, kpis: readonly KpiResult[]): string {
  const columns = columnsOf(report, kpis);
  const rows = kpis.flatMap((kpi) => {
    const parts = kpi.parts ?? [];
    const shown = parts.slice(0, PARTS_SHOWN).map((part) => columns.map((column) => column.part?.(part, kpi) ?? ''));
    const more = columns.map((_, at) => (at === 0 ? `↳ and ${formatNumber(parts.length - PARTS_SHOWN)} more` : ''));
    return [columns.map((column) => column.cell(kpi)), ...shown, ...(parts.length > PARTS_SHOWN ? [more] : [])];
  });
  return markdownTable({ head: columns.map(({ head }) => head), aligns: columns.map(({ align }) => align), rows });
}

function columnsOf(report: Report, kpis: readonly KpiResult[]): readonly Column[] {
  const level = kpis.find((kpi) => kpi.interval !== null)?.interval?.level ?? 0.95;
  const compared = kpis.some((kpi) => kpi.previous !== null || kpi.change !== null);
  const before = report.previous === null ? 'Previous' : forMarkdown(report.previous.label);
  const always: readonly Column[] = [
    { head: 'KPI', align: 'left', cell: (kpi) => nameCell(kpi, report), part: (part) => `↳ ${forMarkdown(partText(part))}` },
    { head: 'Value', align: 'right', cell: valueCell, part: partCell },
    { head: `${formatNumber(100 * level)}% interval`, align: 'left', cell: intervalCell },
    { head: 'n', align: 'right', cell: (kpi) => formatNumber(kpi.n), part: (part) => formatNumber(part.n) },
  ];
  const change: readonly Column[] = [
    { head: 'Change', align: 'left', cell: changeCell },
    {
      head: before,
      align: 'right',
      cell: ({ previous, ...kpi }) => (previous === null || previous.value === null ? '' : markdownValue(kpi, previous.value)),
    },
  ];
  const trend: Column = { head: 'Trend', align: 'left', cell: trendCell };
  return [...always, ...(compared ? change : []), ...(kpis.some((kpi) => kpi.series.length > 0) ? [trend] : [])];
}

/** A value in its unit. */
export function markdownValue(kpi: Measured, value: number): string {
  return valueText(withSafeCurrency(kpi), value);
}

/** The currency is text from the data. */
function withSafeCurrency({ unit, currency }: Measured): Measured {
  return currency === undefined ? { unit } : { unit, currency: forMarkdown(currency) };
}

function nameCell(kpi: KpiResult, report: Report): string {
  const period = kpi.period === null ? '' : `for ${labelledDays(kpi.period, report.timeZone)}`;
  const told = [kpiName(kpi), namesItsAggregate(kpi) ? kpi.aggregate : '', kpi.variant ?? '', period];
  return told
    .filter((part) => part !== '')
    .map(forMarkdown)
    .join(', ');
}

function valueCell(kpi: KpiResult): string {
  if (kpi.value === null) return '';
  const value = `**${markdownValue(kpi, kpi.value)}**`;
  return kpi.stats === null || kpi.aggregate === 'p90' ? value : `${value}, p90 ${markdownValue(kpi, kpi.stats.p90)}`;
}

function partCell(part: Part, kpi: KpiResult): string {
  return part.value === null ? GLYPHS.nothing : markdownValue({ ...kpi, unit: partUnit(kpi) }, part.value);
}

function intervalCell(kpi: KpiResult): string {
  const { value, interval } = kpi;
  if (value === null || interval === null) return '';
  const safe = withSafeCurrency(kpi);
  return `${boundText({ ...safe, value }, interval.low)} to ${boundText({ ...safe, value }, interval.high)}`;
}

function changeCell(kpi: KpiResult): string {
  const change = changeText(kpi, GLYPHS);
  return change === null ? '' : forMarkdown(`${change.sign} ${change.amount} ${change.word}`);
}

function trendCell(kpi: KpiResult): string {
  const values = kpi.series.map((point) => point.value);
  return sparkline(values, true);
}
