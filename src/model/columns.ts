import type { Texts } from './texts.ts';

/** Epoch milliseconds; `NaN` where there is none. */
export interface TimeColumn {
  readonly type: 'time';
  readonly values: Float64Array;
  /** True when the source gave days without a time of day: good for periods, never for durations. */
  readonly dateOnly: boolean;
}

/** In 32 bits where every number is the same in them. */
export type Numbers = Float32Array | Float64Array;

/** `NaN` where there is none. Durations are number columns in seconds. */
export interface NumberColumn {
  readonly type: 'number';
  readonly values: Numbers;
}

/** In as few bytes as the words of a dictionary need; where rows are few, maybe in more. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Text by dictionary. Code 0 is "missing"; code `c` stands for `values[c]` (`values[0]` is ''). */
export interface CodeColumn {
  readonly type: 'code';
  readonly codes: Codes;
  readonly values: readonly string[];
  /** Where there are many texts: what `values` is made from when it is first read. A copy with other codes is made by `withCodes`. */
  readonly texts?: Texts;
}

/** Several texts a row (tags): row `r` holds `codes[offsets[r]] … codes[offsets[r + 1] - 1]`. */
export interface CodesColumn {
  readonly type: 'codes';
  readonly offsets: Uint32Array;
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}

/** 0 false, 1 true, 2 missing. */
export interface FlagColumn {
  readonly type: 'flag';
  readonly values: Uint8Array;
}

/** Row index in another table, -1 where none: how tables are joined. */
export interface LinkColumn {
  readonly type: 'link';
  readonly rows: Int32Array;
}

export type Column = TimeColumn | NumberColumn | CodeColumn | CodesColumn | FlagColumn | LinkColumn;
export type ColumnType = Column['type'];
export type ColumnOfType<T extends ColumnType> = Extract<Column, { type: T }>;
