import type { CodeColumn, Codes } from './columns.ts';

/** Up to 2^53, or of 32 bits where all of them fit. */
export type WholeNumbers = Float64Array | Uint32Array;

/** What texts are made from, by code; that of code 0 is always ''. */
export type TextStore =
  | { readonly kind: 'list'; readonly values: readonly string[] }
  /** Whole numbers without sign: code `c` is `numbers[c - 1]`. */
  | { readonly kind: 'numbers'; readonly numbers: WholeNumbers }
  /** UTF-8: code `c` lies in `bytes` from `starts[c]` on, `lengths[c]` bytes long. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly starts: Uint32Array; readonly lengths: Uint32Array };

/**
 * The texts behind the codes of a column with many of them (ids, addresses), made only when somebody reads them.
 * `values` makes all of them at once and keeps them.
 */
export class Texts {
  readonly store: TextStore;
  #values: readonly string[] | undefined;

  constructor(store: TextStore) {
    this.store = store;
    if (store.kind === 'list') this.#values = store.values;
  }

  get size(): number {
    switch (this.store.kind) {
      case 'list':
        return this.store.values.length;
      case 'numbers':
        return this.store.numbers.length + 1;
      case 'bytes':
        return this.store.starts.length;
    }
  }

  /** Where every text but that of code 0 is a whole number without sign and leading zeros: the numbers, that of code 1 first. */
  get numbers(): WholeNumbers | undefined {
    return this.store.kind === 'numbers' ? this.store.numbers : undefined;
  }

  get values(): readonly string[] {
    this.#values ??= Array.from({ length: this.size }, (_, code) => this.#make(code));
    return this.#values;
  }

  text(code: number): string {
    return this.#values?.[code] ?? this.#make(code);
  }

  #make(code: number): string {
    const { store } = this;
    if (code === 0) return '';
    if (store.kind === 'numbers') return String(store.numbers[code - 1]);
    if (store.kind === 'list') return store.values[code]!;
    const { buffer, byteOffset } = store.bytes;
    return Buffer.from(buffer, byteOffset + store.starts[code]!, store.lengths[code]).toString();
  }
}

/** A code column whose `values` are made when they are first read. */
export function columnOfTexts(codes: Codes, texts: Texts): CodeColumn {
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
export function withCodes(column: CodeColumn, codes: Codes): CodeColumn {
  return column.texts === undefined ? { ...column, codes } : columnOfTexts(codes, column.texts);
}

/** How many texts the dictionary holds, without making them. */
export function dictionarySize(column: CodeColumn): number {
  return column.texts?.size ?? column.values.length;
}
