import { formatNumber } from '../lib/text/format-number.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { displayWidth, wrap } from '../lib/text/width.ts';
import type { Breakdown, Group, KpiResult } from '../model/report.ts';
import { breakdownColumns, GROUPS_SHOWN, mostTelling, type BreakdownColumn } from './breakdown-columns.ts';
import { GAP, grid, type Cell } from './grid.ts';
import { paragraph, type Screen } from './screen.ts';
import { shortValueText } from './value-text.ts';
import { groupText, kpiName, plural, suppressedText } from './words.ts';

/** Fewer rows or answers than this behind a value are marked. */
const FEW = 30;
const KEY_LEAST = 12;
/** A head takes more width rather than more lines than this, within limits. */
const HEAD_LINES = 3;
const HEAD_WIDEST = 14;

/** One dimension: a row a group, the KPIs that fit as columns. */
export function breakdownTable(breakdown: Breakdown, screen: Screen): string[] {
  const { faint, heading } = screen.style;
  const groups = breakdown.groups.slice(0, GROUPS_SHOWN);
  const all = breakdownColumns({ ...breakdown, groups }).map((column) => drawColumn(column, groups, screen));
  const title = `BY ${forTerminal(breakdown.by).toUpperCase().split('+').join(' + ')}`;
  if (groups.length === 0 || all.length === 0) {
    return [
      '',
      heading(screen.fit(title, screen.width)),
      faint('nothing to show'),
      ...notes(breakdown, { hidden: 0, marked: false }, screen),
    ];
  }
  const keys = groups.map((group) => forTerminal(groupText(group)));
  const sizes = groups.map((group) => formatNumber(group.n));
  const widestKey = Math.max(...[...keys, ...title.split(' + ')].map(displayWidth));
  const sizeWidth = Math.max(...sizes.map((size) => size.length));
  const leastKey = Math.min(widestKey, Math.max(KEY_LEAST, screen.width >> 2));
  const drawn = columnsFor(all, screen.width - leastKey - GAP - sizeWidth);
  const used = sizeWidth + drawn.reduce((sum, { width }) => sum + width + GAP, GAP);
  const keyWidth = Math.min(widestKey, screen.width - used);
  const head: Cell[] = [
    { text: wrap(title, keyWidth).join('\n'), paint: heading },
    { text: 'n', paint: faint },
    ...drawn.map(({ head, width }) => ({ text: wrap(head, width).join('\n'), paint: faint })),
  ];
  const rows = groups.map((_, at): Cell[] => [
    { text: screen.fit(keys[at] ?? '', keyWidth) },
    { text: sizes[at] ?? '', paint: faint },
    ...drawn.map(({ cells }) => cells[at] ?? { text: '' }),
  ]);
  const lines = grid({
    widths: [keyWidth, sizeWidth, ...drawn.map(({ width }) => width)],
    aligns: ['left', 'right', ...drawn.map(() => 'right' as const)],
    head,
    rows,
    rule: screen.glyphs.rule.repeat(screen.width),
  });
  return ['', ...lines, ...notes(breakdown, { hidden: all.length - drawn.length, marked: drawn.some(({ marked }) => marked) }, screen)];
}

interface DrawnColumn {
  readonly column: BreakdownColumn;
  readonly head: string;
  readonly cells: readonly Cell[];
  readonly width: number;
  readonly marked: boolean;
}

/** The values of a column with the marks of small ones; where one is marked, the others leave its place free so that digits stay below digits. */
function drawColumn(column: BreakdownColumn, groups: readonly Group[], screen: Screen): DrawnColumn {
  const kpis = groups.map((group) => column.in(group.kpis));
  const marked = kpis.some(isFew);
  const broken = kpis.flatMap((kpi) => kpi?.value ?? []).filter((value) => !Number.isInteger(value));
  const decimals = broken.length === 0 ? undefined : Math.max(...broken) >= 100 ? 1 : 2;
  const cells = kpis.map((kpi): Cell => {
    const mark = isFew(kpi) ? '*' : marked ? ' ' : '';
    if (kpi === undefined || kpi.value === null) return { text: screen.glyphs.nothing + mark, paint: screen.style.faint };
    return { text: forTerminal(shortValueText(kpi, kpi.value, decimals)) + mark };
  });
  const head = forTerminal(kpiName(column.sample));
  const longestWord = Math.min(HEAD_WIDEST, Math.max(...head.split(' ').map(displayWidth)));
  let width = Math.max(longestWord, ...cells.map((cell) => displayWidth(cell.text)));
  while (width < HEAD_WIDEST && wrap(head, width).length > HEAD_LINES) width++;
  return { column, head, cells, width, marked };
}

function isFew(kpi: KpiResult | undefined): boolean {
  return kpi !== undefined && kpi.value !== null && kpi.n < FEW;
}

/** As many columns as the room takes: which ones are chosen depends on how many, so it is tried from all of them downwards. */
function columnsFor(all: readonly DrawnColumn[], room: number): readonly DrawnColumn[] {
  const byColumn = new Map(all.map((drawn) => [drawn.column, drawn]));
  for (let most = all.length; most > 1; most--) {
    const chosen = mostTelling([...byColumn.keys()], most).flatMap((column) => byColumn.get(column) ?? []);
    if (chosen.reduce((sum, { width }) => sum + GAP + width, 0) <= room) return chosen;
  }
  return all.slice(0, 1);
}

function notes(
  { groups, suppressed }: Breakdown,
  { hidden, marked }: { readonly hidden: number; readonly marked: boolean },
  screen: Screen,
): string[] {
  const more = groups.length - GROUPS_SHOWN;
  const texts = [
    marked ? `* fewer than ${FEW} rows or answers behind the value` : null,
    more > 0 ? `and ${formatNumber(more)} more ${plural(more, 'group')}; --format json has all` : null,
    suppressed.groups > 0
      ? `${suppressedText(suppressed)} (--min-segment)`
      : null,
    hidden > 0 ? `${formatNumber(hidden)} more ${plural(hidden, 'KPI')} without room here; --kpi chooses, --format json has all` : null,
  ];
  return texts.flatMap((text) => (text === null ? [] : paragraph(screen, { text, indent: '', paint: screen.style.faint })));
}
