import { DAY_MS } from '../../../lib/time/civil.ts';
import type { KpiContext } from '../../define-kpi.ts';
import { times, timesOrUndefined } from '../columns.ts';
import { deeds, eventsBegin } from '../deeds.ts';
import { eventsNamed } from '../event-names.ts';
import { people, personOf } from '../people.ts';
import { signupTimes } from '../signups.ts';
import { numberFact, type FactColumns } from './fact-columns.ts';

/** The change of who used it not at all before: it has no share. */
const FROM_NOTHING = 1;
/** What customers do about their account, not with the product. */
const NO_USE = ['signup', 'cancel', 'downgrade', 'upgrade', 'referral'];

/**
 * How much each person used the product in the window before an instant and how that compares with the window before it: by events, as far back
 * as they were recorded, else by the date of last activity, which can only tell that use has stopped.
 */
export function usageFacts(context: KpiContext, at: number, windowDays: number): FactColumns {
  const lastActiveAt = timesOrUndefined(context, 'customers', 'lastActiveAt');
  const recorded = eventsBegin(context);
  if (Number.isNaN(recorded) && lastActiveAt === undefined) return {};
  const { count } = people(context);
  const window = windowDays * DAY_MS;
  const { now, before, last } = countEvents(context, at, window);
  const since = signupTimes(context);
  const seen = (person: number): number => {
    const column =
      lastActiveAt !== undefined && person < lastActiveAt.length && lastActiveAt[person]! < at ? lastActiveAt[person]! : Number.NaN;
    return column > last[person]! || Number.isNaN(last[person]!) ? column : last[person]!;
  };
  // A window that began before the events did, or before the customer did, holds less than all of it.
  const covers = (person: number, from: number): boolean => recorded <= from && !(since[person]! > from);
  const stopped = (person: number): boolean => Number.isNaN(recorded) && seen(person) < at - window;
  return {
    usage: numberFact(count, (person) => (recorded <= at - window ? now[person]! : stopped(person) ? 0 : Number.NaN)),
    usageBefore: numberFact(count, (person) => (covers(person, at - 2 * window) ? before[person]! : Number.NaN)),
    usageChange: numberFact(count, (person) => {
      if (stopped(person)) return -1;
      if (!covers(person, at - 2 * window)) return Number.NaN;
      if (before[person] === 0) return now[person]! > 0 ? FROM_NOTHING : Number.NaN;
      return now[person]! / before[person]! - 1;
    }),
    inactiveDays: numberFact(count, (person) => {
      const time = Number.isNaN(seen(person)) && since[person]! >= recorded && since[person]! < at ? since[person]! : seen(person);
      return Math.floor((at - time) / DAY_MS);
    }),
  };
}

interface Counted {
  readonly now: Float64Array;
  readonly before: Float64Array;
  /** Last use before the instant, epoch ms; `NaN` where none. */
  readonly last: Float64Array;
}

function countEvents(context: KpiContext, at: number, window: number): Counted {
  const { count } = people(context);
  const [now, before, last] = [new Float64Array(count), new Float64Array(count), new Float64Array(count).fill(Number.NaN)];
  const who = personOf(context, 'events');
  const happenedAt = times(context, 'events', 'at');
  const uses = usingEvents(context);
  for (let row = 0; row < who.length; row++) {
    const [person, time] = [who[row]!, happenedAt[row]!];
    if (person < 0 || uses[row] === 0 || !(time < at)) continue;
    if (!(time <= last[person]!)) last[person] = time;
    if (time >= at - window) now[person]!++;
    else if (time >= at - 2 * window) before[person]!++;
  }
  return { now, before, last };
}

function usingEvents(context: KpiContext): Uint8Array {
  return context.memo('events of use', () => {
    const account = eventsNamed(context, NO_USE);
    return deeds({ ...context, options: {} }).map((deed, row) => (deed === 1 && account?.[row] !== 1 ? 1 : 0));
  });
}
