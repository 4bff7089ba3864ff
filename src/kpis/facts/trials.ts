import type { KpiContext } from '../define-kpi.ts';
import { flags, times } from './columns.ts';
import { paidSpans } from './paid-spans.ts';
import { people, personOf } from './people.ts';
import { planKinds, TRIAL } from './plans.ts';

/** The first trial of each person, epoch ms; `NaN` where there is none or nobody knows. */
export interface Trials {
  readonly startedAt: Float64Array;
  /** When it ended or will end; extended trials by their last end. */
  readonly endsAt: Float64Array;
  /** When the person became a paying customer. */
  readonly convertedAt: Float64Array;
}

/** By the customers table, else by subscriptions that are trials and those that are paid for. */
export function trials(context: KpiContext): Trials {
  return context.memo('trials', () => {
    const { count } = people(context);
    const field = (name: string): Float64Array => {
      const own = times(context, 'customers', name);
      return Float64Array.from({ length: count }, (_, person) => (person < own.length ? own[person]! : Number.NaN));
    };
    const [startedAt, endsAt, convertedAt] = [field('trialStartedAt'), field('trialEndsAt'), field('convertedAt')];
    addSubscribed(context, startedAt, endsAt);
    const { starts, from } = paidSpans(context);
    for (let person = 0; person < count; person++) {
      if (startedAt[person]! > context.asOf) startedAt[person] = Number.NaN;
      if (convertedAt[person]! > context.asOf) convertedAt[person] = Number.NaN;
      if (Number.isNaN(convertedAt[person]!) && starts[person] !== starts[person + 1]) convertedAt[person] = from[starts[person]!]!;
    }
    return { startedAt, endsAt, convertedAt };
  });
}

/** The earliest trial subscription of those whom the customers table gives none. */
function addSubscribed(context: KpiContext, startedAt: Float64Array, endsAt: Float64Array): void {
  const who = personOf(context, 'subscriptions');
  const kinds = planKinds(context, 'subscriptions');
  const trial = flags(context, 'subscriptions', 'trial');
  const from = times(context, 'subscriptions', 'startedAt');
  const to = times(context, 'subscriptions', 'endedAt');
  const stated = startedAt.map((at) => (Number.isNaN(at) ? 0 : 1));
  for (let row = 0; row < who.length; row++) {
    const person = who[row]!;
    const isTrial = trial?.[row] === 1 || (trial?.[row] !== 0 && kinds[row] === TRIAL);
    if (person < 0 || !isTrial || stated[person] === 1 || Number.isNaN(from[row]!)) continue;
    const known = startedAt[person]!;
    if (from[row]! > known || (from[row] === known && !(to[row]! > endsAt[person]!))) continue;
    startedAt[person] = from[row]!;
    endsAt[person] = to[row]!;
  }
}
