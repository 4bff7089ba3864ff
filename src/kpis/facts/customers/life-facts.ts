import { DAY_MS } from '../../../lib/time/civil.ts';
import type { KpiContext } from '../../define-kpi.ts';
import { times, timesOrUndefined } from '../columns.ts';
import { eventsBegin } from '../deeds.ts';
import { firstEvent } from '../event-names.ts';
import { people } from '../people.ts';
import { signupTimes } from '../signups.ts';
import { flagFact, numberFact, wordFact, type FactColumns } from './fact-columns.ts';

const ONBOARDING = ['underway', 'done', 'overdue', 'never'] as const;
/** After so long nobody is being onboarded any more: it was never finished, and that is old news. */
const OLD_NEWS_DAYS = 180;

/** How far each person has come by an instant: onboarding, activation, and how long they have been there. */
export function lifeFacts(context: KpiContext, at: number, onboardingDays: number): FactColumns {
  const { count } = people(context);
  const signedUpAt = signupTimes(context);
  const onboarded = onboardedAt(context);
  const activated = firstEvent(context, ['activated']);
  const finished = (person: number): boolean => onboarded !== undefined && onboarded.at[person]! < at;
  const ageDays = (person: number): number => (at - signedUpAt[person]!) / DAY_MS;
  return {
    ...(onboarded
      ? {
          onboarding: wordFact(count, ONBOARDING, (person) => {
            if (finished(person)) return 'done';
            const age = ageDays(person);
            if (!(age >= 0) || signedUpAt[person]! < onboarded.recordedFrom) return null;
            return age <= onboardingDays ? 'underway' : age <= OLD_NEWS_DAYS ? 'overdue' : 'never';
          }),
        }
      : {}),
    ...(activated || onboarded
      ? {
          activated: flagFact(count, (person) => {
            if ((activated?.[person] ?? Number.NaN) < at || finished(person)) return true;
            return activated && signedUpAt[person]! >= eventsBegin(context) ? false : null;
          }),
        }
      : {}),
    ...(signedUpAt.some((time) => !Number.isNaN(time))
      ? { tenureDays: numberFact(count, (person) => (ageDays(person) >= 0 ? Math.floor(ageDays(person)) : Number.NaN)) }
      : {}),
  };
}

interface Onboarded {
  readonly at: Float64Array;
  /** Of those who signed up earlier a missing date says nothing. */
  readonly recordedFrom: number;
}

function onboardedAt(context: KpiContext): Onboarded | undefined {
  const column = timesOrUndefined(context, 'customers', 'onboardedAt');
  const events = firstEvent(context, ['onboarded']);
  if (!column && !events) return undefined;
  const own = times(context, 'customers', 'onboardedAt');
  const at = Float64Array.from({ length: people(context).count }, (_, person) => {
    const [stated, seen] = [person < own.length ? own[person]! : Number.NaN, events?.[person] ?? Number.NaN];
    return stated <= seen || Number.isNaN(seen) ? stated : seen;
  });
  return { at, recordedFrom: column ? Number.NEGATIVE_INFINITY : eventsBegin(context) };
}
