import type { KpiContext } from '../../define-kpi.ts';
import { times } from '../columns.ts';
import { people, personOf } from '../people.ts';
import { signupTimes } from '../signups.ts';

/**
 * Since when each person is known: signing up, else the first thing that anybody recorded of them. Of whom nothing has a date, as long as the data
 * knows of anybody. Epoch ms.
 */
export function firstTraces(context: KpiContext): Float64Array {
  return context.memo('first traces', () => {
    const traces = new Float64Array(people(context).count).fill(Number.NaN);
    const earliest = (person: number, time: number): void => {
      if (person >= 0 && !(time >= traces[person]!) && !Number.isNaN(time)) traces[person] = time;
    };
    for (const [table, field] of [
      ['tickets', 'createdAt'],
      ['subscriptions', 'startedAt'],
      ['events', 'at'],
      ['surveys', 'at'],
      ['customers', 'trialStartedAt'],
      ['customers', 'convertedAt'],
    ] as const) {
      const at = times(context, table, field);
      personOf(context, table).forEach((person, row) => {
        earliest(person, at[row]!);
      });
    }
    const signedUpAt = signupTimes(context);
    const since = traces.map((time, person) => (Number.isNaN(signedUpAt[person]!) ? time : signedUpAt[person]!));
    let first = Number.NaN;
    for (const time of since) if (!(time >= first) && !Number.isNaN(time)) first = time;
    return since.map((time) => (Number.isNaN(time) ? first : time));
  });
}
