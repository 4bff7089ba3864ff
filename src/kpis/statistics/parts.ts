import { countKeys } from '../../lib/count-rows.ts';
import { splitByKey } from '../../lib/row-parts.ts';
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
  const split = splitByKey({ keys: keys.codes, size: keys.values.length }, rows);
  return partsOf(keys, (code) => (split[code]!.length === 0 ? { value: null, n: 0 } : summarise(split[code]!)));
}

/** How many rows have each key. */
export function countByCode({ codes, values }: Keys, rows: Int32Array): Uint32Array {
  return countKeys({ keys: codes, size: values.length }, rows);
}

function bySize(a: Part, b: Part): number {
  if (a.n !== b.n) return b.n - a.n;
  if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
