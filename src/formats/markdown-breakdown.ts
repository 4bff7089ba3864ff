import { formatNumber } from '../lib/text/format-number.ts';
import { forMarkdown } from '../lib/text/sanitize.ts';
import type { Breakdown, KpiResult } from '../model/report.ts';
import { breakdownColumns, GROUPS_SHOWN, mostTelling } from './breakdown-columns.ts';
import { markdownValue } from './markdown-kpis.ts';
import { markdownTable } from './markdown-table.ts';
import { groupText, kpiName, plural, suppressedText } from './words.ts';

const COLUMNS_SHOWN = 8;
/** A value with fewer rows or answers behind it says how many. */
const FEW = 30;

/** One dimension: a row a group, the most telling KPIs as columns. */
export function markdownBreakdown(breakdown: Breakdown): string {
  const all = breakdownColumns(breakdown);
  const columns = mostTelling(all, COLUMNS_SHOWN);
  const groups = breakdown.groups.slice(0, GROUPS_SHOWN);
  const rows = groups.map((group) => [
    forMarkdown(groupText(group)),
    formatNumber(group.n),
    ...columns.map((column) => cell(column.in(group.kpis))),
  ]);
  const head = [forMarkdown(breakdown.by), 'n', ...columns.map((column) => forMarkdown(kpiName(column.sample)))];
  const aligns = head.map((_, at) => (at === 0 ? ('left' as const) : ('right' as const)));
  const nothing = rows.length === 0 || columns.length === 0;
  const notes = notesOn(breakdown, all.length - columns.length);
  const blocks = [`### By ${forMarkdown(breakdown.by)}`, nothing ? 'Nothing to show.' : markdownTable({ head, aligns, rows })];
  return [...blocks, ...(notes === '' ? [] : [notes])].join('\n\n');
}

function cell(kpi: KpiResult | undefined): string {
  if (kpi === undefined || kpi.value === null) return '–';
  return markdownValue(kpi, kpi.value) + (kpi.n < FEW ? ` (n ${formatNumber(kpi.n)})` : '');
}

function notesOn({ groups, suppressed }: Breakdown, hidden: number): string {
  const counted = (count: number, noun: string): string => `${formatNumber(count)} ${noun}`;
  const more = groups.length - GROUPS_SHOWN;
  const notes = [
    more > 0 ? `And ${counted(more, plural(more, 'more group'))}.` : '',
    suppressed.groups > 0 ? `${suppressedText(suppressed)}.` : '',
    hidden > 0 ? `${counted(hidden, plural(hidden, 'more KPI'))} in the JSON report.` : '',
  ];
  return notes.filter((note) => note !== '').join(' ');
}
