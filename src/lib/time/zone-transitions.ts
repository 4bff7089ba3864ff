import { DAY_MS, SECOND_MS, dayNumber } from './civil.ts';

/** Offsets of a zone over a stretch of time: `offsets[i]` holds from `instants[i - 1]` until `instants[i]`. */
export interface Stretch {
  /** When the offset changes, ascending. */
  readonly instants: readonly number[];
  /** The same changes on the local clock: where local times begin to belong to the next offset. */
  readonly walls: readonly number[];
  /** Milliseconds east of UTC; one more than there are changes. */
  readonly offsets: readonly number[];
}

/** The shortest time that an offset has lasted since 1950, or will by 2100, is seven days (Recife 2000, Gaza 2054): none hides between two samples. */
const SAMPLE_MS = 3 * DAY_MS;
/** Earlier local times would be formatted as years before Christ. */
const FIRST_INSTANT = dayNumber(1, 1, 2) * DAY_MS;
/** The last instant that a `Date` can hold. */
const LAST_INSTANT = 8.64e15;

/** The zone's offset by the runtime's own time zone data: slow (some microseconds), therefore asked only to find the changes. */
export type OffsetOracle = (instantMs: number) => number;

export function intlOffsets(timeZone: string): OffsetOracle {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return (instantMs) => {
    const second = Math.floor(Math.min(Math.max(instantMs, FIRST_INSTANT), LAST_INSTANT) / SECOND_MS) * SECOND_MS;
    const [month = 0, day = 0, year = 0, hours = 0, minutes = 0, seconds = 0] = (format.format(second).match(/\d+/g) ?? []).map(Number);
    return (dayNumber(year, month, day) * 86_400 + hours * 3600 + minutes * 60 + seconds) * SECOND_MS - second;
  };
}

/** Every change of offset in `[from, to]`, to the second. */
export function findStretch(offsetAt: OffsetOracle, from: number, to: number): Stretch {
  const instants: number[] = [];
  const walls: number[] = [];
  const offsets = [offsetAt(from)];
  let low = from;
  let before = offsetAt(from);
  while (low < to) {
    const high = Math.min(low + SAMPLE_MS, to);
    const after = offsetAt(high);
    if (after === before) {
      low = high;
      continue;
    }
    const change = firstChange(offsetAt, low, high, before);
    const next = offsetAt(change);
    instants.push(change);
    walls.push(change + Math.max(before, next));
    offsets.push(next);
    low = change;
    before = next;
  }
  return { instants, walls, offsets };
}

function firstChange(offsetAt: OffsetOracle, from: number, to: number, offset: number): number {
  let low = Math.floor(from / SECOND_MS);
  let high = Math.ceil(to / SECOND_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND_MS) === offset) low = middle;
    else high = middle;
  }
  return high * SECOND_MS;
}
