import { parseDateCell } from '../../lib/time/parse-date.ts';
import { parseDuration } from '../../lib/time/parse-duration.ts';
import { DAY_MS } from '../../lib/time/civil.ts';
import type { ZoneClock } from '../../lib/time/zone.ts';
import type { Field } from './fields.ts';

/** What a value covers on the line of numbers: a point (`from` = `to`), or a day `[from, to)`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:$|[T ])/;
const FLAGS: ReadonlyMap<string, number> = new Map([
  ['true', 1],
  ['yes', 1],
  ['1', 1],
  ['false', 0],
  ['no', 0],
  ['0', 0],
]);

/** The value in the field's unit, or `null` when it is none for this type. */
export function readSpan(field: Field, text: string, clock: ZoneClock): Span | null {
  if (field.type === 'time') return readDate(text, clock);
  if (field.type === 'flag') return point(FLAGS.get(text.toLowerCase()));
  const number = readNumber(text);
  // Seconds or hours: a bare number does not say, except for nothing at all, and where the field's name does.
  if (field.type === 'duration') return point(parseDuration(text) ?? (number === 0 ? 0 : undefined));
  return point(
    number ?? (field.ratio === true ? readPercent(text) : undefined) ?? (field.seconds ? (parseDuration(text) ?? undefined) : undefined),
  );
}

export function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** `90%` → 0.9. */
function readPercent(text: string): number | undefined {
  const found = /^([+-]?\d+(?:\.\d+)?) ?%$/.exec(text);
  return found === null ? undefined : Number(`${found[1]}e-2`);
}

/** What a value of this type looks like, for errors. */
export function formOf(field: Field): string {
  if (field.type === 'time') return 'a date such as 2025-03-09 or 2025-03-09T10:00';
  if (field.type === 'flag') return 'true or false';
  if (field.seconds)
    return field.type === 'duration' ? 'a duration such as 2h, 30m or 1d' : 'a number of seconds or a duration such as 2h or 30m';
  return 'a number';
}

function point(value: number | undefined): Span | null {
  return value === undefined ? null : { from: value, to: value };
}

/** ISO only: 03/04/2025 would have to be guessed. A day covers all of it, in the reporting time zone. */
function readDate(text: string, clock: ZoneClock): Span | null {
  const cell = ISO_DATE.test(text) ? parseDateCell(text) : null;
  if (cell === null) return null;
  if (cell.kind === 'instant') return point(cell.ms);
  if (cell.kind === 'wall') return point(clock.wallToInstant(cell.ms));
  return { from: clock.wallToInstant(cell.ms), to: clock.wallToInstant(cell.ms + DAY_MS) };
}
