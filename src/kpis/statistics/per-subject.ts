import { sortValues } from '../../lib/stats/sort-values.ts';
import type { Base, Measure, Population } from '../measure.ts';
import { distinctCounter } from './distinct.ts';
import { compareMeans } from './distribution.ts';
import { compareShares, shareSummary } from './proportion.ts';

interface SubjectOptions {
  readonly population: Population;
  readonly at: Float64Array;
  /** Who each row is about (-1 unknown). */
  readonly subjects: Int32Array;
  /** How many subjects there are: their numbers are below it. */
  readonly people: number;
  readonly base: Base;
  /** Who each row of the base is about. */
  readonly baseSubjects: Int32Array;
  readonly variant: string;
  readonly names: { readonly hits: string; readonly of: string };
}

/**
 * Rows for each distinct subject of the base (tickets per active customer). `n` is the subjects.
 * Two periods are compared by the rows of each subject, whom chance picks, not by the rows, which come in bunches: difference of their means, as for
 * other means; no verdict against the direction in which the value moved, which also counts rows of those who are not in the base.
 */
export function rowsPerSubject({ population, at, subjects, people, base, baseSubjects, variant, names }: SubjectOptions): Measure {
  const counter = distinctCounter(baseSubjects, people);
  return {
    clock: null,
    variant,
    population,
    at,
    base,
    summarise(rows, scope) {
      const active = scope.base ?? new Int32Array(0);
      const of = counter.count(active);
      const counts = { [names.hits]: rows.length, [names.of]: of };
      if (of === 0) return { value: null, n: 0, reason: 'no-data', counts };
      return {
        value: rows.length / of,
        n: of,
        reason: null,
        counts,
        evidence: {
          kind: 'values',
          get sorted() {
            return rowsOfEach(distinct(baseSubjects, active, people), subjects, rows);
          },
        },
      };
    },
    steps: (rows) => [{ name: names.hits, rows, role: 'hits' }],
    compare(now, before) {
      const direction = compareMeans(now, before);
      return direction === null || direction === Math.sign((now.value ?? 0) - (before.value ?? 0)) ? direction : 0;
    },
  };
}

/** How many rows each subject has, ascending. */
function rowsOfEach(active: Subjects, subjects: Int32Array, rows: Int32Array): Float64Array {
  const counts = new Uint32Array(active.has.length);
  for (let index = 0; index < rows.length; index++) {
    const subject = subjects[rows[index]!]!;
    if (subject >= 0 && subject < counts.length) counts[subject]!++;
  }
  const each = new Float64Array(active.size);
  let size = 0;
  for (let subject = 0; subject < counts.length; subject++) if (active.has[subject] === 1) each[size++] = counts[subject]!;
  return sortValues(each);
}

/** The share of the base's distinct subjects that have a row (active customers who contacted support). `n` is the subjects. */
export function shareOfSubjects({ population, at, subjects, people, base, baseSubjects, variant, names }: SubjectOptions): Measure {
  return {
    clock: null,
    variant,
    population,
    at,
    base,
    summarise(rows, scope) {
      const active = distinct(baseSubjects, scope.base ?? new Int32Array(0), people);
      const of = active.size;
      let hits = 0;
      distinct(subjects, rows, people).has.forEach((wrote, subject) => {
        if (wrote === 1 && active.has[subject] === 1) hits++;
      });
      const counts = { [names.hits]: hits, [names.of]: of };
      return shareSummary({ hits, of, counts });
    },
    steps(rows, scope) {
      const active = distinct(baseSubjects, scope.base ?? new Int32Array(0), people);
      // Its rows are tickets, not the customers that are counted: they need a name of their own.
      return [{ name: 'byActive', rows: rows.filter((row) => active.has[subjects[row]!] === 1), role: 'hits' }];
    },
    compare: compareShares,
  };
}

/** Who is among some rows: 1 by subject. */
interface Subjects {
  readonly has: Uint8Array;
  readonly size: number;
}

function distinct(subjects: Int32Array, rows: Int32Array, people: number): Subjects {
  const has = new Uint8Array(people);
  for (let index = 0; index < rows.length; index++) {
    const subject = subjects[rows[index]!]!;
    if (subject >= 0) has[subject] = 1;
  }
  let size = 0;
  for (let subject = 0; subject < has.length; subject++) size += has[subject]!;
  return { has, size };
}
