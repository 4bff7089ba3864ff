import { addMonths } from '../lib/time/add-months.ts';
import { DAY_MS } from '../lib/time/civil.ts';
import { parseInstant } from '../lib/time/period.ts';
import { zoneClock } from '../lib/time/zone.ts';
import type { ObjectiveHorizon, ObjectiveState } from '../model/objective-report.ts';
import type { Direction } from '../model/report.ts';
import type { Objective } from '../model/settings.ts';

/** So much of the way behind is still a risk, not a failure. */
const AT_RISK = 0.1;
/** Months after the start at which a long objective is looked at (seed 001: half a year, a year, two years). */
const HORIZONS = [6, 12, 24] as const;

export interface ProgressRequest {
  readonly objective: Pick<Objective, 'from' | 'to' | 'start' | 'by'>;
  /** The outcome's value now; `null` where there is none. */
  readonly current: number | null;
  /** Which way the outcome is better: decides an objective that wants to keep a value (`from` = `to`). */
  readonly better: Direction;
  /** Until when the data tells, epoch ms. */
  readonly at: number;
  /** IANA. */
  readonly timeZone: string;
}

export interface Progress {
  /** `threshold` = to keep a value: met or not, nothing in between. */
  readonly kind: 'linear' | 'threshold';
  /** Share of the way, from 0; beyond the target more than 1. */
  readonly progress: number | null;
  /** The same on a straight line from the start to the last day. */
  readonly expected: number;
  readonly expectedValue: number;
  readonly state: ObjectiveState;
  readonly horizons: readonly ObjectiveHorizon[];
}

/**
 * `(current − from) / (to − from)`, for targets above and below alike, against the share of time that has passed between the start and the end of the
 * last day (kpis.md §7): on track at or past it, at risk up to 10 points of the way behind, else off track; past due after the last day; met once the
 * target is reached.
 */
export function objectiveProgress({ objective, current, better, at, timeZone }: ProgressRequest): Progress {
  const { from, to } = objective;
  const start = parseInstant(objective.start, timeZone);
  const end = dayAfter(objective.by, timeZone);
  const expected = Math.min(1, Math.max(0, (at - start) / (end - start)));
  const kind = from === to ? 'threshold' : 'linear';
  const progress = current === null || kind === 'threshold' ? null : Math.max(0, (current - from) / (to - from)) + 0;
  const isMet = current !== null && (kind === 'threshold' ? keeps(current, to, better) : progress! >= 1);
  return {
    kind,
    progress,
    expected,
    expectedValue: from + (to - from) * expected,
    state: stateOf(),
    horizons: HORIZONS.flatMap((months): ObjectiveHorizon[] => {
      const then = addMonths(start, months, timeZone);
      if (kind === 'threshold' || then > end) return [];
      const share = (then - start) / (end - start);
      return [{ months, day: localDay(then, timeZone), expected: share, expectedValue: from + (to - from) * share, passed: then <= at }];
    }),
  };

  function stateOf(): ObjectiveState {
    if (at < start) return 'not-started';
    if (current === null) return 'no-data';
    if (isMet) return 'met';
    if (at >= end) return 'past-due';
    if (progress === null) return 'off-track';
    // A share of time such as 0.1 × 3 is not exact: a hair's breadth behind is not behind.
    if (progress >= expected - 1e-9) return 'on-track';
    return progress >= expected - AT_RISK - 1e-9 ? 'at-risk' : 'off-track';
  }
}

function keeps(current: number, target: number, better: Direction): boolean {
  return better === 'lower' ? current <= target : current >= target;
}

function dayAfter(day: string, timeZone: string): number {
  const clock = zoneClock(timeZone);
  return clock.wallToInstant(clock.instantToWall(parseInstant(day, timeZone)) + DAY_MS);
}

function localDay(at: number, timeZone: string): string {
  return new Date(zoneClock(timeZone).instantToWall(at)).toISOString().slice(0, 10);
}
