import { formatNumber } from '../lib/text/format-number.ts';
import type { Report } from '../model/report.ts';
import { FEW, kpiMatrix } from './kpi-matrix.ts';
import { paragraph, type Screen } from './screen.ts';
import { earlierText, seriesRows, SIGNAL_TEXT } from './series-rows.ts';
import { plural } from './words.ts';

/** The series that was asked for by `--every`: a row a period, the KPIs that fit as columns. */
export function seriesTable(report: Report, screen: Screen): string[] {
  const series = seriesRows(report);
  if (series === null) return [];
  const { head, rows, earlier } = series;
  const drawn = kpiMatrix(
    {
      title: head.toUpperCase(),
      rows: rows.map(({ label, complete, kpis }) => ({ label: complete ? label : `${label} partial`, kpis })),
      wholeLabels: true,
      signOf: (kpi, row) => (rows[row]?.signals.has(kpi) ? '!' : ''),
    },
    screen,
  );
  if (drawn === null) return [];
  const { hidden, signs, lines } = drawn;
  const notes = [
    earlier > 0 ? earlierText(earlier) : null,
    signs.has('!') ? SIGNAL_TEXT : null,
    signs.has('*') ? `*: fewer than ${FEW} rows or answers behind the value` : null,
    hidden > 0 ? `${formatNumber(hidden)} more ${plural(hidden, 'KPI')} without room here; --kpi chooses, --format csv has all` : null,
  ];
  return [
    '',
    ...lines,
    ...notes.flatMap((text) => (text === null ? [] : paragraph(screen, { text, indent: '', paint: screen.style.faint }))),
  ];
}
