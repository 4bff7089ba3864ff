import { sharedUint32s } from '../../lib/shared-arrays.ts';
import type { CodeColumn } from '../../model/columns.ts';
import { columnOfTexts, type Texts } from '../../model/texts.ts';
import type { RecordRun } from '../../read/reading.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import { CellIds } from './cell-ids.ts';
import { appendCells, cellsPart, type CellsPart } from './cells-part.ts';
import { codesOfCells } from './codes-of-cells.ts';
import { codesOfNumbers, wholeNumber, wholeNumberAt } from './number-ids.ts';
import { readWholeNumbers } from './heap-runs.ts';
import type { ColumnWriter, Cursor } from './writer.ts';
import { grown, grownWith } from './writer.ts';

type CodePart = { readonly numbers: Float64Array; readonly cells?: never } | { readonly cells: CellsPart; readonly numbers?: never };

/** Dictionaries up to this size are made at once: a word list that everybody reads. */
const SMALL = 4096;
const FEW = 1024;

/**
 * Text by dictionary: equal texts share a code, words for "nothing" are code 0. Surrounding blanks go.
 * As long as all cells are whole numbers (ids), they are kept as numbers, which need neither strings nor hashing.
 */
export function codeWriter(cursor: Cursor): ColumnWriter {
  /** Whole numbers by row, −1 for none; `null` once the column holds any other word. */
  let numbers: Float64Array | null = new Float64Array(0);
  let ids: Uint32Array = new Uint32Array(0);
  let capacity = 0;
  const cells = new CellIds();

  /** The number behind a text that is not written as one, −1 for none; `undefined` when it is a word. */
  const numberOf = (text: string): number | undefined => {
    const trimmed = text.trim();
    const number = wholeNumber(trimmed);
    return number >= 0 || isMissingWord(trimmed) ? number : undefined;
  };
  const writeWords = (of: Float64Array, from: number): void => {
    for (let row = 0; row < of.length; row++) if (of[row]! >= 0) ids[from + row] = cells.ofText(String(of[row]));
  };
  const turnToWords = (): void => {
    ids = sharedUint32s(capacity);
    // What lies ahead of a dense column is nobody's yet.
    writeWords(cursor.isDense ? numbers!.subarray(0, cursor.row) : numbers!, 0);
    numbers = null;
  };
  /** The numbers, with room for so many rows: most columns turn out to be words within the first few, and need not have been given room for all. */
  const numbersFor = (rows: number): Float64Array => {
    if (numbers!.length < rows) numbers = grownWith(-1, numbers!, rows > FEW ? capacity : Math.min(FEW, capacity), cursor);
    return numbers!;
  };
  const runOfNumbers = (run: RecordRun, slot: number, into: Float64Array): boolean => {
    const { row: first } = cursor;
    const { bytes, starts, ends, stride } = run;
    let areNumbers = true;
    const single = (row: number): void => {
      if (!areNumbers) return;
      const start = starts[slot * stride + row]!;
      const end = ends[slot * stride + row]!;
      let number: number | undefined = wholeNumberAt(bytes, start, end);
      if (number < 0 && start !== end) number = numberOf(bytes.toString('utf8', start, end));
      if (number === undefined) areNumbers = false;
      else into[first + row] = number;
    };
    readWholeNumbers(run, slot, { into, first, none: -1, single });
    return areNumbers;
  };

  return {
    write(text) {
      if (numbers !== null) {
        let number: number | undefined = wholeNumber(text);
        if (number < 0 && text !== '') number = numberOf(text);
        if (number !== undefined) {
          numbersFor(cursor.row + 1)[cursor.row] = number;
          return;
        }
        turnToWords();
      }
      ids[cursor.row] = cells.ofText(text);
    },
    writeRun(run, slot) {
      if (numbers !== null) {
        if (runOfNumbers(run, slot, numbersFor(cursor.row + run.rows))) return;
        // What the run has written so far is written again below.
        numbers.fill(-1, cursor.row);
        turnToWords();
      }
      cells.ofRun(run, slot, ids, cursor.row);
    },
    part: (rows): CodePart =>
      numbers === null ? { cells: cellsPart(cells, ids.subarray(0, rows)) } : { numbers: numbersFor(rows).subarray(0, rows) },
    append(part, rows) {
      const { row: first } = cursor;
      if (part === null) {
        if (numbers !== null) numbersFor(first + rows).fill(-1, first, first + rows);
        return;
      }
      const others = part as CodePart;
      if (others.numbers !== undefined && numbers !== null) {
        numbersFor(first + others.numbers.length).set(others.numbers, first);
        return;
      }
      if (numbers !== null) turnToWords();
      if (others.numbers === undefined) appendCells(cells, others.cells, ids.subarray(first));
      else writeWords(others.numbers, first);
    },
    grow(wanted) {
      capacity = wanted;
      if (numbers === null) ids = grown(ids, wanted);
    },
    finish(rows): { column: CodeColumn; notes: [] } {
      const { codes, texts } =
        numbers === null ? codesOfCells(cells, ids.subarray(0, rows)) : codesOfNumbers(numbersFor(rows).subarray(0, rows));
      return { column: columnOf(codes, texts), notes: [] };
    },
  };
}

function columnOf(codes: Uint32Array, texts: Texts): CodeColumn {
  return texts.size > SMALL ? columnOfTexts(codes, texts) : { type: 'code', codes, values: texts.values };
}
