import type { KpiContext } from '../define-kpi.ts';
import { LEFT_UNDATED, SILENT, witnesses, type Witness } from './churn-evidence.ts';
import { customersOwnStart } from './own-start.ts';
import { paidSpans } from './paid-spans.ts';
import { people } from './people.ts';

/** When each person was a paying customer, after the contradictions between the sources are settled. */
export interface Lifespans {
  /** Person `p` was a customer in the spans `starts[p] … starts[p + 1] - 1`; in force at `t` when `from < t` and not `to < t`. Epoch ms. */
  readonly starts: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Customers whose sources disagree on whether, or by more than a month on when, they left (1). */
  readonly contradictory: Uint8Array;
  /** Customers who left, nobody knows when (1): in no period. */
  readonly undated: Uint8Array;
}

/** A month of paid access lies between the click on "cancel" and the end: no contradiction. */
const SAME_END_MS = 32 * 86_400_000;

/**
 * From subscriptions where a customer has any that are paid for, else from the customers table: from conversion (else signing up) to the end.
 * The end is the one of the first source, in the order of `settings.churnTruth`, that says anything about the customer.
 */
export function lifespans(context: KpiContext): Lifespans {
  return context.memo('lifespans', () => {
    const { count } = people(context);
    const subscribed = paidSpans(context);
    const ownStart = customersOwnStart(context);
    const sources = Object.entries(witnesses(context));
    const ordered = context.settings.churnTruth.map((name) => sources.find(([source]) => source === name)![1]);

    const starts = new Int32Array(count + 1);
    const from: number[] = [];
    const to: number[] = [];
    const contradictory = new Uint8Array(count);
    const undated = new Uint8Array(count);
    for (let person = 0; person < count; person++) {
      const [first, end] = [subscribed.starts[person]!, subscribed.starts[person + 1]!];
      const isCustomer = first < end || !Number.isNaN(ownStart(person));
      if (isCustomer) addSpans(person, first, end);
      starts[person + 1] = from.length;
    }
    return { starts, from: Float64Array.from(from), to: Float64Array.from(to), contradictory, undated };

    function addSpans(person: number, first: number, end: number): void {
      const said = ordered.map((witness) => witness(person)).filter((word) => word !== SILENT);
      if (disagree(said)) contradictory[person] = 1;
      const left = endOf(said);
      if (left === LEFT_UNDATED) {
        undated[person] = 1;
        return;
      }
      if (first === end) {
        from.push(ownStart(person));
        to.push(left);
        return;
      }
      const begun = from.length;
      for (let span = first; span < end; span++) {
        if (subscribed.from[span]! >= left) continue;
        from.push(subscribed.from[span]!);
        to.push(Math.min(subscribed.to[span]!, left));
      }
      // The ruling source lets the customer stay on longer than the last subscription.
      const last = to.length - 1;
      if (last >= begun && !to.slice(begun).some((time) => time >= left)) to[last] = left;
    }
  });
}

/** When the customer left by the first source that speaks: `Infinity` = has not. A source that knows no date borrows it from the others. */
function endOf(said: readonly ReturnType<Witness>[]): number {
  const ruling = said[0];
  if (ruling === undefined || Number.isNaN(ruling)) return Number.POSITIVE_INFINITY;
  if (ruling !== LEFT_UNDATED) return ruling;
  return said.find((word) => Number.isFinite(word)) ?? LEFT_UNDATED;
}

function disagree(said: readonly ReturnType<Witness>[]): boolean {
  if (said.length < 2) return false;
  const stayed = said.filter((word) => Number.isNaN(word)).length;
  if (stayed > 0) return stayed < said.length;
  const dates = said.filter((word) => Number.isFinite(word));
  return dates.length > 1 && Math.max(...dates) - Math.min(...dates) > SAME_END_MS;
}

/** Whether a person is a customer just before an instant. */
export function isCustomerAt({ starts, from, to }: Lifespans, person: number, at: number): boolean {
  for (let span = starts[person]!; span < starts[person + 1]!; span++) if (from[span]! < at && !(to[span]! < at)) return true;
  return false;
}

/** When a person became a customer; `NaN` where never. */
export function customerSince({ starts, from }: Lifespans, person: number): number {
  return starts[person] === starts[person + 1] ? Number.NaN : from[starts[person]!]!;
}

/** When a person was a customer for the last time; `Infinity` while they are, `NaN` where never. */
export function customerUntil({ starts, to }: Lifespans, person: number): number {
  let last = Number.NaN;
  for (let span = starts[person]!; span < starts[person + 1]!; span++) if (!(to[span]! <= last)) last = to[span]!;
  return last;
}
