import type { KpiContext } from '../define-kpi.ts';
import { times } from './columns.ts';
import { firstEvent } from './event-names.ts';
import { people } from './people.ts';

/** When each person signed up, epoch ms: by the customers table, else by their first signup event; `NaN` where neither tells. */
export function signupTimes(context: KpiContext): Float64Array {
  return context.memo('signup times', () => {
    const found = new Float64Array(people(context).count).fill(Number.NaN);
    const own = times(context, 'customers', 'signedUpAt');
    const events = firstEvent(context, ['signup']);
    for (let person = 0; person < found.length; person++) {
      const stated = person < own.length ? own[person]! : Number.NaN;
      const at = Number.isNaN(stated) ? (events?.[person] ?? Number.NaN) : stated;
      if (at <= context.asOf) found[person] = at;
    }
    return found;
  });
}
