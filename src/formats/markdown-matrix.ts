import { forMarkdown } from '../lib/text/sanitize.ts';
import { formatNumber } from '../lib/text/format-number.ts';
import type { Breakdown, KpiResult, Report } from '../model/report.ts';
import { GROUPS_SHOWN, kpiColumns, mostTelling } from './breakdown-columns.ts';
import { breakdownNotes, restsOnOthers } from './breakdown-notes.ts';
import { isFew } from './kpi-matrix.ts';
import { markdownValue } from './markdown-kpis.ts';
import { markdownTable } from './markdown-table.ts';
import { earlierText, seriesRows, SIGNAL_TEXT } from './series-rows.ts';
import { groupText, kpiName, plural } from './words.ts';

const COLUMNS_SHOWN = 8;

/** One dimension: a row a group, the most telling KPIs as columns. */
export function markdownBreakdown(breakdown: Breakdown): string[] {
  const groups = breakdown.groups.slice(0, GROUPS_SHOWN);
  const all = kpiColumns(groups);
  const columns = mostTelling(all, COLUMNS_SHOWN, breakdown.sortedBy);
  const rows = groups.map((group) => [
    forMarkdown(groupText(group)),
    formatNumber(group.n),
    ...columns.map((column) => cell(column.in(group.kpis))),
  ]);
  const nothing = rows.length === 0 || columns.length === 0;
  const notes = [
    ...breakdownNotes(breakdown),
    ...(!nothing && restsOnOthers({ ...breakdown, groups }) ? ['rows: all of the group; n: those behind a value where they are few'] : []),
    ...hiddenNote(all.length - columns.length),
  ];
  if (nothing && notes.length === 0 && breakdown.by === 'channel') return [];
  const head = [forMarkdown(breakdown.by), 'rows', ...columns.map((column) => forMarkdown(kpiName(column.sample)))];
  return blocks(`### By ${forMarkdown(breakdown.by)}`, nothing ? 'Nothing to show.' : tableOf(head, rows), notes);
}

/** The series that was asked for by `--every`: a row a period. */
export function markdownSeries(report: Report): string[] {
  const series = seriesRows(report);
  if (series === null) return [];
  const all = kpiColumns(series.rows);
  const columns = mostTelling(all, COLUMNS_SHOWN);
  const rows = series.rows.map(({ label, complete, kpis, signals }) => [
    complete ? label : `${label} (partial)`,
    ...columns.map((column) => {
      const kpi = column.in(kpis);
      return `${cell(kpi)}${kpi !== undefined && signals.has(kpi) ? ' \\!' : ''}`;
    }),
  ]);
  const notes = [
    ...(series.earlier > 0 ? [earlierText(series.earlier)] : []),
    ...(series.rows.some(({ kpis, signals }) => columns.some((column) => signals.has(column.in(kpis)!))) ? [SIGNAL_TEXT] : []),
    ...hiddenNote(all.length - columns.length),
  ];
  const head = [series.head, ...columns.map((column) => forMarkdown(kpiName(column.sample)))];
  return blocks(`### By ${report.every ?? ''}`, tableOf(head, rows), notes);
}

function cell(kpi: KpiResult | undefined): string {
  if (kpi === undefined || kpi.value === null) return '–';
  return markdownValue(kpi, kpi.value) + (isFew(kpi) ? ` (n ${formatNumber(kpi.n)})` : '');
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return markdownTable({ head, aligns: head.map((_, at) => (at === 0 ? 'left' : 'right')), rows });
}

function hiddenNote(hidden: number): string[] {
  return hidden > 0 ? [`${formatNumber(hidden)} more ${plural(hidden, 'KPI')} in the JSON report`] : [];
}

function blocks(title: string, body: string, notes: readonly string[]): string[] {
  const sentences = notes.map((note) => `${forMarkdown(note.charAt(0).toUpperCase() + note.slice(1))}.`);
  return [title, body, ...(sentences.length === 0 ? [] : [sentences.join(' ')])];
}
