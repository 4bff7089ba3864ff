import type { KpiContext } from '../define-kpi.ts';
import { flags, numbers, times } from './columns.ts';
import { money } from './money.ts';
import { people, personOf } from './people.ts';
import { FREE, planKinds, TRIAL } from './plans.ts';

/** Paying subscriptions, person by person in order of time: person `p` has `starts[p] … starts[p + 1] - 1`. */
export interface PaidSpans {
  readonly starts: Int32Array;
  /** Epoch ms; paid access is in force at `t` when `from < t` and not `to < t`. */
  readonly from: Float64Array;
  /** `Infinity` while it lasts. */
  readonly to: Float64Array;
  /** A month, in one currency; `NaN` where the data has none. */
  readonly mrr: Float64Array;
  /** 1 where the source calls it an upgrade. */
  readonly upgrade: Uint8Array;
}

/**
 * A subscription that follows the end of another within this time continues it: exports end a plan on the 31st and begin the next on the 1st,
 * and nobody left in between.
 */
const BRIDGED_MS = 36 * 3_600_000;

/** Subscriptions that are paid for: no trials, no free plans and, where the data has MRR, none without it. */
export function paidSpans(context: KpiContext): PaidSpans {
  return context.memo('paid spans', () => {
    const { rows } = context.dataset.tables.subscriptions;
    const { count } = people(context);
    const who = personOf(context, 'subscriptions');
    const startedAt = times(context, 'subscriptions', 'startedAt');
    const pays = paying(context);
    const isIn = (row: number): boolean => pays[row] === 1 && who[row]! >= 0 && startedAt[row]! <= context.asOf;

    const starts = new Int32Array(count + 1);
    for (let row = 0; row < rows; row++) if (isIn(row)) starts[who[row]! + 1]!++;
    for (let person = 0; person < count; person++) starts[person + 1]! += starts[person]!;
    const order = new Int32Array(starts[count]!);
    const filled = starts.slice();
    for (let row = 0; row < rows; row++) if (isIn(row)) order[filled[who[row]!]!++] = row;
    const endedAt = times(context, 'subscriptions', 'endedAt');
    const mrr = money(context, 'subscriptions', 'mrr')?.values;
    const upgrade = flags(context, 'subscriptions', 'upgrade');
    const amount = (row: number): number => mrr?.[row] ?? Number.NaN;
    // Of two that begin together the order must not depend on which was read first.
    const earlier = (a: number, b: number): number =>
      compare(startedAt[a]!, startedAt[b]!) ||
      compare(endOf(endedAt[a]!, context), endOf(endedAt[b]!, context)) ||
      compare(amount(a) || 0, amount(b) || 0);
    for (let person = 0; person < count; person++) {
      if (starts[person + 1]! - starts[person]! > 1) order.subarray(starts[person]!, starts[person + 1]!).sort(earlier);
    }
    const from = Float64Array.from(order, (row) => startedAt[row]!);
    const to = Float64Array.from(order, (row) => endOf(endedAt[row]!, context));
    for (let person = 0; person < count; person++) bridge(from, to, starts[person]!, starts[person + 1]!);
    return {
      starts,
      from,
      to,
      mrr: Float64Array.from(order, amount),
      upgrade: Uint8Array.from(order, (row) => (upgrade?.[row] === 1 ? 1 : 0)),
    };
  });
}

/** Also of two infinities. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An end that lies ahead has not happened. */
function endOf(endedAt: number, { asOf }: KpiContext): number {
  return Number.isNaN(endedAt) || endedAt > asOf ? Number.POSITIVE_INFINITY : endedAt;
}

function bridge(from: Float64Array, to: Float64Array, first: number, end: number): void {
  for (let span = first; span < end; span++) {
    for (let next = span + 1; next < end; next++) {
      if (from[next]! <= to[span]!) continue;
      if (from[next]! - to[span]! <= BRIDGED_MS) to[span] = from[next]!;
      break;
    }
  }
}

function paying(context: KpiContext): Uint8Array {
  const kinds = planKinds(context, 'subscriptions');
  const trial = flags(context, 'subscriptions', 'trial');
  const mrr = numbers(context, 'subscriptions', 'mrr');
  const priced = mrr?.some((value) => !Number.isNaN(value)) ?? false;
  return kinds.map((kind, row) => (trial?.[row] === 1 || kind === FREE || kind === TRIAL || (priced && !(mrr![row]! > 0)) ? 0 : 1));
}

/** What a person pays a month at an instant, in one currency; 0 where nothing. */
export function mrrAt({ starts, from, to, mrr }: PaidSpans, person: number, at: number): number {
  let total = 0;
  for (let span = starts[person]!; span < starts[person + 1]!; span++) if (from[span]! < at && !(to[span]! < at)) total += mrr[span]!;
  return total;
}
