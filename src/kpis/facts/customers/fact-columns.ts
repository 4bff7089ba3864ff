import type { CodeColumn, Column } from '../../../model/columns.ts';
import type { CustomerFactName } from '../../../model/customer-facts.ts';

/** Facts of every person at an instant. A fact of which the data has nothing at all is not there. */
export type FactColumns = Readonly<Partial<Record<CustomerFactName, Column>>>;

export function numberFact(count: number, of: (person: number) => number): Column {
  return { type: 'number', values: Float64Array.from({ length: count }, (_, person) => of(person)) };
}

export function timeFact(count: number, of: (person: number) => number): Column {
  return { type: 'time', dateOnly: false, values: Float64Array.from({ length: count }, (_, person) => of(person)) };
}

/** `null` is "not known". */
export function flagFact(count: number, of: (person: number) => boolean | null): Column {
  return { type: 'flag', values: Uint8Array.from({ length: count }, (_, person) => flagOf(of(person))) };
}

function flagOf(word: boolean | null): number {
  return word === null ? 2 : word ? 1 : 0;
}

/** `null` is "not known". */
export function wordFact<const W extends string>(count: number, words: readonly W[], of: (person: number) => W | null): CodeColumn {
  const values = ['', ...words];
  return { type: 'code', values, codes: Uint32Array.from({ length: count }, (_, person) => values.indexOf(of(person) ?? '')) };
}
