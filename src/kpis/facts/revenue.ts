import { sum } from '../../lib/stats/sum.ts';
import type { Period } from '../../model/period.ts';
import type { KpiContext } from '../define-kpi.ts';
import { money } from './money.ts';
import { mrrAt, paidSpans } from './paid-spans.ts';
import { people } from './people.ts';

/** What became of the monthly revenue of those who paid when a period began; amounts a month in one currency. */
export interface RevenueChange {
  readonly start: number;
  /** Of customers who pay nothing any more. */
  readonly churned: number;
  /** Of customers who pay less. */
  readonly contraction: number;
  /** More from customers who paid before. */
  readonly expansion: number;
}

/** Customers with MRR at the start of the period: for each what they paid then and pay at its end. New and returning customers are not among them. */
export function revenueChange(context: KpiContext, subjects: Int32Array, { start, end }: Period): RevenueChange {
  const spans = paidSpans(context);
  const before = new Float64Array(subjects.length);
  const after = new Float64Array(subjects.length);
  for (let index = 0; index < subjects.length; index++) {
    before[index] = mrrAt(spans, subjects[index]!, start);
    after[index] = mrrAt(spans, subjects[index]!, end);
  }
  const total = (of: (was: number, is: number) => number): number => {
    const parts = new Float64Array(before.length);
    let size = 0;
    for (let index = 0; index < before.length; index++) {
      const part = before[index]! > 0 ? of(before[index]!, after[index]!) : 0;
      if (part !== 0) parts[size++] = part;
    }
    return sumSorted(parts.subarray(0, size));
  };
  return {
    start: total((was) => was),
    churned: total((was, is) => (is > 0 ? 0 : was)),
    contraction: total((was, is) => (is > 0 && is < was ? was - is : 0)),
    expansion: total((was, is) => (is > was ? is - was : 0)),
  };
}

/** People who paid something just before the period began. */
export function payersAtStart(context: KpiContext, { start }: Period): Int32Array {
  const spans = paidSpans(context);
  const { count } = people(context);
  const rows = new Int32Array(count);
  let size = 0;
  for (let person = 0; person < count; person++) if (mrrAt(spans, person, start) > 0) rows[size++] = person;
  return rows.subarray(0, size);
}

/** Several currencies without rates: no ratio of revenue can be told. */
export function hasMixedCurrencies(context: KpiContext): boolean {
  return money(context, 'subscriptions', 'mrr')?.mixed ?? false;
}

/** Independent of the order in which the values come, to the last bit. Consumes the array. */
function sumSorted(values: Float64Array): number {
  return sum(values.sort());
}
