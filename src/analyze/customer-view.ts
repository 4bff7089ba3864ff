import type { KpiContext, VectorsAt } from '../kpis/define-kpi.ts';
import { customersAt } from '../kpis/facts/customers/customer-facts.ts';
import { people, personOf } from '../kpis/facts/people.ts';
import { PRESENT, VECTORS } from '../model/customer-facts.ts';
import type { Codes, Column, Numbers } from '../model/columns.ts';
import type { Dataset, Table } from '../model/dataset.ts';
import type { DimensionContext } from '../segments/dimension.ts';
import { classify, type Classified } from '../segments/vectors/classify.ts';
import { ownSegments } from '../segments/vectors/own-segments.ts';
import { vectorRules, type VectorRule } from '../segments/vectors/rules.ts';

/** Everyone just before an instant, each in their vector. */
export interface CustomersInVectors extends VectorsAt, Classified {
  /** Epoch ms. */
  readonly at: number;
  /** People, present or not. */
  readonly count: number;
  readonly rules: readonly VectorRule[];
  /** The data with one row of `customers` a person and their facts as columns: what conditions over customers are asked of. */
  readonly view: DimensionContext;
}

/** Where every customer stood just before an instant (epoch ms). */
export function customersInVectors(context: KpiContext, at: number): CustomersInVectors {
  return context.memo(`vectors at ${at}`, () => {
    const { presence, facts } = customersAt(context, at);
    const { count } = people(context);
    const rules = context.memo('vector rules', () => vectorRules(context.settings.vectors));
    const view = { dataset: withPeople(context, Object.entries(facts)), timeZone: context.timeZone, asOf: context.asOf };
    const classified = classify(rules, view);
    return { at, count, presence, rules, view, ...classified };
  });
}

/**
 * The data as `--by vector`, `--by segment` and conditions over facts of customers see it: `customers` has a row for everyone who appears anywhere
 * (those of the table first), with their facts, `vector` and `segment` as columns, and the other tables are joined to them all.
 */
export function customerView(context: KpiContext, at: number): Dataset {
  return context.memo(`customer view at ${at}`, () => {
    const { view, vector, presence } = customersInVectors(context, at);
    const codes = Uint32Array.from(vector, (place, person) => (presence[person] === PRESENT ? place + 1 : 0));
    const withVector = addColumns(view.dataset, [['vector', { type: 'code', values: ['', ...VECTORS], codes }]]);
    const { column } = ownSegments(context.settings.segments, { ...view, dataset: withVector });
    return addColumns(withVector, column === null ? [] : [['segment', column]]);
  });
}

function withPeople(context: KpiContext, facts: readonly (readonly [string, Column])[]): Dataset {
  const { dataset } = context;
  const { count } = people(context);
  const own = [...dataset.tables.customers.columns].map(([name, column]) => [name, lengthened(column, count)] as const);
  const customers: Table = { kind: 'customers', rows: count, columns: new Map<string, Column>([...own, ...facts]) };
  const joined = (['tickets', 'subscriptions', 'events', 'surveys'] as const).map((kind): Table => {
    const table = dataset.tables[kind];
    return {
      ...table,
      columns: new Map<string, Column>([...table.columns, ['customer', { type: 'link', rows: personOf(context, kind) }]]),
    };
  });
  return { ...dataset, tables: { ...dataset.tables, ...Object.fromEntries(joined.map((table) => [table.kind, table])), customers } };
}

function addColumns(dataset: Dataset, columns: readonly (readonly [string, Column])[]): Dataset {
  const { customers } = dataset.tables;
  return { ...dataset, tables: { ...dataset.tables, customers: { ...customers, columns: new Map([...customers.columns, ...columns]) } } };
}

/** The column with missing values for everyone beyond the table. */
function lengthened(column: Column, rows: number): Column {
  switch (column.type) {
    case 'time':
      return { ...column, values: filled(new Float64Array(rows).fill(Number.NaN), column.values) };
    case 'number':
      return { ...column, values: filled(new Float64Array(rows).fill(Number.NaN), column.values) };
    case 'flag':
      return { ...column, values: filled(new Uint8Array(rows).fill(2), column.values) };
    case 'code':
      return { ...column, codes: filled(new Uint32Array(rows), column.codes) };
    case 'link':
      return { ...column, rows: filled(new Int32Array(rows).fill(-1), column.rows) };
    case 'codes':
      return { ...column, offsets: filled(new Uint32Array(rows + 1).fill(column.offsets.at(-1) ?? 0), column.offsets) };
  }
}

function filled<A extends Numbers | Codes | Int32Array>(target: A, values: Numbers | Codes | Int32Array): A {
  target.set(values);
  return target;
}
