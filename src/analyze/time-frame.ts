import { buckets, calendarDays, dayAround } from '../lib/time/period.ts';
import type { Period, SeriesStep } from '../model/period.ts';
import type { ReportPeriod } from '../model/report.ts';
import type { Evidence, Question } from './question.ts';

/** No bounds at all: a row counts even without a date. */
export const ALL: Period = { label: 'all', start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

export function isUnbounded({ start, end }: Period): boolean {
  return start === Number.NEGATIVE_INFINITY && end === Number.POSITIVE_INFINITY;
}

const DAY_MS = 86_400_000;
/** A series should fit a line of a terminal. */
const READABLE_POINTS = 16;

/** The time side of a question: what is complete, how many days have elapsed, which buckets make the series. */
export interface TimeFrame {
  readonly period: Period;
  readonly previous: Period | null;
  readonly series: readonly Period[];
  readonly isComplete: (period: Period) => boolean;
  /** Calendar days of a period that the data has reached. */
  readonly elapsedDays: (period: Period) => number;
  readonly describe: (period: Period) => ReportPeriod;
}

export function timeFrame(evidence: Evidence, question: Question): TimeFrame {
  const { asOf, firstAt, lastAt } = evidence;
  const { timeZone, weekStart } = question;
  const reached = question.asOfGiven || Number.isNaN(asOf) ? asOf : dayAround(asOf, timeZone).end;
  const isComplete = (period: Period): boolean => isUnbounded(period) || period.end <= reached;
  const bounded = question.period && !isUnbounded(question.period) ? question.period : null;
  const period = bounded ?? ALL;
  const span = bounded ?? (Number.isNaN(firstAt) ? null : { label: 'all', start: firstAt, end: lastAt + 1 });
  const step = question.every ?? (span ? readableStep(span) : 'month');
  return {
    period,
    previous: question.previous,
    series: span ? buckets(span, step, { timeZone, weekStart }).filter((bucket) => !(bucket.start > asOf)) : [],
    isComplete,
    elapsedDays: ({ start, end }) => calendarDays(start, Math.min(end, reached), timeZone),
    describe: (some) => ({
      label: some.label,
      start: isoOrNull(isUnbounded(some) ? firstAt : some.start),
      end: isoOrNull(isUnbounded(some) ? lastAt : some.end),
      complete: isComplete(some),
    }),
  };
}

export function isoOrNull(ms: number): string | null {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}

function readableStep({ start, end }: Period): SeriesStep {
  const days = (end - start) / DAY_MS;
  if (days <= READABLE_POINTS) return 'day';
  if (days <= READABLE_POINTS * 7) return 'week';
  return days <= READABLE_POINTS * 31 ? 'month' : 'quarter';
}
