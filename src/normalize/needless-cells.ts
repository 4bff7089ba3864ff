import { isMissingWord, mayBeMissing } from '../lib/text/missing-word.ts';
import type { RecordRun } from '../read/reading.ts';

/** A row has a cell in the column that was thought to be needless, and none in the one beside it. All must be read again, with it. */
export class CellNeeded extends Error {}

/** No word for nothing begins with a digit. */
const ONE = 49;
const NINE = 57;

/** Watches a column that need not be read as long as another one has a cell in each of its rows. @throws CellNeeded */
export class NeedlessCells {
  #other: string | null = null;
  #own: string | null = null;

  /** The other column's cell of a row by itself. */
  readonly writeOther = (text: string): void => {
    this.#other = text;
    this.#check();
  };

  readonly writeOwn = (text: string): void => {
    this.#own = text;
    this.#check();
  };

  /** By the columns' slots in the run. */
  checkRun({ bytes, rows, starts, ends, stride }: RecordRun, { other, own }: { readonly other: number; readonly own: number }): void {
    for (let row = 0, place = other * stride; row < rows; row++, place++) {
      const start = starts[place]!;
      const end = ends[place]!;
      if (start !== end) {
        const first = bytes[start]!;
        if (first >= ONE && first <= NINE) continue;
        const last = bytes[end - 1]!;
        // There may be blanks around a word, some of them beyond ASCII.
        if (isLetter(first) && isLetter(last) && !mayBeMissing(first, end - start)) continue;
        if (!isMissingWord(bytes.toString('utf8', start, end))) continue;
      }
      const at = own * stride + row;
      if (starts[at] !== ends[at]) throw new CellNeeded();
    }
  }

  #check(): void {
    if (this.#other === null || this.#own === null) return;
    const isNeeded = isMissingWord(this.#other) && this.#own !== '';
    this.#other = null;
    this.#own = null;
    if (isNeeded) throw new CellNeeded();
  }
}

/** Or a digit or a sign: no blank. */
function isLetter(byte: number): boolean {
  return byte > 32 && byte < 127;
}
