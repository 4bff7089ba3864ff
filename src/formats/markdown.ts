import { formatNumber } from '../lib/text/format-number.ts';
import { forMarkdown } from '../lib/text/sanitize.ts';
import { sparkline } from '../lib/text/sparkline.ts';
import type { Breakdown, KpiResult, Report } from '../model/report.ts';
import { breakdownColumns, GROUPS_SHOWN, groupSize, mostTelling } from './breakdown-columns.ts';
import { changeText } from './change-text.ts';
import type { Format } from './format.ts';
import type { Align } from './grid.ts';
import { glyphsFor } from './glyphs.ts';
import { namesItsAggregate } from './kpi-details.ts';
import { bullets, markdownTable } from './markdown-table.ts';
import { contextPieces, inputText } from './table-head.ts';
import { warningText } from './table-notes.ts';
import { labelledDays, periodTitle } from './period-text.ts';
import { partUnit, valueText } from './value-text.ts';
import { FAMILY_TITLES, groupText, hasAnswer, kpiName, leftOut, partText, plural, reasonText, VERDICT_LEGEND } from './words.ts';

const PARTS_SHOWN = 10;
const COLUMNS_SHOWN = 8;
/** A value of a group with fewer rows or answers behind it says how many. */
const FEW = 30;
const GLYPHS = glyphsFor(true);

