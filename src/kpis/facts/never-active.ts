import { bytesByRow } from '../../lib/by-row.ts';
import { DAY_MS } from '../../lib/time/civil.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, numbers, times, timesOrUndefined } from './columns.ts';
import { deeds, eventsBegin } from './deeds.ts';
import { eventsNamed } from './event-names.ts';
import { paidSpans } from './paid-spans.ts';
import { people, personOf } from './people.ts';
import { PAID, planKinds } from './plans.ts';
import { signupTimes } from './signups.ts';

/** Before so many days have passed nobody is called inactive. */
const SETTLED_DAYS = 30;

/**
 * Signed up at least 30 days ago and never seen since: no event after signing up, no ticket, no answer, no payment. Judged only for those who signed up
 * while events were recorded, else by a last activity that is no later than signing up. `undefined` where the data records no activity.
 */
export function isNeverActive(context: KpiContext): ((person: number) => boolean) | undefined {
  const lastActiveAt = timesOrUndefined(context, 'customers', 'lastActiveAt');
  const recorded = eventsBegin(context);
  if (Number.isNaN(recorded) && !lastActiveAt) return undefined;
  const seen = seenPeople(context);
  const paid = hasPaid(context);
  const signedUpAt = signupTimes(context);
  const settled = context.asOf - SETTLED_DAYS * DAY_MS;
  return (person) => {
    const since = signedUpAt[person]!;
    if (seen[person] === 1 || paid[person] === 1 || !(since <= settled)) return false;
    const last = lastActiveAt !== undefined && person < lastActiveAt.length ? lastActiveAt[person]! : Number.NaN;
    if (last > since) return false;
    return since >= recorded || last <= since;
  };
}

function seenPeople(context: KpiContext): Uint8Array {
  const seen = new Uint8Array(people(context).count);
  const mark = (table: 'events' | 'tickets' | 'surveys', counts: (row: number) => boolean): void => {
    personOf(context, table).forEach((person, row) => {
      if (person >= 0 && counts(row)) seen[person] = 1;
    });
  };
  const did = deeds({ ...context, options: {} });
  const signups = eventsNamed(context, ['signup']);
  mark('events', (row) => did[row] === 1 && signups?.[row] !== 1);
  mark('tickets', () => true);
  mark('surveys', () => true);
  return seen;
}

/** People of whom the data knows that they pay or have paid (1). */
export function hasPaid(context: KpiContext): Uint8Array {
  return context.memo('has paid', () => {
    const { starts } = paidSpans(context);
    const kinds = planKinds(context, 'customers');
    const convertedAt = times(context, 'customers', 'convertedAt');
    const purchases = codes(context, 'events', 'name') ? eventsNamed(context, ['purchase']) : undefined;
    const amounts = ['mrr', 'revenue'].flatMap((field) => numbers(context, 'customers', field) ?? []);
    const paid = bytesByRow(people(context).count, (person) => {
      if (starts[person] !== starts[person + 1]) return 1;
      return kinds[person] === PAID || convertedAt[person]! <= context.asOf || amounts.some((values) => values[person]! > 0) ? 1 : 0;
    });
    personOf(context, 'events').forEach((person, row) => {
      if (person >= 0 && purchases?.[row] === 1) paid[person] = 1;
    });
    return paid;
  });
}
