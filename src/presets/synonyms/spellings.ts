import { once } from '../../lib/once.ts';
import type { FieldMapping } from '../preset.ts';

/** Field → its spellings in the form of `fieldKey`, best first, divided by ` | `. */
export type Spellings = Readonly<Record<string, string>>;

/** Names of fields, best first. */
export interface NameList extends Iterable<readonly [name: string, mapping: string | FieldMapping]> {
  /** What a name (as `fieldKey` makes it) means. */
  find(name: string): NamedMapping | undefined;
}

export interface NamedMapping {
  readonly mapping: string | FieldMapping;
  /** Place among the names: lower is the better guess. */
  readonly rank: number;
}

/** A few names. */
export function listed(names: () => Iterable<readonly [name: string, mapping: string | FieldMapping]>): NameList {
  const found = once(() => new Map(Array.from(names(), ([name, mapping], rank) => [name, { mapping, rank }])));
  return {
    find: (name) => found().get(name),
    *[Symbol.iterator]() {
      for (const [name, { mapping }] of found()) yield [name, mapping];
    },
  };
}

/** `{ createdAt: 'created | opened' }`: `created` and `opened` mean `createdAt`. Found where they stand: no table has as many columns as there are names. */
export function spelled(spellings: Spellings): NameList {
  const text = once(() => `| ${textOf(spellings)} |`);
  return {
    find(name) {
      const rank = text().indexOf(`| ${name} |`);
      if (rank === -1) return undefined;
      let end = 0;
      const mapping = Object.keys(spellings).find((field) => (end += spellings[field]!.length + 3) > rank)!;
      return { mapping, rank };
    },
    *[Symbol.iterator]() {
      for (const [field, names] of Object.entries(spellings)) for (const name of names.split(' | ')) yield [name, field];
    },
  };
}

/** Every spelling, divided by ` | `. */
export function textOf(spellings: Spellings): string {
  return Object.values(spellings).join(' | ');
}
