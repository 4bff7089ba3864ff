import type { Codes } from '../../model/columns.ts';
import type { Part } from '../../model/report.ts';

/** One key a row, by dictionary; code 0 is "(none)". */
export interface Keys {
  readonly codes: Codes;
  readonly values: readonly string[];
}

type Value = Pick<Part, 'value' | 'n'>;

/** One part a key with what is known of it; largest first, then by key, "(none)" last among equals. Without rows there is none. */
export function partsOf({ values }: Keys, valueOf: (code: number) => Value): Part[] {
  const parts: Part[] = [];
  for (let code = 0; code < values.length; code++) {
    const { value, n } = valueOf(code);
    if (n > 0) parts.push({ key: code === 0 ? null : values[code]!, value, n });
  }
  return parts.sort(bySize);
}

/** Splits rows by their key and summarises each. */
export function partsByCode(keys: Keys, rows: Int32Array, summarise: (rows: Int32Array) => Value): Part[] {
  const split = splitByCode(keys, rows);
  return partsOf(keys, (code) => {
    const some = split.get(code);
    return some === undefined ? { value: null, n: 0 } : summarise(some);
  });
}

/** How many rows have each key. */
export function countByCode({ codes, values }: Keys, rows: Int32Array): Uint32Array {
  const sizes = new Uint32Array(values.length);
  for (let index = 0; index < rows.length; index++) sizes[codes[rows[index]!]!]!++;
  return sizes;
}

function splitByCode(keys: Keys, rows: Int32Array): Map<number, Int32Array> {
  const { codes, values } = keys;
  const sizes = countByCode(keys, rows);
  const split = new Map<number, Int32Array>();
  const parts: (Int32Array | null)[] = [];
  for (let code = 0; code < values.length; code++) {
    const part = sizes[code] === 0 ? null : new Int32Array(sizes[code]!);
    parts.push(part);
    if (part !== null) split.set(code, part);
  }
  const filled = new Uint32Array(values.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const code = codes[row]!;
    parts[code]![filled[code]!++] = row;
  }
  return split;
}

function bySize(a: Part, b: Part): number {
  if (a.n !== b.n) return b.n - a.n;
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
