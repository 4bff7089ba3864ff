import type { CodeColumn } from './columns.ts';

/**
 * The texts behind the codes of a column with many of them (ids, addresses), made only when somebody reads them.
 * `values` makes all of them at once and keeps them.
 */
export class Texts {
  readonly size: number;
  /** Where every text but that of code 0 is a whole number without sign and leading zeros: the numbers, that of code 1 first. */
  readonly numbers: Float64Array | undefined;
  readonly #textOf: (code: number) => string;
  #values: readonly string[] | undefined;

  constructor(size: number, textOf: (code: number) => string, numbers?: Float64Array) {
    this.size = size;
    this.#textOf = textOf;
    this.numbers = numbers;
  }

  get values(): readonly string[] {
    this.#values ??= Array.from({ length: this.size }, (_, code) => (code === 0 ? '' : this.#textOf(code)));
    return this.#values;
  }

  text(code: number): string {
    if (code === 0) return '';
    return this.#values?.[code] ?? this.#textOf(code);
  }
}

/** A code column whose `values` are made when they are first read. */
export function columnOfTexts(codes: Uint32Array, texts: Texts): CodeColumn {
  return {
    type: 'code',
    codes,
    texts,
    get values() {
      return texts.values;
    },
  };
}

/** The column with other codes of the same dictionary. */
export function withCodes(column: CodeColumn, codes: Uint32Array): CodeColumn {
  return column.texts === undefined ? { ...column, codes } : columnOfTexts(codes, column.texts);
}

/** How many texts the dictionary holds, without making them. */
export function dictionarySize(column: CodeColumn): number {
  return column.texts?.size ?? column.values.length;
}
