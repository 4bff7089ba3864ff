import { forTerminal } from '../lib/text/sanitize.ts';
import { displayWidth, wrap } from '../lib/text/width.ts';
import type { KpiResult } from '../model/report.ts';
import { kpiColumns, mostTelling, type KpiColumn } from './breakdown-columns.ts';
import { GAP, grid, type Cell } from './grid.ts';
import type { Screen } from './screen.ts';
import { shortValueText } from './value-text.ts';
import { kpiName } from './words.ts';

/** Fewer rows or answers than this behind a value are marked. */
export const FEW = 30;
const LABEL_LEAST = 12;
/** A head takes more width rather than more lines than this, within limits. */
const HEAD_LINES = 3;
const HEAD_WIDEST = 14;

export interface MatrixRow {
  /** Text from the data as it is. */
  readonly label: string;
  /** How many rows it holds, where that is to be shown. */
  readonly size?: string;
  readonly kpis: readonly KpiResult[];
}

export interface Matrix {
  /** Head of the labels, safe to print. */
  readonly title: string;
  readonly sizeHead?: string;
  readonly rows: readonly MatrixRow[];
  /** The KPI that must have its column. */
  readonly first?: string | undefined;
  /** Labels are ours and never cut. */
  readonly wholeLabels?: boolean;
  /** A sign behind a value, beside that of few rows. */
  readonly signOf?: (kpi: KpiResult, row: number) => string;
}

export interface DrawnMatrix {
  readonly lines: readonly string[];
  /** KPIs without room. */
  readonly hidden: number;
  /** The signs that stand behind values. */
  readonly signs: ReadonlySet<string>;
}

/** A row a group or a period, the KPIs that fit as columns; `null` where there is nothing to show. */
export function kpiMatrix(matrix: Matrix, screen: Screen): DrawnMatrix | null {
  const { title, rows, sizeHead } = matrix;
  const all = kpiColumns(rows).map((column) => drawColumn(column, matrix, screen));
  if (rows.length === 0 || all.length === 0) return null;
  const { faint, heading } = screen.style;
  const labels = rows.map(({ label }) => forTerminal(label));
  const sizes = rows.map(({ size = '' }) => size);
  const widestLabel = Math.max(...[...labels, ...title.split(' + ')].map(displayWidth));
  const sizeWidth = sizeHead === undefined ? 0 : Math.max(sizeHead.length, ...sizes.map((size) => size.length));
  const beside = sizeHead === undefined ? 0 : sizeWidth + GAP;
  const leastLabel = matrix.wholeLabels === true ? widestLabel : Math.min(widestLabel, Math.max(LABEL_LEAST, screen.width >> 2));
  const drawn = columnsFor(all, screen.width - leastLabel - beside, matrix.first);
  const labelWidth = Math.min(widestLabel, screen.width - beside - drawn.reduce((sum, { width }) => sum + width + GAP, 0));
  const lines = grid({
    widths: [labelWidth, ...(sizeHead === undefined ? [] : [sizeWidth]), ...drawn.map(({ width }) => width)],
    aligns: ['left', ...(sizeHead === undefined ? [] : ['right' as const]), ...drawn.map(() => 'right' as const)],
    head: [
      { text: wrap(title, labelWidth).join('\n'), paint: heading },
      ...(sizeHead === undefined ? [] : [{ text: sizeHead, paint: faint }]),
      ...drawn.map(({ head, width }) => ({ text: wrap(head, width).join('\n'), paint: faint })),
    ],
    rows: rows.map((_, at): Cell[] => [
      { text: screen.fit(labels[at] ?? '', labelWidth) },
      ...(sizeHead === undefined ? [] : [{ text: sizes[at] ?? '', paint: faint }]),
      ...drawn.map(({ cells }) => cells[at] ?? { text: '' }),
    ]),
    rule: screen.glyphs.rule.repeat(screen.width),
  });
  return { lines, hidden: all.length - drawn.length, signs: new Set(drawn.flatMap(({ signs }) => [...signs])) };
}

/** Few enough rows or answers behind the value for a mark. A whole count says itself how many there are. */
export function isFew(kpi: KpiResult | undefined): boolean {
  if (kpi === undefined || kpi.value === null || kpi.n >= FEW) return false;
  return !(kpi.unit === 'count' && kpi.stats === null && Number.isInteger(kpi.value));
}

interface DrawnColumn {
  readonly column: KpiColumn;
  readonly head: string;
  readonly cells: readonly Cell[];
  readonly width: number;
  readonly signs: ReadonlySet<string>;
}

/** The values of a column with their signs; where one has some, the others leave their place free so that digits stay below digits. */
function drawColumn(column: KpiColumn, { rows, signOf }: Matrix, screen: Screen): DrawnColumn {
  const kpis = rows.map((row) => column.in(row.kpis));
  const signs = kpis.map((kpi, row) => (kpi === undefined ? '' : `${signOf?.(kpi, row) ?? ''}${isFew(kpi) ? '*' : ''}`));
  const signWidth = Math.max(...signs.map((sign) => sign.length));
  const broken = kpis.flatMap((kpi) => kpi?.value ?? []).filter((value) => !Number.isInteger(value));
  const decimals = broken.length === 0 ? undefined : Math.max(...broken) >= 100 ? 1 : 2;
  const cells = kpis.map((kpi, at): Cell => {
    const sign = (signs[at] ?? '').padEnd(signWidth);
    if (kpi === undefined || kpi.value === null) return { text: screen.glyphs.nothing + sign, paint: screen.style.faint };
    return { text: forTerminal(shortValueText(kpi, kpi.value, decimals)) + sign };
  });
  const head = forTerminal(kpiName(column.sample));
  const longestWord = Math.min(HEAD_WIDEST, Math.max(...head.split(' ').map(displayWidth)));
  let width = Math.max(longestWord, ...cells.map((cell) => displayWidth(cell.text)));
  while (width < HEAD_WIDEST && wrap(head, width).length > HEAD_LINES) width++;
  return { column, head, cells, width, signs: new Set(signs.flatMap((sign) => [...sign])) };
}

/** As many columns as the room takes: which ones are chosen depends on how many, so it is tried from all of them downwards. */
function columnsFor(all: readonly DrawnColumn[], room: number, first: string | undefined): readonly DrawnColumn[] {
  const byColumn = new Map(all.map((drawn) => [drawn.column, drawn]));
  for (let most = all.length; most > 1; most--) {
    const chosen = mostTelling([...byColumn.keys()], most, first).flatMap((column) => byColumn.get(column) ?? []);
    if (chosen.reduce((sum, { width }) => sum + GAP + width, 0) <= room) return chosen;
  }
  return [all.find(({ column }) => column.sample.id === first) ?? all[0]!];
}
