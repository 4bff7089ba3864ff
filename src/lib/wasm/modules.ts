import { assemble } from './assembler.ts';
import { findCells } from './find-cells.ts';
import { findJsonMarks } from './find-json-marks.ts';
import { findMarks } from './find-marks.ts';
import { readDates } from './read-dates.ts';
import { readWholeNumbers } from './read-whole-numbers.ts';
import { scanJson } from './scan-json.ts';
import { scanRecords } from './scan-records.ts';
import { countUpTo, selectWhole, sortByCounting, sortByDigit } from './sort-whole-numbers.ts';
import { pickWholes, sumByCode, sumMoments, wholesOf } from './whole-numbers.ts';

// The functions by who needs them together. In the place of this module the built program has one with the bytes that it gives (test/bundle.mjs).

export const cellsCode = (): Uint8Array => assemble([findMarks, findCells, scanRecords, readDates, readWholeNumbers]);

export const jsonCode = (): Uint8Array => assemble([findJsonMarks, scanJson]);

export const wholeNumbersCode = (): Uint8Array =>
  assemble([wholesOf, pickWholes, sortByDigit, sortByCounting, selectWhole, countUpTo, sumMoments, sumByCode]);
