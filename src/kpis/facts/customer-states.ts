import type { Period } from '../../model/period.ts';
import type { KpiContext } from '../define-kpi.ts';
import { AT_END, AT_START, JOINED, type MembershipOptions } from '../statistics/membership.ts';
import { customerSince, isCustomerAt, lifespans } from './lifespans.ts';

/** What each person was to us over a period: a paying customer at its start, at its end, for the first time in it. */
export function customerStates(context: KpiContext): (person: number, period: Period) => number {
  const lives = lifespans(context);
  return (person, { start, end }) => {
    if (lives.starts[person] === lives.starts[person + 1]) return 0;
    const since = customerSince(lives, person);
    return (
      (isCustomerAt(lives, person, start) ? AT_START : 0) |
      (isCustomerAt(lives, person, end) ? AT_END : 0) |
      (since >= start && since < end ? JOINED : 0)
    );
  };
}

/** What stands beside every KPI that rests on who left, whatever the period: customers whose sources contradict each other, and who left nobody knows when. */
export function doubts(context: KpiContext): { readonly always: Uint8Array; readonly tallies: NonNullable<MembershipOptions['tallies']> } {
  const { contradictory, undated } = lifespans(context);
  return {
    always: contradictory.map((is, person) => is | undated[person]!),
    tallies: [
      { name: 'contradictions', quiet: true, counts: (_, person) => contradictory[person] === 1 },
      { name: 'leftUndated', quiet: true, counts: (_, person) => undated[person] === 1 },
    ],
  };
}
