import Table from 'cli-table3';
import { displayWidth, truncate } from '../lib/text/width.ts';

export type Align = 'left' | 'right';

/** A cell of sanitised text; `paint` colours it after it has been measured. Several lines are separated by line feeds. */
export interface Cell {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

/** A row of cells, or one cell across the whole width. */
export type Row = readonly Cell[] | Cell;

export interface GridOptions {
  readonly widths: readonly number[];
  readonly aligns: readonly Align[];
  readonly head: readonly Cell[];
  readonly rows: readonly Row[];
  /** The line below the head. */
  readonly rule: string;
}

/** Blanks between two columns. */
export const GAP = 2;

/** Columns that a grid of these widths takes. */
function gridWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
}

/**
 * A table without vertical lines, laid out by cli-table3. It measures text by an old string-width that miscounts Devanagari and zero-width
 * signs and takes time square in the length of coloured cells, so it only ever sees stand-ins of our own measure: one private character
 * repeated, put back as the real text, in colour, when the lines stand.
 */
export function grid({ widths, aligns, head, rows, rule }: GridOptions): string[] {
  const lines = [...layOut({ widths, aligns, rows: [head], vAlign: 'bottom' }), rule];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    lines.push(...layOut({ widths, aligns, rows: rows.slice(at, at + ROWS_AT_ONCE), vAlign: 'top' }));
  return lines;
}

/** cli-table3 takes time square in the number of rows, and there are only so many private characters. */
const ROWS_AT_ONCE = 100;

interface LayOutOptions extends Pick<GridOptions, 'widths' | 'aligns' | 'rows'> {
  readonly vAlign: 'top' | 'bottom';
}

function layOut({ widths, aligns, rows, vAlign }: LayOutOptions): string[] {
  const standIns = new StandIns();
  const total = gridWidth(widths);
  const last = widths.length - 1;
  const table = new Table({
    chars: {
      top: '',
      'top-mid': '',
      'top-left': '',
      'top-right': '',
      bottom: '',
      'bottom-mid': '',
      'bottom-left': '',
      'bottom-right': '',
      left: '',
      'left-mid': '',
      mid: '',
      'mid-mid': '',
      right: '',
      'right-mid': '',
      middle: '',
    },
    colWidths: widths.map((width, at) => width + (at === last ? 0 : GAP)),
    colAligns: [...aligns],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
  });
  const cells = (row: readonly Cell[]): Table.CellOptions[] =>
    row.map((cell, at) => {
      const content = standIns.of(cell, widths[at] ?? 0);
      return { content, vAlign, hAlign: aligns[at] ?? 'left', style: { 'padding-left': 0, 'padding-right': at === last ? 0 : GAP } };
    });
  for (const row of rows)
    table.push(isSpan(row) ? [{ content: standIns.of(row, total), colSpan: widths.length, hAlign: 'left' }] : cells(row));
  return table
    .toString()
    .split('\n')
    .map((line) => standIns.back(line).trimEnd());
}

function isSpan(row: Row): row is Cell {
  return !Array.isArray(row);
}

/** Private-use characters, one for each line of a cell: none of them ever comes from the data, because no data reaches the layout. */
const FIRST = 0xe000;
const LAST = 0xf8ff;

class StandIns {
  readonly #texts: string[] = [];

  of(cell: Cell, width: number): string {
    return cell.text
      .split('\n')
      .map((line) => this.#line({ text: truncate(line, width), paint: cell.paint }))
      .join('\n');
  }

  #line({ text, paint }: Cell): string {
    const width = displayWidth(text);
    if (width === 0) return '';
    const code = FIRST + this.#texts.length;
    if (code > LAST) throw new RangeError('a grid has at most 6400 cells');
    this.#texts.push(paint ? paint(text) : text);
    return String.fromCharCode(code).repeat(width);
  }

  back(line: string): string {
    return line.replace(/([\ue000-\uf8ff])\1*/g, (run) => this.#texts[run.charCodeAt(0) - FIRST] ?? '');
  }
}
