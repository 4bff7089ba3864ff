import { addMonths } from '../../lib/time/add-months.ts';
import { wilsonInterval } from '../../lib/stats/wilson.ts';
import { PRESENT, VECTORS, type Vector } from '../../model/customer-facts.ts';
import type { Period } from '../../model/period.ts';
import type { KpiContext, VectorsAt } from '../define-kpi.ts';
import { people } from '../facts/people.ts';
import { reachedUntil } from '../facts/reached.ts';
import type { Measure } from '../measure.ts';
import { compareShares } from './proportion.ts';

/** The instant at whose eve a period's end is read: what lies ahead has not happened. Epoch ms. */
function endOfKnown(context: KpiContext, end: number): number {
  return Math.min(end, context.asOf + 1);
}

/** Customers there at the end of the period, by vector. `n` is all of them; who left long before is counted apart. */
export function vectorMix(context: KpiContext, vectorsAt: (at: number) => VectorsAt): Measure {
  const at = ({ end }: Period): number => endOfKnown(context, end);
  return {
    clock: null,
    variant: null,
    population: people(context).population,
    at: null,
    rowsIn: (period) => rowsWhere(vectorsAt(at(period)).presence, (presence) => presence === PRESENT),
    summarise(rows, { period }) {
      const { vector } = vectorsAt(at(period));
      const tally = VECTORS.map(() => 0);
      for (const row of rows) tally[vector[row]!]!++;
      const counts = Object.fromEntries(VECTORS.map((name, place) => [name, tally[place]!]));
      if (rows.length === 0) return { value: null, n: 0, reason: 'no-data', counts };
      const parts = VECTORS.map((key, place) => ({ key, value: tally[place]! / rows.length, n: tally[place]! }));
      return { value: null, n: rows.length, reason: null, counts, parts };
    },
  };
}

export interface TurnOptions {
  readonly from: Vector;
  readonly months: number;
  /** Whether somebody in this vector at the end of the time counts as turned. */
  readonly isTurned: (vector: Vector) => boolean;
  readonly names: { readonly hits: string; readonly of: string };
  readonly fake?: Uint8Array;
}

/**
 * Of those who were in a vector just before the period began, the share that stood better so many months later. All of them wait until that time has
 * passed; without a period the latest start whose time has passed is taken.
 */
export function turned(context: KpiContext, vectorsAt: (at: number) => VectorsAt, options: TurnOptions): Measure {
  const { from, months, isTurned, names } = options;
  const reached = reachedUntil(context);
  const due = (period: Period): number => addMonths(period.start, months, context.timeZone);
  const place = VECTORS.indexOf(from);
  const latest = addMonths(reached, -months, context.timeZone);
  return {
    clock: null,
    variant: `${from} when the period began, seen again ${months} months later`,
    population: people(context).population,
    at: null,
    overAll: { label: `${day(latest)}..${day(reached)}`, start: latest, end: reached },
    ...(options.fake ? { fake: options.fake } : {}),
    rowsIn({ start }) {
      if (!Number.isFinite(start) || start > context.asOf) return new Int32Array(0);
      const { presence, vector } = vectorsAt(start);
      return rowsWhere(presence, (is, row) => is === PRESENT && vector[row] === place);
    },
    summarise(rows, { period }) {
      const of = rows.length;
      if (of === 0) return { value: null, n: 0, reason: 'no-data', counts: { [names.hits]: 0, [names.of]: 0 } };
      if (due(period) > reached)
        return { value: null, n: 0, reason: 'window-not-elapsed', counts: { [names.hits]: 0, [names.of]: 0, pending: of } };
      const later = vectorsAt(due(period));
      // Who has left for good was not turned.
      const hits = rows.reduce((sum, row) => sum + (later.presence[row] === PRESENT && isTurned(VECTORS[later.vector[row]!]!) ? 1 : 0), 0);
      return {
        value: hits / of,
        n: of,
        reason: null,
        counts: { [names.hits]: hits, [names.of]: of },
        interval: wilsonInterval({ hits, of }),
        evidence: { kind: 'share', hits, of },
      };
    },
    compare: compareShares,
  };
}

function rowsWhere(presence: Uint8Array, passes: (presence: number, row: number) => boolean): Int32Array {
  const rows = new Int32Array(presence.length);
  let size = 0;
  for (let row = 0; row < presence.length; row++) if (passes(presence[row]!, row)) rows[size++] = row;
  return rows.subarray(0, size);
}

function day(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : '';
}
