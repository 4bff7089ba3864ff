import { buckets, calendarDays, dayAround } from '../lib/time/period.ts';
import { timeColumnFacts } from '../lib/time/time-column.ts';
import type { Period, SeriesStep } from '../model/period.ts';
import type { Measure } from '../kpis/measure.ts';
import type { Dataset } from '../model/dataset.ts';
import { TABLE_KINDS } from '../model/kinds.ts';
import type { ReportPeriod } from '../model/report.ts';
import { UserError } from '../model/user-error.ts';
import type { Evidence, Question } from './question.ts';

/** No bounds at all: a row counts even without a date. */
const ALL: Period = { label: 'all', start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };

export function isUnbounded({ start, end }: Period): boolean {
  return start === Number.NEGATIVE_INFINITY && end === Number.POSITIVE_INFINITY;
}

const DAY_MS = 86_400_000;
/** A series should fit a line of a terminal. */
const READABLE_POINTS = 16;
const MOST_POINTS = 5000;
const DAYS_IN_STEP: Readonly<Record<SeriesStep, number>> = { day: 1, week: 7, month: 30, quarter: 91 };

/** The time side of a question: what is complete, how many days have elapsed, which buckets make the series. */
export interface TimeFrame {
  readonly period: Period;
  readonly previous: Period | null;
  /** The report's period, or the last complete month for a state over a period that was asked of all data; `null` where no month is complete. */
  readonly periodOf: (measure: Measure) => Period | null;
  readonly series: readonly Period[];
  readonly isComplete: (period: Period) => boolean;
  /** Whether it begins only after the data has ended: a stock or a rate of customers over it would be that of the last day, called new. */
  readonly isBeyond: (period: Period) => boolean;
  /** Whether there are two complete periods: partial ones are shown and never compared. */
  readonly isComparable: boolean;
  /** The end of the data, epoch ms; `NaN` without any time. */
  readonly asOf: number;
  /** Whether it was given with --as-of. */
  readonly asOfGiven: boolean;
  /** Until when the data is complete, epoch ms; `NaN` without any time. */
  readonly reached: number;
  /** Calendar days of a period that the data has reached. */
  readonly elapsedDays: (period: Period) => number;
  readonly describe: (period: Period) => ReportPeriod;
  /** When the tickets begin, if that is well inside the period: then its volumes are those of a part. `null` otherwise. */
  readonly beginsWithin: (period: Period) => number | null;
  /** When the tickets end, if that is well before the end of the period and of other data. `null` otherwise, and where --as-of says that nothing is missing. */
  readonly ticketsEndBefore: (period: Period) => number | null;
  /** The calendar day of an instant, `2025-03-09`. */
  readonly dayOf: (at: number) => string;
}

export function timeFrame(evidence: Evidence, question: Question): TimeFrame {
  const { asOf, firstAt, lastAt, dataset } = evidence;
  const { timeZone } = question;
  const reached = question.asOfGiven || Number.isNaN(asOf) ? asOf : dayAround(asOf, timeZone).end;
  const isComplete = (period: Period): boolean => isUnbounded(period) || period.end <= reached;
  const bounded = question.period && !isUnbounded(question.period) ? question.period : null;
  const isBeyond = ({ start }: Period): boolean => start >= reached;
  const period = bounded ?? ALL;
  const span = bounded ?? activeSpan(dataset);
  const step = question.every ?? (span ? readableStep(span) : 'month');
  const lastMonth = Number.isNaN(reached) ? null : lastCompleteMonth(reached, question);
  return {
    period,
    previous: question.previous,
    periodOf: ({ stateOverPeriod, overAll }) => (bounded !== null ? period : (overAll ?? (stateOverPeriod ? lastMonth : period))),
    series: span && !isBeyond(period) ? seriesBuckets({ span, step, question }).filter((bucket) => !(bucket.start > asOf)) : [],
    isComplete,
    isBeyond,
    isComparable: question.previous !== null && isComplete(period) && isComplete(question.previous),
    asOf,
    asOfGiven: question.asOfGiven,
    reached,
    elapsedDays: ({ start, end }) => calendarDays(start, Math.min(end, reached), timeZone),
    beginsWithin: beginning(dataset),
    ticketsEndBefore: question.asOfGiven ? () => null : ending(dataset, reached),
    dayOf: (at) => dayAround(at, timeZone).label,
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

/** When things happened in the data: the span of its tickets, else of the first table with dates. A customer who signed up years ago stretches no trend. */
function activeSpan({ tables }: Dataset): Period | null {
  for (const kind of TABLE_KINDS) {
    let start = Number.POSITIVE_INFINITY;
    let end = Number.NEGATIVE_INFINITY;
    for (const name of ['createdAt', 'solvedAt', 'at', 'startedAt', 'signedUpAt']) {
      const found = tables[kind].columns.get(name);
      if (found?.type !== 'time') continue;
      const { first, last } = timeColumnFacts(found.values);
      start = Math.min(start, first);
      end = Math.max(end, last);
    }
    if (start <= end) return { label: 'all', start, end: end + 1 };
  }
  return null;
}

/** Between two tickets of a quiet team days may pass: only a start that is late by several times that says that the export begins there. */
const LATE_BY_GAPS = 5;

function beginning({ tables }: Dataset): TimeFrame['beginsWithin'] {
  const created = tables.tickets.columns.get('createdAt');
  if (created?.type !== 'time') return () => null;
  const { first, last, dated } = timeColumnFacts(created.values);
  const slack = Math.max(DAY_MS, (LATE_BY_GAPS * (last - first)) / Math.max(1, dated - 1));
  return (period) => (!isUnbounded(period) && first > period.start + slack && first < period.end ? first : null);
}

/** Over a weekend and a holiday nobody need write. */
const QUIET_DAYS = 4;

function ending({ tables }: Dataset, reached: number): TimeFrame['ticketsEndBefore'] {
  const created = tables.tickets.columns.get('createdAt');
  if (created?.type !== 'time') return () => null;
  const { first, last, dated } = timeColumnFacts(created.values);
  if (dated === 0) return () => null;
  const slack = Math.max(QUIET_DAYS * DAY_MS, (LATE_BY_GAPS * (last - first)) / Math.max(1, dated - 1));
  return (period) => (!isUnbounded(period) && last + slack < Math.min(period.end, reached) ? last : null);
}

function lastCompleteMonth(reached: number, { timeZone, weekStart }: Question): Period | null {
  const months = buckets({ label: '', start: reached - 62 * DAY_MS, end: reached + 1 }, 'month', { timeZone, weekStart });
  return months.findLast(({ end }) => end <= reached) ?? null;
}

/** A stray date of the year 1 must not make a series of a million days. */
function seriesBuckets({ span, step, question }: { span: Period; step: SeriesStep; question: Question }): readonly Period[] {
  const points = (span.end - span.start) / DAY_MS / DAYS_IN_STEP[step];
  if (points > MOST_POINTS) {
    throw new UserError('too-many-points', `--every ${step} would make ${Math.round(points).toLocaleString('en-US')} points`, {
      hint: 'Choose a longer step, or a period with --period, --from and --to.',
    });
  }
  return buckets(span, step, question);
}

function readableStep({ start, end }: Period): SeriesStep {
  const days = (end - start) / DAY_MS;
  if (days <= READABLE_POINTS) return 'day';
  if (days <= READABLE_POINTS * 7) return 'week';
  return days <= READABLE_POINTS * 31 ? 'month' : 'quarter';
}
