import { splitByKey } from '../lib/row-parts.ts';
import type { Population } from '../kpis/measure.ts';
import type { Dataset } from '../model/dataset.ts';
import type { TableKind } from '../model/kinds.ts';
import type { GroupedRows } from '../segments/group-rows.ts';
import { isOwnRows } from './masks.ts';

/** Looks up the groups of a table's rows; `null` where the dimension is not known for them. */
export type GroupsOfTable = (table: TableKind) => GroupedRows | null;

export interface Splitter {
  /** Splits rows of a population by group. The key is the group's number in the shared list of `GroupList`. */
  readonly split: (rows: Int32Array) => Map<number, Int32Array>;
  /** Of all groups that its rows may be in. */
  readonly keys: readonly (readonly (string | null)[])[];
}

/**
 * One list of groups for all tables: the same channel has the same number whether it was met on a ticket or, through its ticket, on a survey answer.
 */
export class GroupList {
  readonly #numbers = new Map<string, number>();
  readonly keys: (readonly (string | null)[])[] = [];
  /** Where the value stands among those of its dimension: the order of weekdays and hours. "(none)" comes last. */
  readonly places: number[] = [];

  numberOf(grouping: GroupedRows, code: number): number {
    const keys = keysOf(grouping, code);
    const name = JSON.stringify(keys);
    let found = this.#numbers.get(name);
    if (found === undefined) {
      found = this.keys.push(keys) - 1;
      this.places.push(code === 0 ? Number.POSITIVE_INFINITY : code);
      this.#numbers.set(name, found);
    }
    return found;
  }

  /** -1 where the group was not met. */
  find(keys: readonly (string | null)[]): number {
    return this.#numbers.get(JSON.stringify(keys)) ?? -1;
  }
}

/** How to split the rows of a population, or `null` where the data does not carry the dimension for them. */
export function splitterFor({
  population,
  dataset,
  groupsOf,
  list,
}: {
  population: Population;
  dataset: Dataset;
  groupsOf: GroupsOfTable;
  list: GroupList;
}): Splitter | null {
  const own = isOwnRows(population, dataset) ? groupsOf(population.table) : null;
  if (own) return splitterBy(own, null, list);
  for (const [via, table] of [
    [population.ticket, 'tickets'],
    [population.customer, 'customers'],
  ] as const) {
    const grouping = via && groupsOf(table);
    if (via && grouping) return splitterBy(grouping, via, list);
  }
  return null;
}

function splitterBy(grouping: GroupedRows, via: Int32Array | null, list: GroupList): Splitter {
  return {
    split: (rows) => split({ rows, via, grouping, list }),
    keys: grouping.values.map((_, code) => keysOf(grouping, code)),
  };
}

function keysOf(grouping: GroupedRows, code: number): readonly (string | null)[] {
  return grouping.keys?.[code] ?? [code === 0 ? null : grouping.values[code]!];
}

interface SplitOptions {
  readonly rows: Int32Array;
  readonly via: Int32Array | null;
  readonly grouping: GroupedRows;
  readonly list: GroupList;
}

/** By the rows and the grouping: the same rows are split once. Rows that came through a link are not kept. */
const kept = new WeakMap<Int32Array, WeakMap<GroupedRows, Map<number, Int32Array>>>();

/** A row with several values (tags) is in several groups; a row that is linked to nothing is in "(none)". Nobody may write to the parts. */
function split(options: SplitOptions): Map<number, Int32Array> {
  const { rows, via, grouping } = options;
  if (via !== null) return splitAnew(options);
  let byGrouping = kept.get(rows);
  if (byGrouping === undefined) kept.set(rows, (byGrouping = new WeakMap()));
  let found = byGrouping.get(grouping);
  if (found === undefined) byGrouping.set(grouping, (found = splitAnew(options)));
  return found;
}

function splitAnew({ rows, via, grouping, list }: SplitOptions): Map<number, Int32Array> {
  const parts = grouping.offsets ? severalEach({ rows, via, grouping }) : oneEach({ rows, via, grouping });
  const found = new Map<number, Int32Array>();
  parts.forEach((part, code) => {
    if (part.length > 0) found.set(list.numberOf(grouping, code), part);
  });
  return found;
}

function oneEach({ rows, via, grouping }: Omit<SplitOptions, 'list'>): readonly Int32Array[] {
  return splitByKey({ keys: via === null ? grouping.codes : codesThrough(via, grouping), size: grouping.values.length }, rows);
}

/** By the link and the grouping. */
const linked = new WeakMap<Int32Array, WeakMap<GroupedRows, Uint32Array>>();

function codesThrough(via: Int32Array, grouping: GroupedRows): Uint32Array {
  let byGrouping = linked.get(via);
  if (byGrouping === undefined) linked.set(via, (byGrouping = new WeakMap()));
  let found = byGrouping.get(grouping);
  if (found !== undefined) return found;
  byGrouping.set(grouping, (found = new Uint32Array(via.length)));
  for (let row = 0; row < found.length; row++) if (via[row]! >= 0) found[row] = grouping.codes[via[row]!]!;
  return found;
}

function severalEach({ rows, via, grouping }: Omit<SplitOptions, 'list'>): Int32Array[] {
  const { codes, values } = grouping;
  const offsets = grouping.offsets!;
  const sizes = new Uint32Array(values.length);
  const each = (row: number, visit: (code: number) => void): void => {
    const linked = via ? via[row]! : row;
    if (linked < 0 || offsets[linked] === offsets[linked + 1]) visit(0);
    else for (let at = offsets[linked]!; at < offsets[linked + 1]!; at++) visit(codes[at]!);
  };
  for (const row of rows) each(row, (code) => void sizes[code]!++);
  const parts = partsOf(sizes);
  const filled = new Uint32Array(values.length);
  for (const row of rows) each(row, (code) => void (parts[code]![filled[code]!++] = row));
  return parts;
}

const NO_ROWS = new Int32Array(0);

/** Room for the rows of each group; most groups of a long list have none among some rows. */
function partsOf(sizes: Uint32Array): Int32Array[] {
  const parts: Int32Array[] = [];
  for (let code = 0; code < sizes.length; code++) parts.push(sizes[code] === 0 ? NO_ROWS : new Int32Array(sizes[code]!));
  return parts;
}
