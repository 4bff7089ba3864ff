import type { Clock, TableKind } from '../model/kinds.ts';
import type { Period } from '../model/period.ts';
import type { Interval, MissingReason, Part, Stats } from '../model/report.ts';

/**
 * Row-level values of a KPI, ready to be summarised over any set of its rows.
 * Rows are those of `population`; the engine picks them by period, `--where` and group and never asks how they came about.
 */
export interface Measure {
  readonly clock: Clock | null;
  /** Which variant was computed where there are several (a denominator, a product's definition). */
  readonly variant: string | null;
  /** What the value leads with, where an option chose another one than the KPI's own. */
  readonly aggregate?: string;
  /** ISO code of a money value. */
  readonly currency?: string;
  /** A state over a period (churn, retention, revenue): without a period it is read over the last complete month before `asOf`. */
  readonly stateOverPeriod?: boolean;
  /** The period over which it is read where all data was asked for, instead of that. */
  readonly overAll?: Period;
  /** Rows of fake users (1): the value stands with and without them. */
  readonly fake?: Uint8Array;
  readonly population: Population;
  /** When each row belongs to a period (epoch ms, `NaN` = undated: counts under `all` only). `null`: the measure picks its rows itself (`rowsIn`). */
  readonly at: Float64Array | null;
  /** For states at an instant (backlog): every row that matters for the period. Required where `at` is null. */
  rowsIn?(period: Period): Int32Array;
  /** Value and `n` of all rows of each of many consecutive periods, as `summarise` gives them one by one, where that is quicker in one go. */
  pointsOver?(periods: readonly Period[]): readonly Point[];
  /** Where the value is per something that is not among the rows (active customers): whom to count. */
  readonly base?: Base;
  summarise(rows: Int32Array, scope: Scope): Summary;
  /**
   * For rows whose outcome is decided after their date (a ticket created in the period, answered later): the measure as it stood when
   * every row had been followed only so far. The engine compares two periods by it; the values shown stay whole.
   */
  readonly followedUntil?: (followUp: FollowUp) => Measure;
  /** The rows at each station of the way to the value, in its order; asked for only by `explain`. */
  steps?(rows: Int32Array, scope: Scope): readonly Step[];
  /** What a row gives to the value, in the KPI's unit; `NaN` = nothing. Asked for only by `explain`. */
  rowValue?(row: number): number;
  /** The verdict on two summaries, by direction elsewhere: `1` up, `-1` down, `0` no clear change, `null` too few. */
  compare?(now: Summary, before: Summary): -1 | 0 | 1 | null;
}

/** What came after `until` (epoch ms), or later than `longest` ms after the row's own date, has not happened. */
export interface FollowUp {
  readonly until: number;
  readonly longest: number;
}

/** A named set of rows, some of those that were asked about. */
export interface Step {
  /** The KPI's own word for them, as in its counts: `answered`. */
  readonly name: string;
  readonly rows: Int32Array;
  /** `base`: what the value is computed over, its `n`; `hits`: what a share counts of it, `misses`: the rest of it. */
  readonly role?: 'base' | 'hits' | 'misses';
}

export interface Population {
  /** The table whose rows these are, or from which they were derived. */
  readonly table: TableKind;
  readonly rows: number;
  /** True where the rows are not the table's own, even if there are as many. */
  readonly derived?: boolean;
  /** For derived or joined rows: the row of each in `tickets` / `customers`, -1 where none. Absent when the rows are that table's own. */
  readonly ticket?: Int32Array;
  readonly customer?: Int32Array;
}

export interface Base {
  readonly population: Population;
  /** Rows of fake users (1): they leave the base where they leave the rows. */
  readonly fake?: Uint8Array;
  rowsIn(period: Period): Int32Array;
  /** The same for each of many consecutive periods, where that is quicker in one go. */
  rowsInEach?(periods: readonly Period[]): readonly Int32Array[];
}

export interface Scope {
  readonly period: Period;
  /** Calendar days in the period (reporting zone), its partial last day not counted unless it is all there is. */
  readonly days: number;
  /** True for `--period all`. */
  readonly unbounded: boolean;
  /** Only `value` and `n` will be looked at (a point of a series): the rest, intervals and parts above all, may be left out. */
  readonly valueOnly?: boolean;
  /** Rows of the measure's `base` in the period and, where the dimension is known for them, in the group. */
  readonly base: Int32Array | null;
}

/** One number with all that belongs to it. */
export interface Summary {
  readonly value: number | null;
  readonly n: number;
  readonly reason: MissingReason | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly stats?: Stats;
  readonly interval?: Interval;
  /** Of a distribution: those of its quantiles, where the sample is large enough. */
  readonly intervals?: Readonly<Partial<Record<keyof Stats, Interval>>>;
  readonly parts?: readonly Part[];
  readonly distribution?: readonly { readonly upTo: number | null; readonly count: number }[];
  /** What `compare` needs beyond the above (sorted values, numerator and denominator). Never leaves the engine. */
  readonly evidence?: Evidence;
}

/** A point of a series. */
export type Point = Pick<Summary, 'value' | 'n'>;

export type Evidence =
  | { readonly kind: 'values'; readonly sorted: Float64Array }
  | { readonly kind: 'share'; readonly hits: number; readonly of: number }
  | { readonly kind: 'score'; readonly promoters: number; readonly passives: number; readonly detractors: number }
  | { readonly kind: 'count'; readonly count: number; readonly exposure: number }
  /** Rows that only came in and rows that only went out: what did both cancels. */
  | { readonly kind: 'flow'; readonly came: number; readonly went: number; readonly exposure: number };
