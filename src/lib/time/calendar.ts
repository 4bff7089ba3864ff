import { DAY_MS, MINUTE_MS, SECOND_MS } from './civil.ts';
import { readOpeningHours, type CalendarRules, type OpeningHours } from './opening-hours.ts';
import { zoneClock, type ZoneClock } from './zone.ts';

export type { CalendarRules } from './opening-hours.ts';

/** Opening hours of a team, as real time: a Sunday that is open all day has 25 hours when the clocks go back. */
export interface BusinessCalendar {
  readonly timeZone: string;
  /** What was read differently from what the rules say, for the reader of the config. */
  readonly notes: readonly string[];
  /**
   * Open seconds in `[start, end)`, epoch ms. 0 when `end` is not after `start`: callers exclude negative durations themselves.
   * `NaN` for `NaN` and for instants outside 1900–2199.
   */
  readonly openSeconds: (start: number, end: number) => number;
  readonly isOpen: (instantMs: number) => boolean;
}

/** Open time is added up by stretches of so many days, each computed when it is first asked for. */
const STRETCH_DAYS = 400;
const STRETCH_MS = STRETCH_DAYS * DAY_MS;
const FIRST = Date.UTC(1900, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

/** Open intervals of one stretch, ascending and apart. */
interface OpenStretch {
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Open time in the stretch before each interval; one more for all of it. */
  readonly before: Float64Array;
  /** By 24 hours since the stretch's start: the first interval that has not closed by then. */
  readonly firstOf: Int32Array;
}

/**
 * A calendar from its rules. Shifts are half-open; a shift belongs to the day on which it starts (a holiday closes the whole night shift
 * that starts on it); overlapping shifts count once; local times follow `ZoneClock`. Days that the zone skipped have no shifts.
 * Source of the rules and vectors: kpis.md §9. → UserError('bad-calendar' | 'bad-time-zone').
 */
export function businessCalendar(rules: CalendarRules): BusinessCalendar {
  const clock = zoneClock(rules.timeZone);
  const hours = readOpeningHours(rules);
  const stretches = new Map<number, OpenStretch>();
  const stretchAt = (index: number): OpenStretch => {
    let stretch = stretches.get(index);
    if (stretch === undefined) {
      stretch = openStretch(index * STRETCH_MS, clock, hours);
      stretches.set(index, stretch);
    }
    return stretch;
  };

  const openMs = (start: number, end: number): number => {
    const first = Math.floor(start / STRETCH_MS);
    const last = Math.floor(end / STRETCH_MS);
    let open = openBefore(stretchAt(last), end - last * STRETCH_MS, end) - openBefore(stretchAt(first), start - first * STRETCH_MS, start);
    for (let index = first; index < last; index += 1) open += stretchAt(index).before.at(-1) ?? 0;
    return open;
  };
  const isKnown = (ms: number): boolean => ms >= FIRST && ms < LAST;
  return {
    timeZone: clock.name,
    notes: hours.notes,
    openSeconds: (start, end) => (isKnown(start) && isKnown(end) ? (end > start ? openMs(start, end) / SECOND_MS : 0) : NaN),
    isOpen: (instantMs) => isKnown(instantMs) && openMs(instantMs, instantMs + 1) > 0,
  };
}

function openBefore({ opens, closes, before, firstOf }: OpenStretch, sinceStart: number, ms: number): number {
  let interval = firstOf[Math.floor(sinceStart / DAY_MS)] ?? 0;
  while (interval < closes.length && (closes[interval] ?? Infinity) <= ms) interval += 1;
  const open = interval < opens.length ? Math.max(0, ms - (opens[interval] ?? ms)) : 0;
  return (before[interval] ?? 0) + open;
}

function openStretch(start: number, clock: ZoneClock, hours: OpeningHours): OpenStretch {
  const end = start + STRETCH_MS;
  const intervals = merge(
    shiftsBetween(start, end, clock, hours)
      .map(([open, close]): Interval => [Math.max(open, start), Math.min(close, end)])
      .filter(([open, close]) => open < close),
  );
  const before = new Float64Array(intervals.length + 1);
  intervals.forEach(([open, close], index) => (before[index + 1] = (before[index] ?? 0) + close - open));
  const closes = Float64Array.from(intervals, ([, close]) => close);
  const firstOf = new Int32Array(STRETCH_DAYS);
  let interval = 0;
  for (let day = 0; day < STRETCH_DAYS; day += 1) {
    while (interval < closes.length && (closes[interval] ?? Infinity) <= start + day * DAY_MS) interval += 1;
    firstOf[day] = interval;
  }
  return { opens: Float64Array.from(intervals, ([open]) => open), closes, before, firstOf };
}

type Interval = readonly [open: number, close: number];

/** The shifts of the zone's days around a stretch, as instants. */
function shiftsBetween(start: number, end: number, clock: ZoneClock, hours: OpeningHours): Interval[] {
  const found: Interval[] = [];
  const lastDay = Math.floor(clock.instantToWall(end) / DAY_MS);
  for (let day = Math.floor(clock.instantToWall(start) / DAY_MS) - 2; day <= lastDay; day += 1) {
    const midnight = day * DAY_MS;
    const skipped = clock.wallToInstant(midnight) === clock.wallToInstant(midnight + DAY_MS);
    if (skipped) continue;
    for (const { from, to } of hours.shiftsOn(day)) {
      found.push([clock.wallToInstant(midnight + from * MINUTE_MS), clock.wallToInstant(midnight + to * MINUTE_MS)]);
    }
  }
  return found;
}

/** Sorted, and what touches or overlaps made one. */
function merge(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [open, close] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && open <= last[1]) last[1] = Math.max(last[1], close);
    else merged.push([open, close]);
  }
  return merged;
}
