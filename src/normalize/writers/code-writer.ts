import { sharedInt32s } from '../../lib/shared-arrays.ts';
import type { CodeColumn, Codes } from '../../model/columns.ts';
import { columnOfTexts, type Texts } from '../../model/texts.ts';
import type { RecordRun } from '../../read/reading.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import { CellIds } from './cell-ids.ts';
import { cellsPart, learnCells, type CellsPart } from './cells-part.ts';
import { codesOfCells } from './codes-of-cells.ts';
import { codesOfNumbers, wholeNumber, wholeNumberAt } from './number-ids.ts';
import { readWholeNumbers } from './heap-runs.ts';
import { RowCodes } from './row-codes.ts';
import { RowNumbers } from './row-numbers.ts';
import { Sequence, type KnownSequence } from './sequence.ts';
import type { ColumnWriter, Cursor } from './writer.ts';

type WrittenNumbers = Int32Array | Float64Array;
type CodePart =
  | { readonly numbers: WrittenNumbers; readonly sequence: KnownSequence; readonly cells?: never }
  | { readonly cells: CellsPart; readonly numbers?: never };

/** Dictionaries up to this size are made at once: a word list that everybody reads. */
const SMALL = 4096;
const NUMBERS = { most: 2 ** 31 - 1, none: -1 };

/**
 * Text by dictionary: equal texts share a code, words for "nothing" are code 0. Surrounding blanks go.
 * As long as all cells are whole numbers (ids), they are kept as numbers, which need neither strings nor hashing.
 */
export function codeWriter(cursor: Cursor): ColumnWriter {
  /** Whole numbers by row, −1 for none; `null` once the column holds any other word. */
  let numbers: RowNumbers<Int32Array> | null = new RowNumbers(sharedInt32s, NUMBERS);
  const sequence = new Sequence(NUMBERS.none);
  let capacity = 0;
  const cells = new CellIds();
  const ids = new RowCodes(cells);

  /** The number behind a text that is not written as one, −1 for none; `undefined` when it is a word. */
  const numberOf = (text: string): number | undefined => {
    const trimmed = text.trim();
    const number = wholeNumber(trimmed);
    return number >= 0 || isMissingWord(trimmed) ? number : undefined;
  };
  const writeWords = (of: WrittenNumbers, from: number): void => {
    for (let row = 0; row < of.length; row++) if (of[row]! >= 0) ids.write(from + row, String(of[row]));
  };
  const turnToWords = (): void => {
    ids.grow(capacity);
    writeWords(numbers!.first(cursor.row), 0);
    numbers = null;
  };
  const runOfNumbers = (run: RecordRun, slot: number, into: RowNumbers<Int32Array>): boolean => {
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
      else {
        into.set(first + row, number);
        sequence.add(first + row, number);
      }
    };
    readWholeNumbers(run, slot, { take: (row, found) => into.setWholes(row, found), first, none: NUMBERS.none, single, sequence });
    return areNumbers;
  };

  return {
    write(text) {
      if (numbers !== null) {
        let number: number | undefined = wholeNumber(text);
        if (number < 0 && text !== '') number = numberOf(text);
        if (number !== undefined) {
          numbers.set(cursor.row, number);
          sequence.add(cursor.row, number);
          return;
        }
        turnToWords();
      }
      ids.write(cursor.row, text);
    },
    writeRun(run, slot) {
      if (numbers !== null) {
        if (runOfNumbers(run, slot, numbers)) return;
        // What the run has written so far is written again below.
        turnToWords();
      }
      ids.writeRun(cursor.row, run, slot);
    },
    part: (rows): CodePart =>
      numbers === null ? { cells: cellsPart(cells, ids.first(rows)) } : { numbers: numbers.first(rows), sequence },
    append(part) {
      const others = part as CodePart;
      const { row: first } = cursor;
      if (others.numbers !== undefined && numbers !== null) {
        numbers.append(first, others.numbers);
        sequence.append(first, others.sequence);
        return;
      }
      if (numbers !== null) turnToWords();
      if (others.numbers === undefined) ids.append(first, others.cells, learnCells(cells, others.cells));
      else writeWords(others.numbers, first);
    },
    grow(wanted) {
      capacity = wanted;
      (numbers ?? ids).grow(wanted);
    },
    finish(rows): { column: CodeColumn; notes: [] } {
      const { codes, texts } =
        numbers === null ? codesOfCells(cells, ids.first(rows)) : codesOfNumbers(numbers.first(rows), sequence.of(rows));
      return { column: columnOf(codes, texts), notes: [] };
    },
  };
}

function columnOf(codes: Codes, texts: Texts): CodeColumn {
  return texts.size > SMALL ? columnOfTexts(codes, texts) : { type: 'code', codes, values: texts.values };
}
