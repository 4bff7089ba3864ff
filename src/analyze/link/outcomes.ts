import type { KpiContext } from '../../kpis/define-kpi.ts';
import { tellsLeaving } from '../../kpis/facts/churn-evidence.ts';
import { codes, flags, times } from '../../kpis/facts/columns.ts';
import { departures, GONE } from '../../kpis/facts/customers/departures.ts';
import { rowsByPerson, personNames } from '../../kpis/facts/customers/person-rows.ts';
import { eventsNamed } from '../../kpis/facts/event-names.ts';
import { customerSince, isCustomerAt, lifespans } from '../../kpis/facts/lifespans.ts';
import { mrrAt, paidSpans } from '../../kpis/facts/paid-spans.ts';
import { people } from '../../kpis/facts/people.ts';
import { signupTimes } from '../../kpis/facts/signups.ts';
import type { LinkOutcome } from '../../model/link-report.ts';

/** Something that can become of a customer between two instants (epoch ms). */
export interface Outcome {
  readonly id: LinkOutcome['id'];
  /** Whether it could happen to them at the first instant. */
  readonly eligible: (person: number, from: number) => boolean;
  readonly happened: (person: number, from: number, to: number) => boolean;
}

/** What this data can tell of. Retained and upgraded are asked of who pays, converted of who does not yet, referred of everyone who is there. */
export function outcomesOf(context: KpiContext): readonly Outcome[] {
  const lives = lifespans(context);
  const spans = paidSpans(context);
  const departure = departures(context);
  const { rows: subscriptions } = context.dataset.tables.subscriptions;
  const pays = (person: number, at: number): boolean => isCustomerAt(lives, person, at);
  const upgrades = momentsOf(context, 'upgrades');
  const referrals = momentsOf(context, 'referrals');
  const within = (moments: Moments, person: number, from: number, to: number): boolean =>
    (moments.get(person) ?? []).some((at) => at > from && at <= to);
  const tellsConversion = subscriptions > 0 || context.dataset.tables.customers.columns.has('convertedAt');
  const found: readonly (Outcome | null)[] = [
    tellsLeaving(context) ? { id: 'retained', eligible: pays, happened: (person, _, to) => isCustomerAt(lives, person, to) } : null,
    upgrades !== null || subscriptions > 0
      ? {
          id: 'upgraded',
          eligible: pays,
          happened: (person, from, to) =>
            (upgrades !== null && within(upgrades, person, from, to)) || mrrAt(spans, person, to) > mrrAt(spans, person, from),
        }
      : null,
    tellsConversion
      ? {
          id: 'converted',
          eligible: (person, from) => !(customerSince(lives, person) < from) && departure(person, from).state !== GONE,
          happened: (person, from, to) => customerSince(lives, person) > from && customerSince(lives, person) <= to,
        }
      : null,
    referrals === null
      ? null
      : {
          id: 'referred',
          eligible: (person, from) => departure(person, from).state !== GONE,
          happened: (person, from, to) => within(referrals, person, from, to),
        },
  ];
  return found.filter((outcome) => outcome !== null);
}

/** When people did something, by person. */
type Moments = ReadonlyMap<number, readonly number[]>;

/** `null` where the data records nothing of the kind. */
function momentsOf(context: KpiContext, what: 'upgrades' | 'referrals'): Moments | null {
  const named = eventsNamed(context, [what === 'upgrades' ? 'upgrade' : 'referral']);
  const flagged = what === 'upgrades' ? flags(context, 'subscriptions', 'upgrade') : undefined;
  const referrers = what === 'referrals' ? codes(context, 'customers', 'referredBy') : undefined;
  if (!named && !flagged && !referrers) return null;
  const found = new Map<number, number[]>();
  const add = (person: number, at: number): void => {
    const own = found.get(person);
    if (own) own.push(at);
    else found.set(person, [at]);
  };
  const addRows = (table: 'events' | 'subscriptions', at: Float64Array, mask: Uint8Array): void => {
    const { starts, rows } = rowsByPerson(context, table);
    for (let person = 0; person < people(context).count; person++) {
      for (const row of rows.subarray(starts[person], starts[person + 1])) if (mask[row] === 1) add(person, at[row]!);
    }
  };
  if (named) addRows('events', times(context, 'events', 'at'), named);
  if (flagged) addRows('subscriptions', times(context, 'subscriptions', 'startedAt'), flagged);
  if (referrers) {
    const personOfName = new Map(personNames(context).map((name, person) => [name.toLowerCase(), person]));
    const signedUpAt = signupTimes(context);
    referrers.codes.forEach((code, row) => {
      const referrer = code === 0 ? undefined : personOfName.get(referrers.values[code]!.toLowerCase());
      if (referrer !== undefined) add(referrer, signedUpAt[row]!);
    });
  }
  return found;
}
