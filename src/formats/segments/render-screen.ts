import { formatNumber, formatRatio } from '../../lib/text/format-number.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import { shareBar } from '../../lib/text/sparkline.ts';
import { displayWidth, wrap } from '../../lib/text/width.ts';
import type { Report } from '../../model/report.ts';
import type { SegmentResult, Transitions } from '../../model/segment-report.ts';
import type { RenderOptions } from '../format.ts';
import { GAP, grid, type Cell, type Row } from '../grid.ts';
import { instantText, periodTitle } from '../period-text.ts';
import { safeLines } from '../safe-lines.ts';
import { flow, paragraph, screenFor, type Screen } from '../screen.ts';
import { inputLines } from '../table-head.ts';
import { leftOutLines, warningLines } from '../table-notes.ts';
import { plural } from '../words.ts';
import { movesOf } from './moves.ts';
import { populationPieces, rateLine } from './segment-text.ts';

const BAR = 20;
/** Narrower there is no room for bars beside the numbers. */
const WITH_BARS = 64;
const KEY_WIDEST = 26;
const KEY_LEAST = 14;

/** Who is where and why; with `--list` nothing but the ids, one a line, for the next program or a spreadsheet. */
export function renderSegmentScreen(report: Report, options: RenderOptions): string {
  const screen = screenFor(options);
  const listed = (report.segments ?? []).find(({ ids }) => ids !== undefined);
  if (listed?.ids !== undefined) return listed.ids.map((id) => `${forTerminal(id)}\n`).join('');
  return safeLines(
    [
      screen.style.title(screen.fit(`Customer segments: ${periodTitle(report)}`, screen.width)),
      ...flow(screen, populationPieces(report)).map((line) => screen.style.faint(line)),
      ...inputLines(report.inputs, screen),
      ...segmentTable(report, 'vector', screen),
      ...transitionTable(report, screen),
      ...rateLines(report, screen),
      ...segmentTable(report, 'segment', screen),
      ...leftOutLines(report, screen),
      ...warningLines(report, screen),
    ],
    screen,
  );
}

function segmentTable(report: Report, kind: SegmentResult['kind'], screen: Screen): string[] {
  const segments = (report.segments ?? []).filter((segment) => segment.kind === kind);
  if (segments.length === 0) return [];
  const sizes = screen.width < WITH_BARS ? [9, 6] : [9, 6, BAR];
  const keyWidth = screen.width - sizes.reduce((sum, width) => sum + width + GAP, 0);
  const all = report.segmentation?.customers ?? 0;
  const cut = (cells: readonly Cell[]): readonly Cell[] => cells.slice(0, sizes.length + 1);
  const lines = grid({
    widths: [keyWidth, ...sizes],
    aligns: ['left', 'right', 'right', 'left'],
    head: cut([
      {
        text: wrap(kind === 'vector' ? 'WHERE CUSTOMERS ARE HEADING' : 'SEGMENTS OF THE CONFIG', keyWidth).join('\n'),
        paint: screen.style.heading,
      },
      ...['customers', 'share', ''].map((text) => ({ text, paint: screen.style.faint })),
    ]),
    rows: segments.flatMap((segment) => segmentRows(segment, { all, keyWidth, screen })).map((row) => (isCells(row) ? cut(row) : row)),
    rule: screen.glyphs.rule.repeat(screen.width),
  });
  return ['', ...lines];
}

function isCells(row: Row): row is readonly Cell[] {
  return Array.isArray(row);
}

interface RowOptions {
  readonly all: number;
  readonly keyWidth: number;
  readonly screen: Screen;
}

function segmentRows(segment: SegmentResult, { all, keyWidth, screen }: RowOptions): Row[] {
  const { customers, share, kind } = segment;
  const { faint, trend, strong } = screen.style;
  const main: Row = [
    { text: screen.fit(segment.key, keyWidth), paint: kind === 'vector' ? strong : undefined },
    { text: customers === null ? screen.glyphs.nothing : formatNumber(customers) },
    { text: share === null ? '' : formatRatio(share) },
    { text: share === null ? '' : shareBar(share, BAR, screen.unicode).trimEnd(), paint: trend },
  ];
  if (kind === 'segment') {
    const why = segment.missing.length === 0 ? segment.rule : `${segment.rule} (the data has no ${segment.missing.join(', ')})`;
    return [main, ...paragraph(screen, { text: why, indent: '  ' }).map((text): Row => ({ text, paint: faint }))];
  }
  const rules = segment.rules.flatMap((one): Row[] => {
    // Everyone who is there for want of another rule: their number is the line above.
    if (segment.rules.length === 1 && displayWidth(one.rule) > keyWidth - 2)
      return paragraph(screen, { text: one.rule, indent: '  ' }).map((text): Row => ({ text, paint: faint }));
    return [
      [
        { text: `  ${screen.fit(one.rule, keyWidth - 2)}`, paint: faint },
        { text: formatNumber(one.customers), paint: faint },
        { text: all === 0 ? '' : formatRatio(one.customers / all), paint: faint },
        { text: '' },
      ],
    ];
  });
  const fake =
    segment.fake === 0
      ? []
      : [{ text: `  ${formatNumber(segment.fake)} of them ${plural(segment.fake, 'looks', 'look')} like fake users`, paint: faint }];
  return [main, ...rules, ...fake];
}

function transitionTable(report: Report, screen: Screen): string[] {
  const { transitions, timeZone } = report;
  if (transitions === null || transitions === undefined || transitions.cells.length === 0) return [];
  const { from, to, count } = movesOf(transitions);
  const widths = to.map((name) => Math.max(screen.width < WITH_BARS ? 4 : 9, displayWidth(name)));
  const first = Math.min(KEY_WIDEST, screen.width - widths.reduce((sum, width) => sum + width + GAP, 0));
  if (first < KEY_LEAST) return ['', screen.style.heading(movesTitle(transitions, timeZone)), ...moveList(transitions)];
  const lines = grid({
    widths: [first, ...widths],
    aligns: ['left', ...to.map(() => 'right' as const)],
    head: [
      { text: movesTitle(transitions, timeZone), paint: screen.style.heading },
      ...to.map((text) => ({ text, paint: screen.style.faint })),
    ],
    rows: from.map((row): Row => [
      { text: row === 'new' ? 'new since then' : `${row} then` },
      ...to.map((column) => {
        const customers = count(row, column);
        return {
          text: customers === 0 ? screen.glyphs.nothing : formatNumber(customers),
          paint: customers === 0 || row === column ? screen.style.faint : undefined,
        };
      }),
    ]),
    rule: screen.glyphs.rule.repeat(screen.width),
  });
  return ['', ...lines];
}

/** Where the table has no room: a line a move. */
function moveList({ cells }: Transitions): string[] {
  return cells.map(({ from, to, customers }) => `  ${from} → ${to}: ${formatNumber(customers)}`);
}

function movesTitle({ from }: Transitions, timeZone: string): string {
  return `SINCE ${instantText(from, timeZone).slice(0, 10)}`;
}

function rateLines(report: Report, screen: Screen): string[] {
  const lines = report.kpis
    .filter(({ id }) => id !== 'customer-vector')
    .flatMap((kpi) => paragraph(screen, { text: rateLine(kpi, report), indent: '' }));
  return lines.length === 0 ? [] : ['', ...lines];
}
