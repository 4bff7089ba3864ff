import { addMonths } from '../../../lib/time/add-months.ts';
import { ABSENT, FACT_WINDOWS, FORMER, PRESENT, WIN_BACK_MONTHS } from '../../../model/customer-facts.ts';
import type { KpiContext } from '../../define-kpi.ts';
import { people } from '../people.ts';
import { departures, GONE, STAYING } from './departures.ts';
import { flagFact, type FactColumns } from './fact-columns.ts';
import { firstTraces } from './first-traces.ts';
import { growthFacts } from './growth-facts.ts';
import { lifeFacts } from './life-facts.ts';
import { ratingFacts } from './rating-facts.ts';
import { supportFacts } from './support-facts.ts';
import { usageFacts } from './usage-facts.ts';

/** Everyone (see `people`) as they stood just before an instant. */
export interface CustomersAt {
  readonly at: number;
  /** `ABSENT`, `PRESENT` or `FORMER` a person. */
  readonly presence: Uint8Array;
  readonly facts: FactColumns;
}

/**
 * The facts of every customer just before an instant (epoch ms): nothing that happened later is in them, but for what exports only have as it is today
 * (seats, and plan, MRR and status, which are no facts of ours). A fact that nothing speaks of is missing, never "no".
 */
export function customersAt(context: KpiContext, at: number): CustomersAt {
  return context.memo(`customers at ${at}`, () => {
    const windows = factWindows(context);
    const { presence, cancelled } = whoIsThere(context, at);
    return {
      at,
      presence,
      facts: {
        ...lifeFacts(context, at, windows.onboarding),
        ...ratingFacts(context, at),
        ...usageFacts(context, at, windows.usage),
        ...supportFacts(context, at, windows.tickets),
        ...growthFacts(context, at, windows.growth),
        cancelled: flagFact(presence.length, (person) => cancelled[person] === 1),
      },
    };
  });
}

/** Days of each window: as the config has them for `customer-vector` and for onboarding, else ours. */
function factWindows({ settings }: KpiContext): Record<keyof typeof FACT_WINDOWS, number> {
  const days = (kpi: string, option: string, otherwise: number): number => {
    const value = settings.kpis[kpi]?.[option];
    return typeof value === 'number' && value > 0 ? value : otherwise;
  };
  return {
    usage: days('customer-vector', 'usageDays', FACT_WINDOWS.usage),
    tickets: days('customer-vector', 'ticketDays', FACT_WINDOWS.tickets),
    growth: days('customer-vector', 'growthDays', FACT_WINDOWS.growth),
    onboarding: days('onboarding-success-rate', 'days', FACT_WINDOWS.onboarding),
  };
}

function whoIsThere(context: KpiContext, at: number): { readonly presence: Uint8Array; readonly cancelled: Uint8Array } {
  const { count } = people(context);
  const since = firstTraces(context);
  const departure = departures(context);
  const lost = addMonths(at, -WIN_BACK_MONTHS, context.timeZone);
  const [presence, cancelled] = [new Uint8Array(count), new Uint8Array(count)];
  for (let person = 0; person < count; person++) {
    if (since[person]! >= at) {
      presence[person] = ABSENT;
      continue;
    }
    const { state, leftAt } = departure(person, at);
    // Left nobody knows when: not to be called any more.
    presence[person] = state === GONE && !(leftAt >= lost) ? FORMER : PRESENT;
    cancelled[person] = state === STAYING ? 0 : 1;
  }
  return { presence, cancelled };
}
