import type { CheckResult } from './check.ts';
import type { Clock, TableKind } from './kinds.ts';
import type { WeekStart } from './period.ts';
import type { LinkReport } from './link-report.ts';
import type { ObjectiveResult } from './objective-report.ts';
import type { Segmentation, SegmentResult, Transitions } from './segment-report.ts';
import type { SeriesStep } from './period.ts';
import type { Warning } from './warning.ts';

/** The JSON report, field by field: what every format writes from. Instants are ISO 8601 in UTC; durations are seconds; rates are ratios 0–1. */
export interface Report {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: string; readonly version: string };
  readonly command: 'report' | 'check' | 'segment';
  readonly asOf: string | null;
  readonly timeZone: string;
  readonly period: ReportPeriod;
  readonly previous: ReportPeriod | null;
  /** The condition that rows had to meet, where there was one. */
  readonly filter?: string;
  /** The step of the series, where one was asked for. */
  readonly every?: SeriesStep;
  readonly inputs: readonly ReportInput[];
  /** From the first to the last time stamp of the data, where no KPI has an answer for the period. */
  readonly dataSpan?: { readonly start: string; readonly end: string };
  /** Rows left out of every KPI, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly warnings: readonly Warning[];
  readonly kpis: readonly KpiResult[];
  readonly breakdowns: readonly Breakdown[];
  /** Only when asked for. */
  readonly heatmaps?: readonly Heatmap[];
  /** Of `check`: the verdicts in the order of the rules, and whether none of them failed. */
  readonly checks?: readonly CheckResult[];
  readonly passed?: boolean;
  /** The objectives of the config, where it has any. */
  readonly objectives?: readonly ObjectiveResult[];
  /** Of `--link`: support and what became of customers. */
  readonly link?: LinkReport;
  /** Of `segment`: the vectors in their order and the config's segments, what they are taken from, and how customers moved. */
  readonly segmentation?: Segmentation;
  readonly segments?: readonly SegmentResult[];
  readonly transitions?: Transitions | null;
}

export interface ReportPeriod {
  readonly label: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly complete: boolean;
}

export interface ReportInput {
  readonly path: string;
  readonly kind: TableKind;
  readonly preset: string;
  readonly encoding: string;
  readonly rows: number;
  readonly used: number;
  readonly excluded: number;
  readonly collapsed: number;
  readonly skipped: number;
  /** Our field → the source's column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unmapped: readonly string[];
}

export type Unit = 'seconds' | 'ratio' | 'count' | 'per-day' | 'score' | 'money';
export type Direction = 'lower' | 'higher' | 'none';
export type Family = 'support' | 'success';
export const SECTIONS = ['Speed', 'Resolution', 'Volume', 'Satisfaction', 'Effort and cost', 'Customers', 'Product', 'Revenue'] as const;
export type Section = (typeof SECTIONS)[number];
export type MissingReason =
  | 'no-data'
  | 'missing-column'
  | 'window-not-elapsed'
  | 'no-calendar'
  | 'no-cost'
  | 'no-churn'
  | 'mixed-currencies'
  | 'no-objective';
export type Verdict = 'better' | 'worse' | 'no-clear-change' | 'too-few';

export interface Interval {
  readonly level: number;
  readonly low: number;
  readonly high: number;
  readonly method: string;
}

export interface Stats {
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
}

export interface Part {
  /** `null` is "(none)". */
  readonly key: string | null;
  readonly value: number | null;
  readonly n: number;
}

export interface SeriesPoint {
  readonly start: string;
  readonly value: number | null;
  readonly n: number;
  readonly complete: boolean;
}

export interface Change {
  readonly absolute: number | null;
  readonly relative: number | null;
  readonly verdict: Verdict | null;
  /**
   * Present where the newer period has been followed for less time: both are then compared as they stood so many seconds after their end,
   * and the change is not the difference of the two values shown. Below zero where the data ends within the period's last day.
   */
  readonly followUpSeconds?: number;
}

export interface KpiResult {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  /** The heading under which it belongs. */
  readonly section: Section;
  readonly definition: string;
  readonly unit: Unit;
  readonly currency?: string;
  readonly better: Direction;
  readonly aggregate: string;
  readonly clock: Clock | null;
  readonly value: number | null;
  readonly n: number;
  readonly reason: MissingReason | null;
  /** When it is not the report's own period. */
  readonly period: ReportPeriod | null;
  readonly variant: string | null;
  /** Columns that the export lacks for it, as `table.field`. */
  readonly missing: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly stats: Stats | null;
  readonly interval: Interval | null;
  /** Of distributions: intervals of the other statistics, where the sample is large enough. */
  readonly intervals?: Readonly<Partial<Record<keyof Stats, Interval>>>;
  readonly parts: readonly Part[] | null;
  readonly distribution: readonly { readonly upTo: number | null; readonly count: number }[] | null;
  readonly previous: { readonly value: number | null; readonly n: number } | null;
  /** The same without fake users, where there are any. */
  readonly withoutFake?: { readonly value: number | null; readonly n: number };
  readonly change: Change | null;
  readonly series: readonly SeriesPoint[];
  readonly limits: { readonly mean: number; readonly low: number; readonly high: number; readonly signals: readonly string[] } | null;
}

export interface Group {
  /** `null` is a missing value. */
  readonly key: string | null;
  /** For crossed dimensions (`a+b`): one key a dimension. */
  readonly keys?: readonly (string | null)[];
  /** Its rows in the period, each once. */
  readonly n: number;
  readonly kpis: readonly KpiResult[];
}

/** Counts by day of the week and hour of the day, in the reporting zone. */
export interface Heatmap {
  readonly id: 'arrivals' | 'answers';
  readonly title: string;
  readonly n: number;
  /** Why there is nothing to show. */
  readonly reason: 'no-data' | 'missing-column' | 'no-time-of-day' | null;
  /** Seven days from the first of the week, each with 24 hours from 00:00. */
  readonly days: readonly { readonly day: WeekStart; readonly hours: readonly number[] }[];
}

export interface Breakdown {
  readonly by: string;
  readonly groups: readonly Group[];
  /** Groups too small to be shown; `withThem` of them are larger and left out because a difference from the total would tell the small ones. */
  readonly suppressed: { readonly groups: number; readonly n: number; readonly withThem?: number };
  /** What `--top` cut off. */
  readonly omitted?: { readonly groups: number; readonly n: number };
  /** The KPI whose value the groups are sorted by, where they are. */
  readonly sortedBy?: string;
}
