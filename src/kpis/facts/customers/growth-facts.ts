import { DAY_MS } from '../../../lib/time/civil.ts';
import type { KpiContext } from '../../define-kpi.ts';
import { codes, flags, numbers, times } from '../columns.ts';
import { eventsNamed } from '../event-names.ts';
import { mrrAt, paidSpans } from '../paid-spans.ts';
import { people, personOf } from '../people.ts';
import { signupTimes } from '../signups.ts';
import { flagFact, numberFact, type FactColumns } from './fact-columns.ts';
import { personNames } from './person-rows.ts';

/** Signs that a customer grows, just before an instant: upgrades or a higher price in the window, referrals ever, seats in use now. */
export function growthFacts(context: KpiContext, at: number, windowDays: number): FactColumns {
  return { ...expansion(context, at, at - windowDays * DAY_MS), ...referrals(context, at), ...seats(context) };
}

function expansion(context: KpiContext, at: number, since: number): FactColumns {
  const { count } = people(context);
  const upgrades = eventsNamed(context, ['upgrade']);
  const subscribed = context.dataset.tables.subscriptions.rows > 0;
  if (upgrades === undefined && !subscribed) return {};
  const grew = new Uint8Array(count);
  const mark = (table: 'events' | 'subscriptions', counts: (row: number) => boolean): void => {
    const moments = times(context, table, table === 'events' ? 'at' : 'startedAt');
    personOf(context, table).forEach((person, row) => {
      if (person >= 0 && counts(row) && moments[row]! < at && moments[row]! >= since) grew[person] = 1;
    });
  };
  if (upgrades) mark('events', (row) => upgrades[row] === 1);
  const flagged = flags(context, 'subscriptions', 'upgrade');
  if (flagged) mark('subscriptions', (row) => flagged[row] === 1);
  const spans = paidSpans(context);
  return {
    expanded: flagFact(count, (person) => {
      if (grew[person] === 1) return true;
      const before = mrrAt(spans, person, since);
      return before > 0 && mrrAt(spans, person, at) > before;
    }),
  };
}

function referrals(context: KpiContext, at: number): FactColumns {
  const referrers = codes(context, 'customers', 'referredBy');
  const named = eventsNamed(context, ['referral']);
  if (!referrers && !named) return {};
  const { count } = people(context);
  const [brought, told] = [new Float64Array(count), new Float64Array(count)];
  if (referrers) {
    const signedUpAt = signupTimes(context);
    const personOfName = new Map(personNames(context).map((name, person) => [name.toLowerCase(), person]));
    const persons = referrers.values.map((name, code) => (code === 0 ? -1 : (personOfName.get(name.toLowerCase()) ?? -1)));
    referrers.codes.forEach((code, row) => {
      const person = persons[code]!;
      if (person >= 0 && !(signedUpAt[row]! >= at)) brought[person]!++;
    });
  }
  if (named) {
    const happenedAt = times(context, 'events', 'at');
    personOf(context, 'events').forEach((person, row) => {
      if (person >= 0 && named[row] === 1 && happenedAt[row]! < at) told[person]!++;
    });
  }
  // The same referral may stand in both: as what the one did, and as where the other came from.
  return { referrals: numberFact(count, (person) => Math.max(brought[person]!, told[person]!)) };
}

function seats(context: KpiContext): FactColumns {
  const [used, paid] = [numbers(context, 'customers', 'seatsUsed'), numbers(context, 'customers', 'seats')];
  if (!used || !paid) return {};
  return {
    seatUse: numberFact(people(context).count, (person) =>
      person < used.length && paid[person]! > 0 ? used[person]! / paid[person]! : Number.NaN,
    ),
  };
}