/** To be pasted into an issue, a pull request, a wiki or a chat. */
export const markdown: Format = {
  id: 'markdown',
  title: 'Markdown tables for an issue, a wiki or a chat',
  extensions: ['md', 'markdown'],
  render: (report) => {
    const blocks = [
      head(report),
      ...kpiBlocks(report),
      ...report.breakdowns.map((breakdown) => breakdownBlock(breakdown)),
      ...noteBlocks(report),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function head(report: Report): string {
  const sources = report.inputs.map((input) => `${forMarkdown(input.path)} (${forMarkdown(inputText(input, ', '))})`);
  const lines = [`## Happiness report: ${forMarkdown(periodTitle(report))}`, forMarkdown(contextPieces(report).join(GLYPHS.dot))];
  return [...lines, ...(sources.length === 0 ? [] : [`Sources: ${sources.join('; ')}`])].join('\n\n');
}

function kpiBlocks(report: Report): string[] {
  const kpis = report.kpis.filter(hasAnswer);
  if (kpis.length === 0) return ['No KPI can be computed from this data for this period.'];
  const families = [...new Set(kpis.map((kpi) => kpi.family))];
  const blocks = families.map(
    (family) =>
      `### ${FAMILY_TITLES[family]}\n\n${kpiTable(
        report,
        kpis.filter((kpi) => kpi.family === family),
      )}`,
  );
  const verdicts = new Set(kpis.flatMap((kpi) => kpi.change?.verdict ?? []));
  const legend = [...verdicts].sort().flatMap((verdict) => VERDICT_LEGEND[verdict] ?? []);
  return legend.length === 0 ? blocks : [...blocks, `${legend.join('. ')}.`];
}

function kpiTable(report: Report, kpis: readonly KpiResult[]): string {
  const compared = kpis.some((kpi) => kpi.previous !== null || kpi.change !== null);
  const trend = kpis.some((kpi) => kpi.series.length > 0);
  const before = report.previous === null ? 'Previous' : forMarkdown(report.previous.label);
  const head = ['KPI', 'Value', intervalHead(kpis), 'n', ...(compared ? ['Change', before] : []), ...(trend ? ['Trend'] : [])];
  const aligns: readonly Align[] = [
    'left',
    'right',
    'left',
    'right',
    ...(compared ? (['left', 'right'] as const) : []),
    ...(trend ? (['left'] as const) : []),
  ];
  const rows = kpis.flatMap((kpi) => [
    [
      nameCell(kpi, report),
      valueCell(kpi),
      intervalCell(kpi),
      formatNumber(kpi.n),
      ...(compared ? [changeCell(kpi), kpi.previous === null || kpi.previous.value === null ? '' : inUnit(kpi, kpi.previous.value)] : []),
      ...(trend
        ? [
            sparkline(
              kpi.series.map((point) => point.value),
              true,
            ),
          ]
        : []),
    ],
    ...partRows(kpi, head.length),
  ]);
  return markdownTable({ head, aligns, rows });
}

function nameCell(kpi: KpiResult, report: Report): string {
  const told = [
    namesItsAggregate(kpi) ? kpi.aggregate : '',
    kpi.variant ?? '',
    kpi.period === null ? '' : `for ${labelledDays(kpi.period, report.timeZone)}`,
  ];
  return [kpiName(kpi), ...told]
    .filter((part) => part !== '')
    .map(forMarkdown)
    .join(', ');
}

function valueCell(kpi: KpiResult): string {
  if (kpi.value === null) return '';
  const value = `**${inUnit(kpi, kpi.value)}**`;
  return kpi.stats === null || kpi.aggregate === 'p90' ? value : `${value}, p90 ${inUnit(kpi, kpi.stats.p90)}`;
}

function intervalHead(kpis: readonly KpiResult[]): string {
  return `${formatNumber(100 * (kpis.find((kpi) => kpi.interval !== null)?.interval?.level ?? 0.95))}% interval`;
}

function intervalCell(kpi: KpiResult): string {
  return kpi.value === null || kpi.interval === null ? '' : `${inUnit(kpi, kpi.interval.low)} to ${inUnit(kpi, kpi.interval.high)}`;
}

function changeCell(kpi: KpiResult): string {
  const change = changeText(kpi, GLYPHS);
  return change === null ? '' : forMarkdown(`${change.sign} ${change.amount} ${change.word}`);
}

function partRows(kpi: KpiResult, columns: number): string[][] {
  const parts = kpi.parts ?? [];
  const unit = partUnit(kpi);
  const row = (cells: readonly string[]): string[] => [...cells, ...Array.from({ length: columns - cells.length }, () => '')];
  const rows = parts
    .slice(0, PARTS_SHOWN)
    .map((part) =>
      row([
        `↳ ${forMarkdown(partText(part))}`,
        part.value === null ? GLYPHS.nothing : inUnit({ ...kpi, unit }, part.value),
        '',
        formatNumber(part.n),
      ]),
    );
  return parts.length > PARTS_SHOWN ? [...rows, row([`↳ and ${parts.length - PARTS_SHOWN} more`])] : rows;
}

function breakdownBlock(breakdown: Breakdown): string {
  const all = breakdownColumns(breakdown);
  const columns = mostTelling(all, COLUMNS_SHOWN);
  const hidden = all.length - columns.length;
  const groups = breakdown.groups.slice(0, GROUPS_SHOWN);
  const rows = groups.map((group) => [
    forMarkdown(groupText(group)),
    formatNumber(groupSize(group.kpis)),
    ...columns.map((column) => {
      const kpi = column.in(group.kpis);
      return kpi === undefined || kpi.value === null
        ? GLYPHS.nothing
        : inUnit(kpi, kpi.value) + (kpi.n < FEW ? ` (n ${formatNumber(kpi.n)})` : '');
    }),
  ]);
  const head = [forMarkdown(breakdown.by), 'n', ...columns.map((column) => forMarkdown(kpiName(column.sample)))];
  const { suppressed } = breakdown;
  const more = breakdown.groups.length - groups.length;
  const notes = [
    more > 0 ? `And ${formatNumber(more)} more ${plural(more, 'group')}.` : '',
    suppressed.groups > 0
      ? `${formatNumber(suppressed.groups)} small ${plural(suppressed.groups, 'group')} with ${formatNumber(suppressed.n)} ${plural(suppressed.n, 'row')} not shown.`
      : '',
    hidden > 0 ? `${formatNumber(hidden)} more ${plural(hidden, 'KPI')} in the JSON report.` : '',
  ].filter((note) => note !== '');
  const table =
    rows.length === 0 || columns.length === 0
      ? 'Nothing to show.'
      : markdownTable({ head, aligns: ['left', ...head.slice(1).map(() => 'right' as const)], rows });
  return [`### By ${forMarkdown(breakdown.by)}`, table, ...(notes.length === 0 ? [] : [notes.join(' ')])].join('\n\n');
}

function noteBlocks(report: Report): string[] {
  const missing = report.kpis
    .filter((kpi) => !hasAnswer(kpi))
    .map((kpi) => `${forMarkdown(kpiName(kpi))}: ${forMarkdown(reasonText(kpi))}`);
  const rows = leftOut(report).map(({ count, what }) => `${formatNumber(count)} ${forMarkdown(what)}`);
  const warnings = report.warnings.map((warning) => forMarkdown(warningText(warning)));
  return [bullets('Not computed', missing), bullets('Rows left out', rows), bullets('Warnings', warnings)].filter((block) => block !== '');
}

/** The currency is text from the data. */
function inUnit(kpi: Pick<KpiResult, 'unit' | 'currency'>, value: number): string {
  return valueText(kpi.currency === undefined ? kpi : { unit: kpi.unit, currency: forMarkdown(kpi.currency) }, value);
}
