import { formatNumber } from '../lib/text/format-number.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import type { Breakdown } from '../model/report.ts';
import { GROUPS_SHOWN } from './breakdown-columns.ts';
import { breakdownNotes, restsOnOthers } from './breakdown-notes.ts';
import { FEW, kpiMatrix } from './kpi-matrix.ts';
import { paragraph, type Screen } from './screen.ts';
import { groupText, plural } from './words.ts';

/** One dimension: a row a group, the KPIs that fit as columns. */
export function breakdownTable(breakdown: Breakdown, screen: Screen): string[] {
  const { faint, heading } = screen.style;
  const groups = breakdown.groups.slice(0, GROUPS_SHOWN);
  const title = `BY ${forTerminal(breakdown.by).toUpperCase().split('+').join(' + ')}`;
  const rows = groups.map((group) => ({ label: groupText(group), size: formatNumber(group.n), kpis: group.kpis }));
  const drawn = kpiMatrix({ title, sizeHead: 'rows', rows, first: breakdown.sortedBy }, screen);
  const hidden = drawn?.hidden ?? 0;
  const notes = [
    ...breakdownNotes(breakdown),
    drawn?.signs.has('*') ? `rows: all of the group; *: fewer than ${FEW} rows or answers behind the value` : null,
    drawn && !drawn.signs.has('*') && restsOnOthers({ ...breakdown, groups }) ? 'rows: all of the group; a value may rest on fewer' : null,
    hidden > 0 ? `${formatNumber(hidden)} more ${plural(hidden, 'KPI')} without room here; --kpi chooses, --format json has all` : null,
  ].flatMap((text) => (text === null ? [] : paragraph(screen, { text, indent: '', paint: faint })));
  if (drawn !== null) return ['', ...drawn.lines, ...notes];
  // Channels come unasked: where there are none, nobody misses them.
  if (notes.length === 0)
    return breakdown.by === 'channel'
      ? []
      : ['', ...paragraph(screen, { text: `nothing to show by ${breakdown.by}`, indent: '', paint: faint })];
  return ['', heading(screen.fit(title, screen.width)), ...notes];
}
