import { sortValues } from '../../lib/stats/sort-values.ts';
import { sum } from '../../lib/stats/sum.ts';
import type { Part } from '../../model/report.ts';
import type { KpiContext } from '../define-kpi.ts';
import { channelKeys } from '../facts/channels.ts';
import { rowsOf } from '../facts/columns.ts';
import { contacts } from '../facts/contacts.ts';
import { allocation, costing } from '../facts/costs.ts';
import type { Measure, Scope, Summary } from '../measure.ts';
import { partsByCode } from './parts.ts';
import { countMasks } from '../../lib/count-rows.ts';

export interface CostRatioOptions {
  readonly context: KpiContext;
  readonly at: Float64Array;
  /** Tickets that take part (1); all where absent. */
  readonly member?: Uint8Array;
  /** How much below the line each ticket is; `null`: one. */
  readonly units: Float64Array | null;
  readonly names: { readonly of: string };
  /** Further parts from what was found. */
  readonly beside?: (rows: Int32Array, scope: Scope) => readonly Part[];
}

/** Money by units of work, all channels together and each apart. `n` is the units. */
export function costRatio({ context, at, member, units, names, beside }: CostRatioOptions): Measure {
  const costs = costing(context);
  const keys = channelKeys(context);
  const none = { clock: null, population: rowsOf(context, 'tickets'), at } as const;
  const taking = (rows: Int32Array): Int32Array => (member ? membersOf(member, rows) : rows);
  if (costs.kind === 'none') {
    return {
      ...none,
      variant: null,
      pointsOver: (periods) => periods.map(() => ({ value: null, n: 0 })),
      summarise: (rows): Summary => ({
        value: null,
        n: 0,
        reason: 'no-cost',
        counts: { [names.of]: units || !member ? total(taking(rows), units) : countMasks([member], rows)[0]! },
      }),
    };
  }
  const allocate = costs.kind === 'total' ? allocation(context, costs.total) : null;
  const amountOf = (rows: Int32Array, scope: Scope): { readonly cost: number | null; readonly priced: Int32Array } => {
    if (costs.kind === 'total') return { cost: allocate!(rows, scope.period), priced: rows };
    const priced = rows.filter((row) => !Number.isNaN(costs.amounts[row]!));
    return { cost: total(priced, costs.amounts), priced };
  };
  return {
    ...none,
    variant: `${costs.variant}; ${contacts(context).variant}`,
    ...(costs.currency === undefined ? {} : { currency: costs.currency }),
    summarise(rows, scope): Summary {
      const some = taking(rows);
      if (costs.mixed) return { value: null, n: 0, reason: 'mixed-currencies', counts: { [names.of]: total(some, units) } };
      const { cost, priced } = amountOf(some, scope);
      const of = total(priced, units);
      const unpriced = some.length - priced.length;
      const counts = { cost: cost ?? 0, [names.of]: of, ...(unpriced > 0 ? { unpricedTickets: unpriced } : {}) };
      if (cost === null) return { value: null, n: of, reason: 'no-cost', counts: { [names.of]: of } };
      if (of === 0) return { value: null, n: 0, reason: unpriced > 0 ? 'no-cost' : 'no-data', counts };
      const byChannel = keys
        ? partsByCode(keys, priced, (group) => {
            const found = amountOf(group, scope);
            const n = total(found.priced, units);
            return { value: n === 0 || found.cost === null ? null : found.cost / n, n };
          })
        : [];
      const parts = [...byChannel, ...(beside?.(rows, scope) ?? [])];
      return { value: cost / of, n: of, reason: null, counts, ...(parts.length > 0 ? { parts } : {}) };
    },
  };
}

/** In ascending order, as sums of fractions depend on it; of whole numbers any order will do. */
function total(rows: Int32Array, values: Float64Array | null): number {
  if (values === null) return rows.length;
  let sumOfWhole = 0;
  let whole = true;
  for (let index = 0; index < rows.length && whole; index++) {
    const value = values[rows[index]!]!;
    sumOfWhole += value;
    whole = value === value >>> 0;
  }
  return whole && sumOfWhole <= Number.MAX_SAFE_INTEGER ? sumOfWhole : sum(sortValues(valuesOf(rows, values)));
}

/** A loop: `Float64Array.from` with a function takes many times as long. */
function valuesOf(rows: Int32Array, values: Float64Array): Float64Array {
  const some = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) some[index] = values[rows[index]!]!;
  return some;
}

function membersOf(member: Uint8Array, rows: Int32Array): Int32Array {
  const some = new Int32Array(rows.length);
  let size = 0;
  for (let index = 0; index < rows.length; index++) if (member[rows[index]!] === 1) some[size++] = rows[index]!;
  return size === rows.length ? rows : some.subarray(0, size);
}
