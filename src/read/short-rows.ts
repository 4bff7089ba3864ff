import { isMissingWord } from '../lib/text/missing-word.ts';
import { parseNumberCell } from '../lib/text/parse-number.ts';
import { parseDateCell } from '../lib/time/parse-date.ts';

/** Cells of a column that must be of one form before a cell of another one is taken for a stray from the next column. */
const MOSTLY = 0.9;
/** Cells, and cells for each different one, from which on a column is a list of words that come back. */
const LEAST_CELLS = 10;
const CELLS_FOR_WORD = 3;

interface Shape {
  readonly form: 'date' | 'number' | 'text' | 'empty';
  readonly dates: number;
  readonly numbers: number;
  /** Cell → how often it stands there in rows that are whole. */
  readonly words: ReadonlyMap<string, number>;
  /** Its words come back: a new one that nothing repeats is no word of this column. */
  readonly isList: boolean;
}

/**
 * Tells rows whose empty cells at the end were cut off (spreadsheets and people do that) from rows that lost something in their
 * middle, by what the whole rows of the file's head hold in each column: a row that lost a cell has dates where words belong.
 */
export class ShortRows {
  readonly #width: number;
  readonly #records: readonly (readonly string[])[];
  #shapes: readonly Shape[] = [];
  /** By column: how often a cell occurs in rows that are too short. */
  #inShort: readonly ReadonlyMap<string, number>[] = [];
  #hasDates = false;
  /** Whoever writes the last cell though it is empty cuts off none. */
  #keepsEmptyEnds = false;
  #looked = false;

  /** `width`: cells that a whole row has at least; `records`: those of the head, whole or not. */
  constructor(width: number, records: readonly (readonly string[])[]) {
    this.#width = width;
    this.#records = records;
  }

  /** Looks at the head, once somebody has a row that is too short: most files have none. */
  #look(): void {
    if (this.#looked) return;
    this.#looked = true;
    const width = this.#width;
    const records = this.#records;
    const whole = records.filter((cells) => cells.length >= width);
    this.#shapes = Array.from({ length: width }, (_, column) => shapeOf(whole.map((cells) => cells[column]!.trim())));
    const short = records.filter((cells) => cells.length < width);
    this.#inShort = this.#shapes.map((_, column) => countWords(short.map((cells) => (cells[column] ?? '').trim())));
    this.#hasDates = this.#shapes.some(({ form }) => form === 'date');
    this.#keepsEmptyEnds = whole.some((cells) => cells[width - 1]!.trim() === '');
  }

  /** Whether the row can be read with empty cells for those that it lacks. */
  fits(cells: readonly string[]): boolean {
    if (cells.length < 2 || cells.length >= this.#width) return false;
    this.#look();
    const texts = cells.map((cell) => cell.trim());
    if (!texts.every((text, column) => this.#belongs(text, column, column))) return false;
    const told = this.#hasDates ? 'date' : 'number';
    if (!texts.some((text, column) => column > 0 && text !== '' && this.#shapes[column]!.form === told)) return false;
    return !(this.#keepsEmptyEnds && cells.length === this.#width - 1 && this.#fitsWithoutOne(texts));
  }

  /** Whether the row could as well be a whole one that lost one cell before its last. */
  #fitsWithoutOne(texts: readonly string[]): boolean {
    // From the end: as long as the cells belong one column further to the right as well.
    for (let column = texts.length - 1; column > 0 && this.#belongs(texts[column]!, column + 1, column); column--) {
      if (texts[column] !== '' && this.#shapes[column + 1]!.form !== 'text') return true;
    }
    return false;
  }

  #belongs(text: string, column: number, stands: number): boolean {
    if (isMissingWord(text)) return true;
    const { form, dates, numbers, words, isList } = this.#shapes[column]!;
    if (words.has(text)) return true;
    switch (form) {
      case 'empty':
        return false;
      case 'date':
        return parseDateCell(text) !== null;
      case 'number':
        return parseNumberCell(text) !== null;
      case 'text':
        if (dates === 0 && parseDateCell(text) !== null) return false;
        if (numbers === 0 && parseNumberCell(text) !== null) return false;
        if (isList && (this.#inShort[stands]!.get(text) ?? 0) < 2) return false;
        return !this.#shapes.some((other, place) => place !== column && other.form === 'text' && other.words.has(text));
    }
  }
}

function shapeOf(cells: readonly string[]): Shape {
  const words = countWords(cells);
  let filled = 0;
  let dates = 0;
  let numbers = 0;
  for (const [word, count] of words) {
    filled += count;
    if (parseNumberCell(word) !== null) numbers += count;
    else if (parseDateCell(word) !== null) dates += count;
  }
  const form = filled === 0 ? 'empty' : dates >= filled * MOSTLY ? 'date' : numbers >= filled * MOSTLY ? 'number' : 'text';
  return { form, dates, numbers, words, isList: filled >= LEAST_CELLS && words.size * CELLS_FOR_WORD <= filled };
}

function countWords(cells: readonly string[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const cell of cells) if (!isMissingWord(cell)) words.set(cell, (words.get(cell) ?? 0) + 1);
  return words;
}
