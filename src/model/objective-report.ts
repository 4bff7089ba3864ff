import type { Direction, Interval, ReportPeriod, Unit } from './report.ts';

export type ObjectiveState = 'met' | 'on-track' | 'at-risk' | 'off-track' | 'past-due' | 'not-started' | 'no-data';

/** "If my agents (action), our customers will (outcome)", and how far that has come. Values in the outcome's unit. */
export interface ObjectiveResult {
  readonly name: string;
  readonly owner: string | null;
  /** What the agents were to do, as a rule, and whether they did. That both went well does not say that one came of the other. */
  readonly action: {
    readonly rule: string;
    readonly unit: Unit;
    readonly value: number | null;
    readonly n: number;
    readonly kept: boolean | null;
  } | null;
  readonly outcome: {
    readonly rule: string;
    readonly kpi: string;
    readonly title: string;
    readonly aggregate: string;
    readonly where: string | null;
    readonly unit: Unit;
    readonly currency?: string;
    readonly better: Direction;
  };
  readonly from: number;
  readonly to: number;
  /** ISO days; the last one included. */
  readonly start: string;
  readonly by: string;
  /** Instant (ISO 8601) at which it is judged. */
  readonly at: string;
  /** Over what the current value is taken. */
  readonly period: ReportPeriod | null;
  readonly current: number | null;
  readonly n: number;
  readonly interval: Interval | null;
  readonly kind: 'linear' | 'threshold';
  /** Share of the way, from 0; beyond the target more than 1. `null` without a value and for a threshold. */
  readonly progress: number | null;
  /** Share of the time. */
  readonly expected: number;
  readonly expectedValue: number;
  readonly state: ObjectiveState;
  /** Why there is no value. */
  readonly reason: string | null;
  readonly horizons: readonly ObjectiveHorizon[];
}

/** Where a straight line would be so many months after the start. */
export interface ObjectiveHorizon {
  readonly months: number;
  /** ISO day. */
  readonly day: string;
  readonly expected: number;
  readonly expectedValue: number;
  readonly passed: boolean;
}
