import type { Period } from '../../model/period.ts';
import type { KpiContext } from '../define-kpi.ts';
import { AT_END, AT_START, JOINED } from '../statistics/membership.ts';
import { customerSince, isCustomerAt, lifespans } from './lifespans.ts';

/** What each person was to us over a period: a paying customer at its start, at its end, for the first time in it. */
export function customerStates(context: KpiContext): (person: number, period: Period) => number {
  const lives = lifespans(context);
  return (person, { start, end }) => {
    if (lives.starts[person] === lives.starts[person + 1]) return 0;
    const since = customerSince(lives, person);
    return (isCustomerAt(lives, person, start) ? AT_START : 0) | (isCustomerAt(lives, person, end) ? AT_END : 0) | (since >= start && since < end ? JOINED : 0);
  };
}

/** Customers whose sources contradict each other, among those that a period looks at: beside every KPI that rests on who left. */
export function contradictionTally(context: KpiContext): { readonly name: string; readonly quiet: true; readonly counts: (state: number, person: number) => boolean } {
  const { contradictory } = lifespans(context);
  return { name: 'contradictions', quiet: true, counts: (_, person) => contradictory[person] === 1 };
}
