import { HOUR_MS, DAY_MS } from '../../lib/time/civil.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import type { KpiContext } from '../define-kpi.ts';
import type { Measure } from '../measure.ts';
import { DAY_MODE, DAY_WINDOW } from '../options/customer-options.ts';
import { chosen } from '../options/option-values.ts';
import { HIT, MISS, OUT, PENDING, proportion } from '../statistics/proportion.ts';
import { times } from './columns.ts';
import { deeds, eventDays, eventsBegin, localDay, NO_DAY } from './deeds.ts';
import { fakePeople } from './fake-users.ts';
import { people, personOf } from './people.ts';
import { signupTimes } from './signups.ts';
import { reachedUntil } from './reached.ts';

/** Where a person's day N lies: as numbers of days (or hours) since 1970 that events can be compared with. */
interface Days {
  /** Of signing up; `NO_DAY` = unknown. */
  readonly first: (signedUpAt: number) => number;
  readonly ofEvent: (row: number) => number;
  /** Steps in a day. */
  readonly length: number;
  /** When the last step of day N is over, epoch ms. */
  readonly endOf: (first: number, day: number) => number;
}

/** Who is back on day N after signing up (kpis.md: bounded, calendar days of the reporting zone unless the options say otherwise). */
export function dayRetention(context: KpiContext, day: number): Measure[] {
  if (context.dataset.tables.events.rows === 0) return [];
  const signedUpAt = firstSeen(context);
  const orLater = chosen(context, DAY_MODE) === 'on-or-after';
  const rolling = chosen(context, DAY_WINDOW) === 'rolling24';
  const days = rolling ? rollingDays(context) : calendarDaysOf(context);
  const first = Int32Array.from(signedUpAt.at, (at) => (Number.isNaN(at) ? NO_DAY : days.first(at)));
  const back = returned(context, { first, days, day, orLater });
  const reached = reachedUntil(context);
  const recorded = eventsBegin(context);
  const unseen = Uint8Array.from(first, (from) => (from !== NO_DAY && days.endOf(from, day) <= recorded ? 1 : 0));
  const outcomes = Uint8Array.from(first, (from, person) => {
    if (from === NO_DAY || unseen[person] === 1) return OUT;
    if (days.endOf(from, day) > reached) return PENDING;
    return back[person] === 1 ? HIT : MISS;
  });
  return [
    proportion({
      variant: `${signedUpAt.variant}, ${orLater ? 'on that day or later' : 'on that day'}${rolling ? ', days of 24 hours' : ''}`,
      population: people(context).population,
      at: signedUpAt.at,
      outcomes,
      names: { hits: 'back', of: 'users', pending: 'pending' },
      tallies: [{ name: 'unseen', of: unseen, quiet: true }],
      ...fakePeople(context, { activity: true }),
    }),
  ];
}

/** Day 0: signing up, where the data tells of anybody; else the first event, as Amplitude has it. */
function firstSeen(context: KpiContext): { readonly at: Float64Array; readonly variant: string } {
  const signups = signupTimes(context);
  if (signups.some((at) => !Number.isNaN(at))) return { at: signups, variant: 'since signing up' };
  return {
    variant: 'since the first event',
    at: context.memo('first deeds', () => {
      const found = new Float64Array(people(context).count).fill(Number.NaN);
      const did = deeds({ ...context, options: {} });
      const at = times(context, 'events', 'at');
      personOf(context, 'events').forEach((person, row) => {
        if (person >= 0 && did[row] === 1 && !(at[row]! >= found[person]!) && !Number.isNaN(at[row]!)) found[person] = at[row]!;
      });
      return found;
    }),
  };
}

function returned(
  context: KpiContext,
  { first, days, day, orLater }: { first: Int32Array; days: Days; day: number; orLater: boolean },
): Uint8Array {
  const back = new Uint8Array(first.length);
  const who = personOf(context, 'events');
  const did = deeds(context);
  const from = day * days.length;
  const to = orLater ? Number.POSITIVE_INFINITY : from + days.length;
  for (let row = 0; row < who.length; row++) {
    const person = who[row]!;
    if (person < 0 || did[row] !== 1 || first[person] === NO_DAY) continue;
    const since = days.ofEvent(row) - first[person]!;
    if (since >= from && since < to) back[person] = 1;
  }
  return back;
}

function calendarDaysOf(context: KpiContext): Days {
  const days = eventDays(context);
  const clock = zoneClock(context.timeZone);
  return {
    first: localDay(context),
    ofEvent: (row) => days[row]!,
    length: 1,
    endOf: (first, day) => clock.wallToInstant((first + day + 1) * DAY_MS),
  };
}

/** Days of 24 hours from the hour of signing up, events too by their hour (Amplitude). */
function rollingDays(context: KpiContext): Days {
  const at = times(context, 'events', 'at');
  const { offsetAt } = zoneClock(context.timeZone);
  // Hours begin where the zone's clocks have them: in Kathmandu 15 minutes past those of UTC.
  const hourOf = (time: number): number => Math.floor((time + (offsetAt(time) % HOUR_MS)) / HOUR_MS);
  return {
    first: hourOf,
    ofEvent: (row) => (Number.isNaN(at[row]!) ? NO_DAY : hourOf(at[row]!)),
    length: 24,
    endOf: (first, day) => (first + (day + 1) * 24) * HOUR_MS,
  };
}

/** What the three KPIs of it share. */
export const DAY_RETENTION_NEEDS: readonly (readonly string[])[] = [['events.customerId', 'events.at']];
export const DAY_RETENTION_EXCLUDES = [
  'users whose day has not fully passed (counted as pending)',
  'users whose day lies before events were recorded (counted as unseen)',
  'notices sent and mentions elsewhere, which are no use of the product',
];
export const DAY_RETENTION_SOURCES = [
  'Amplitude: share of the users of day 0 who are active on day N, over those for whom it has passed',
  'otherwise: Amplitude and Mixpanel count days of 24 hours by default (option window: rolling24), others "on or after" (option mode: on-or-after)',
];

/** Four who signed up on one day, one of whom is back on day N and one on the day after; a fifth whose day has not passed. */
export function dayRetentionExample(day: number): { readonly customerId: string; readonly at: string; readonly name: string }[] {
  const on = (days: number, time: string): string => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 11) + time;
  return [
    ...['a', 'b', 'c', 'd'].map((customerId) => ({ customerId, at: on(0, '08:00:00Z'), name: 'signup' })),
    { customerId: 'a', at: on(day, '23:00:00Z'), name: 'visit' },
    { customerId: 'b', at: on(day + 1, '00:30:00Z'), name: 'visit' },
    { customerId: 'late', at: on(40, '08:00:00Z'), name: 'signup' },
  ];
}
