import { once } from '../../lib/once.ts';
import { fieldKey } from '../../lib/text/field-key.ts';
import { suggest } from '../../lib/text/suggest.ts';
import { CUSTOMER_FACTS, type CustomerFact } from '../../model/customer-facts.ts';
import { FIELDS, type FieldType } from '../../model/kinds.ts';
import type { Dimension } from '../dimension.ts';
import { dimensions } from '../index.ts';

/** Tables whose fields conditions know; where two have a field of the same name, a row's own table counts, then this order. */
const FIELD_TABLES = ['tickets', 'customers', 'surveys'] as const;
type FieldTable = (typeof FIELD_TABLES)[number];

const CLOCKS = ['calendar', 'business', 'unknown'] as const;

export interface Place {
  readonly table: FieldTable;
  /** Columns to look for, best first: of a duration one a clock. */
  readonly columns: readonly string[];
}

/** What a name in a condition stands for. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Seconds: durations, and numbers whose name says so. */
  readonly seconds: boolean;
  /** A share, which may be written as 90%. */
  readonly ratio?: boolean;
  readonly dimension: Dimension | null;
  readonly places: readonly Place[];
}

const fields: () => ReadonlyMap<string, Field> = once(allFields);

/** The field or dimension of that name in any spelling: `planKind`, `Plan Kind`, `customers.plan_kind`, `first response.business`. */
export function findField(name: string): Field | undefined {
  return fields().get(fieldKey(name));
}

/** What was probably meant, and every name for a list. */
export function nearFields(name: string): { readonly meant: string | undefined; readonly all: readonly string[] } {
  const all = [...new Set([...fields().values()].map((field) => field.name))];
  return { meant: suggest(name, all), all: all.filter((known) => !known.includes('.')) };
}

function allFields(): Map<string, Field> {
  const found = new Map<string, Field>();
  for (const table of FIELD_TABLES) {
    for (const [name, type] of Object.entries(FIELDS[table]) as [string, FieldType][]) {
      const clocks: readonly string[] = type === 'duration' ? CLOCKS : [];
      add({ name, type, table, columns: type === 'duration' ? clocks.map((clock) => `${name}.${clock}`) : [name] });
      for (const clock of clocks) add({ name: `${name}.${clock}`, type, table, columns: [`${name}.${clock}`] });
    }
  }
  for (const [name, { type, ratio = false }] of Object.entries<CustomerFact>(CUSTOMER_FACTS))
    add({ name, type, ratio, table: 'customers', columns: [name] });
  for (const dimension of dimensions) {
    const known = found.get(fieldKey(dimension.id));
    found.set(fieldKey(dimension.id), { name: dimension.id, type: 'code', seconds: false, dimension, places: known?.places ?? [] });
  }
  return found;

  function add({
    name,
    type,
    ratio = false,
    table,
    columns,
  }: Place & { readonly name: string; readonly type: FieldType; readonly ratio?: boolean }): void {
    const seconds = type === 'duration' || name.endsWith('Seconds');
    const field: Field = { name, type, seconds, ...(ratio ? { ratio } : {}), dimension: null, places: [{ table, columns }] };
    const known = found.get(fieldKey(name));
    found.set(fieldKey(name), known === undefined ? field : { ...known, places: [...known.places, ...field.places] });
    for (const kind of [table, table.slice(0, -1)]) found.set(fieldKey(`${kind}.${name}`), { ...field, name: `${table}.${name}` });
  }
}
