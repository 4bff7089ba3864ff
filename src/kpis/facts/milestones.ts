import type { KpiContext } from '../define-kpi.ts';
import { times, timesOrUndefined } from './columns.ts';
import { eventsBegin } from './deeds.ts';
import { firstEvent, namesOption } from './event-names.ts';
import { people } from './people.ts';
import { signupTimes } from './signups.ts';

/** When each person reached something after signing up, and for whom the data can tell. */
export interface Milestone {
  /** Epoch ms; `NaN` = not (yet). */
  readonly at: Float64Array;
  /** Signed up before events were recorded: what they did then, nobody knows (1). */
  readonly unseen: Uint8Array;
  readonly variant: string;
}

/** The first of these events; `undefined` where the data has none of them. */
export function milestoneEvent(context: KpiContext, names: readonly string[]): Milestone | undefined {
  const at = firstEvent(context, names);
  return at && { at, unseen: signedUpUnseen(context), variant: `event ${names.join(' or ')}` };
}

/** Onboarding: the last of all required events (option `milestones`), else the date in the customers table, else the event `onboarded`. */
export function onboarding(context: KpiContext): Milestone | undefined {
  const required = namesOption(context.options['milestones'], []);
  if (required.length > 0) return allOf(context, required);
  const stated = timesOrUndefined(context, 'customers', 'onboardedAt');
  const event = milestoneEvent(context, ['onboarded']);
  if (!stated) return event;
  const { count } = people(context);
  const own = (person: number): number => (person < stated.length && stated[person]! <= context.asOf ? stated[person]! : Number.NaN);
  const at = Float64Array.from({ length: count }, (_, person) =>
    Number.isNaN(own(person)) ? (event?.at[person] ?? Number.NaN) : own(person),
  );
  return {
    at,
    unseen: Uint8Array.from({ length: count }, (_, person) => (person < stated.length ? 0 : (event?.unseen[person] ?? 1))),
    variant: 'date of onboarding',
  };
}

function allOf(context: KpiContext, required: readonly string[]): Milestone | undefined {
  const found = required.map((name) => firstEvent(context, [name]));
  if (found.every((one) => one === undefined)) return undefined;
  const none = Number.NaN;
  // Math.max is NaN where one of them is: all are required.
  const at = Float64Array.from({ length: people(context).count }, (_, person) => Math.max(...found.map((one) => one?.[person] ?? none)));
  return { at, unseen: signedUpUnseen(context), variant: `all of ${required.join(', ')}` };
}

/** Also those who got there later, once events were recorded: of the others who signed up then, the quick ones would be missing. */
function signedUpUnseen(context: KpiContext): Uint8Array {
  return context.memo('signed up unseen', () => {
    const begin = eventsBegin(context);
    return Uint8Array.from(signupTimes(context), (at) => (at < begin ? 1 : 0));
  });
}

/** When someone stopped being watched for a milestone: at the end of the data, or when they left. */
export function watchedUntil(context: KpiContext): (person: number) => number {
  const cancelledAt = times(context, 'customers', 'cancelledAt');
  return (person) => {
    const left = person < cancelledAt.length ? cancelledAt[person]! : Number.NaN;
    return left < context.asOf ? left : context.asOf;
  };
}
