import type { Clock } from './kinds.ts';
import type { Direction, Interval, Unit } from './report.ts';

export const CHECK_OPERATORS = ['<=', '<', '>=', '>'] as const;
export type CheckOperator = (typeof CHECK_OPERATORS)[number];
export const CHECK_LEVELS = ['error', 'warn'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];
export const ON_NO_DATA = ['fail', 'warn', 'pass'] as const;
export type OnNoData = (typeof ON_NO_DATA)[number];

/** `drop` and `rise` compare the distance from another period or report with the limit. */
export type Movement = 'drop' | 'rise';
/** How `value`, `limit` and `excess` are to be read: in the KPI's unit, as percentage points, or as a share of what is compared with. */
export type CheckScale = 'value' | 'points' | 'relative';
export type CheckState = 'passed' | 'failed' | 'warned' | 'no-data' | 'too-few';

/** Where the limit stands, 1-based. */
export interface CheckPlace {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** The verdict on one rule, or on one group of a rule that asks for every group. Everything that a format says stands in it. */
export interface CheckResult {
  /** The rule as written, or the name that the config gives it, with the group where there is one. */
  readonly name: string;
  readonly kpi: string;
  readonly title: string;
  /** The condition on rows, with the group filled in; `null` = all rows. */
  readonly where: string | null;
  readonly aggregate: string;
  readonly clock: Clock | null;
  readonly variant: string | null;
  readonly unit: Unit;
  readonly currency?: string;
  readonly better: Direction;
  readonly movement: Movement | null;
  readonly scale: CheckScale;
  readonly operator: CheckOperator;
  readonly limit: number;
  /** The stricter limit behind `warn`. */
  readonly warnLimit: number | null;
  /** What stands left of the operator, unrounded: the KPI's value, or how far it dropped or rose. */
  readonly value: number | null;
  readonly n: number;
  /** Of `value`, where it can be known. */
  readonly interval: Interval | null;
  /** Only of `drop` and `rise`: the KPI's value now and what it is compared with. */
  readonly compared: { readonly now: number | null; readonly before: number | null; readonly n: number; readonly with: string } | null;
  readonly level: CheckLevel;
  readonly state: CheckState;
  /** What the state means for the whole: `no-data` and `too-few` may be any of the three. */
  readonly outcome: 'passed' | 'warned' | 'failed';
  /** The limit that was missed: the rule's own or the stricter one; `null` where none was. */
  readonly missed: number | null;
  /** How far `value` is beyond the missed limit, never negative. */
  readonly excess: number | null;
  /** Missed, but the interval reaches the good side, and the rule asked for confidence. */
  readonly withinChance: boolean;
  /** Why there is no verdict. */
  readonly reason: string | null;
  readonly minSample: number | null;
  readonly place: CheckPlace | null;
}
