import type { CodeColumn, Codes, CodesColumn, Column, FlagColumn, NumberColumn, TimeColumn } from '../../model/columns.ts';
import { numbersByCode } from '../../lib/judge-rows.ts';
import { dictionarySize } from '../../model/texts.ts';
import { zeroCodes } from './narrow-codes.ts';

/** Several source columns for one field: of single values the first that is there, of lists all of them. */
export function combineColumns(columns: readonly Column[]): Column {
  const [first, ...others] = columns;
  if (first === undefined) throw new RangeError('no column to combine');
  let combined = first;
  for (const other of others) {
    if (combined.type === 'code' && other.type === 'code') combined = combineCode(combined, other);
    else if (combined.type === 'codes' && other.type === 'codes') combined = combineCodes(combined, other);
    else if (combined.type === 'flag' && other.type === 'flag') combined = combineFlag(combined, other);
    else if (combined.type === 'time' && other.type === 'time') combined = combineTime(combined, other);
    else if (combined.type === 'number' && other.type === 'number') combined = combineNumber(combined, other);
  }
  return combined;
}

function combineCode(a: CodeColumn, b: CodeColumn): CodeColumn {
  if (dictionarySize(b) === 1) return a;
  if (dictionarySize(a) === 1) return b;
  const { codes: recoded, values } = joinDictionaries(a.values, b.values);
  const codes = zeroCodes(a.codes.length, values.length);
  for (let row = 0; row < codes.length; row++) codes[row] = a.codes[row]! || recoded[b.codes[row]!]!;
  return { type: 'code', codes, values };
}

function combineFlag(a: FlagColumn, b: FlagColumn): FlagColumn {
  return { type: 'flag', values: a.values.map((value, row) => (value !== 2 ? value : b.values[row]!)) };
}

function combineNumber(a: NumberColumn, b: NumberColumn): NumberColumn {
  return { type: 'number', values: Float64Array.from(a.values, (value, row) => (Number.isNaN(value) ? b.values[row]! : value)) };
}

function combineTime(a: TimeColumn, b: TimeColumn): TimeColumn {
  const values = a.values.map((value, row) => (Number.isNaN(value) ? b.values[row]! : value));
  return { type: 'time', values, dateOnly: a.dateOnly || b.dateOnly };
}

function combineCodes(a: CodesColumn, b: CodesColumn): CodesColumn {
  const { codes: recoded, values } = joinDictionaries(a.values, b.values);
  const rows = a.offsets.length - 1;
  const offsets = new Uint32Array(rows + 1);
  const codes: number[] = [];
  for (let row = 0; row < rows; row++) {
    const both = new Set(a.codes.subarray(a.offsets[row], a.offsets[row + 1]));
    for (let at = b.offsets[row]!; at < b.offsets[row + 1]!; at++) both.add(recoded[b.codes[at]!]!);
    for (const code of both) codes.push(code);
    offsets[row + 1] = codes.length;
  }
  return { type: 'codes', offsets, codes: Uint32Array.from(codes), values };
}

/** The first dictionary with the second's new words behind it, and the second's codes in it. */
export function joinDictionaries(first: readonly string[], second: readonly string[]): { codes: Uint32Array; values: string[] } {
  const values = [...first];
  const known = new Map(first.map((value, code) => [value, code]));
  const codes = new Uint32Array(second.length);
  for (let code = 1; code < second.length; code++) {
    const value = second[code]!;
    let joined = known.get(value);
    if (joined === undefined) {
      joined = values.length;
      values.push(value);
      known.set(value, joined);
    }
    codes[code] = joined;
  }
  return { codes, values };
}

/** A dictionary column with every word put through `change`; '' makes it missing. Words that become equal share a code. */
export function mapWords(column: CodeColumn, change: (word: string) => string): CodeColumn {
  const values: string[] = [''];
  const known = new Map<string, number>([['', 0]]);
  const recoded = new Uint32Array(column.values.length);
  let same = true;
  for (let code = 1; code < column.values.length; code++) {
    const word = change(column.values[code]!);
    let to = known.get(word);
    if (to === undefined) {
      to = values.length;
      values.push(word);
      known.set(word, to);
    }
    recoded[code] = to;
    if (to !== code) same = false;
  }
  return { type: 'code', codes: same ? column.codes : recode(column.codes, recoded, values.length), values };
}

/** Every code as the table has it, which is one of so many words. */
export function recode(codes: Codes, table: Uint32Array, words: number): Codes {
  const recoded = zeroCodes(codes.length, words);
  numbersByCode(codes, table, recoded);
  return recoded;
}
