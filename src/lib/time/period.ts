import { UserError } from '../../model/user-error.ts';
import type { Period, WeekStart } from '../../model/period.ts';
import { daysLabel, readUnit, unitAround, unitBefore, unitLabel, type CalendarSpan, type CalendarUnit } from './calendar-unit.ts';
import { DAY_MS } from './civil.ts';
import { readAnyDate, type DateSlot } from './parse-date.ts';
import { zoneClock } from './zone.ts';

export { buckets, calendarDays, dayAround } from './buckets.ts';
export { previousPeriod, samePeriodLastYear } from './neighbour-periods.ts';

export interface PeriodContext {
  /** Epoch ms from which relative periods count. */
  readonly now: number;
  readonly timeZone: string;
  readonly weekStart: WeekStart;
}

const FORMS =
  'Use all, today, yesterday, last-week, last-month, last-quarter, last-year, this-week (and so on), 2025, 2025-Q1, 2025-03, 2025-W10, 2025-03-09 or 2025-01-01..2025-03-31 (both days included).';
/** No form is longer; checked before the one pattern that is not linear. */
const MAX_LENGTH = 64;
const RELATIVE = /^(last|this)-(day|week|month|quarter|year)$/;

/**
 * A period as users name it. Relative ones get the label of what they resolve to (`last-quarter` → `2025-Q1`), weeks that do not start on
 * Monday that of their days. `all` is unbounded: from -Infinity to Infinity. Days begin at midnight in `timeZone`.
 * Unknown → UserError('bad-period').
 */
export function parsePeriod(text: string, context: PeriodContext): Period {
  const key = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  if (key === 'all') return { label: 'all', start: -Infinity, end: Infinity };
  const span = relativeUnit(key, context) ?? readUnit(key);
  if (span !== null) return { label: unitLabel(span), ...instants(span, context.timeZone) };
  const range = key.length > MAX_LENGTH ? null : readRange(key);
  if (range === null) throw new UserError('bad-period', `"${text}" is not a period`, { hint: FORMS });
  if (range.to <= range.from) throw new UserError('bad-period', `the period "${text}" ends before it starts`, { hint: FORMS });
  return { label: daysLabel(range.from, range.to), ...instants(range, context.timeZone) };
}

/**
 * An instant for `--as-of`, `--from`, `--to`: a bare date is its 00:00 in the zone, a time without offset is local there.
 * Dates whose day and month can be confused are refused. → UserError('bad-date').
 */
export function parseInstant(text: string, timeZone: string): number {
  const clock = zoneClock(timeZone);
  const slot: DateSlot = { kind: 'date', ms: 0, order: 'fixed' };
  if (!readAnyDate(text, slot) || slot.order === 'either') {
    throw new UserError('bad-date', `"${text}" is not a date that can be read in one way only`, {
      hint: 'Write it as 2025-03-09, 2025-03-09T14:30 or 2025-03-09T14:30:00Z.',
    });
  }
  return slot.kind === 'instant' ? slot.ms : clock.wallToInstant(slot.ms);
}

function relativeUnit(key: string, { now, timeZone, weekStart }: PeriodContext): CalendarSpan | null {
  const match = RELATIVE.exec(key === 'today' ? 'this-day' : key === 'yesterday' ? 'last-day' : key);
  if (match === null) return null;
  const today = Math.floor(zoneClock(timeZone).instantToWall(now) / DAY_MS);
  const current = unitAround(match[2] as CalendarUnit, today, weekStart);
  return match[1] === 'this' ? current : unitBefore(current);
}

/** `A..B`, from the first day of A to the last of B; each a day or a longer unit. */
function readRange(key: string): { readonly from: number; readonly to: number } | null {
  const [first, last, ...more] = key.split('..').map((part) => readUnit(part.replaceAll(/^-+|-+$/g, '')));
  return first && last && more.length === 0 ? { from: first.from, to: last.to } : null;
}

function instants(
  { from, to }: { readonly from: number; readonly to: number },
  timeZone: string,
): { readonly start: number; readonly end: number } {
  const clock = zoneClock(timeZone);
  return { start: clock.wallToInstant(from * DAY_MS), end: clock.wallToInstant(to * DAY_MS) };
}
