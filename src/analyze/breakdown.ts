import type { Population } from '../kpis/measure.ts';
import { rowsWhere } from '../lib/by-row.ts';
import { TABLE_KINDS, type TableKind } from '../model/kinds.ts';
import type { Breakdown, Group, KpiResult } from '../model/report.ts';
import type { Dimension, DimensionContext } from '../segments/dimension.ts';
import { groupRows, parseBy, type GroupedRows } from '../segments/group-rows.ts';
import type { Prepared } from './answer-kpi.ts';
import { evaluate, type Cell } from './evaluate.ts';
import { GroupList, splitterFor, type Splitter } from './group-keys.ts';
import { isOwnRows } from './masks.ts';
import type { Question } from './question.ts';
import { suppress, type SizedGroup, type Suppression } from './suppress.ts';
import type { TimeFrame } from './time-frame.ts';

interface GroupedByOptions {
  /** A dimension, or several crossed by `+`. */
  readonly by: string;
  readonly frame: TimeFrame;
  readonly question: Question;
  readonly dimensions: DimensionContext;
}

/** Rows of one table that KPIs count. */
export interface Counted {
  readonly table: TableKind;
  /** False for the states of a period (churn, retention), which date no rows: theirs count where nothing else does. */
  readonly dated: boolean;
  readonly rows: Int32Array;
}

/** The keys of the groups that are shown. */
export type ShownKeys = readonly (readonly (string | null)[])[];

/** One measure by group. */
export interface GroupColumn {
  /** Place of its KPI among those asked for. */
  readonly place: number;
  /** By the group's keys as JSON. */
  readonly results: ReadonlyMap<string, KpiResult>;
  /** Of groups that are not among these: they have no rows. */
  readonly none: KpiResult;
}

/** Of so many groups each is computed as soon as its KPI is: then nothing of that has to be kept until it is known which are shown. */
const FEW_GROUPS = 40;

/** Every KPI by the groups of one dimension. Groups smaller than the minimum are left out and counted, with those that would give them away. */
export class GroupedBy {
  readonly #options: GroupedByOptions;
  readonly #crossed: readonly Dimension[];
  readonly #list = new GroupList();
  readonly #found = new Map<TableKind, GroupedRows | null>();
  readonly #counted = new Map<number, Counted[]>();
  readonly #columns: GroupColumn[] = [];
  readonly #later: Prepared[] = [];
  #sizes: Suppression<SizedGroup> | undefined;

  constructor(options: GroupedByOptions) {
    this.#options = options;
    this.#crossed = parseBy(options.by);
  }

  /** Takes a KPI that was answered. */
  add(prepared: readonly Prepared[]): void {
    for (const some of prepared) {
      const splitter = this.#splitterOf(some.measure.population);
      if (splitter === null) continue;
      this.#count(some);
      if (splitter.keys.length <= FEW_GROUPS) this.#columns.push(this.#column(some, splitter.keys));
      else this.#later.push(some);
    }
  }

  #count({ measure: { at, population }, now: rows }: Prepared): void {
    if (!isOwnRows(population, this.#options.dimensions.dataset)) return;
    for (const dated of at === null ? [false] : [true, false]) {
      const counted = { table: population.table, dated, rows };
      const others = this.#counted.get(rankOf(counted));
      if (others === undefined) this.#counted.set(rankOf(counted), [counted]);
      else others.push(counted);
    }
  }

  /** The rows of the first table that these KPIs count: those of the tickets, where there are any. */
  counted(): Counted | null {
    const some = this.#counted.get(Math.min(...this.#counted.keys()));
    if (some === undefined) return null;
    const [first] = some;
    const { rows } = this.#options.dimensions.dataset.tables[first!.table];
    return { ...first!, rows: union(new Set(some.map((counted) => counted.rows)), rows) };
  }

  /** The groups that are large enough, by the rows that all KPIs count. */
  shown(counted: readonly (Counted | null)[]): ShownKeys {
    const known = counted.filter((some) => some !== null);
    const first = Math.min(...known.map(rankOf));
    const counting = known.filter((some) => rankOf(some) === first);
    const sizes = counting.length === 0 ? [] : this.#sizesOf(counting[0]!.table, new Set(counting.map(({ rows }) => rows)));
    const overlapping = [...this.#found.values()].some((grouped) => grouped?.offsets !== undefined);
    // A lonely fax says nothing of a person; a lonely organization, or one ticket of a crossing, may.
    const harmless = this.#crossed.length === 1 && this.#crossed[0]!.operational === true;
    this.#sizes = suppress(sizes, { minimum: this.#options.question.minSegment, alone: overlapping || harmless });
    return this.#sizes.shown.map(({ keys }) => keys);
  }

  #sizesOf(table: TableKind, lists: ReadonlySet<Int32Array>): SizedGroup[] {
    const { rows } = this.#options.dimensions.dataset.tables[table];
    const parts = this.#splitterOf({ table, rows })!.split(union(lists, rows));
    return [...parts]
      .filter(([, some]) => some.length > 0)
      .map(([number, some]) => ({ keys: this.#list.keys[number]!, rows: some.length }));
  }

  /** Whether `columns` still has something to compute. */
  get hasLater(): boolean {
    return this.#later.length > 0;
  }

  /** The KPIs that were added, for each of the groups that are shown at least. */
  columns(shown: ShownKeys): readonly GroupColumn[] {
    return [...this.#columns, ...this.#later.map((some) => this.#column(some, shown))];
  }

  #column({ place, request, measure, now, before, cohortDays, followed }: Prepared, groups: ShownKeys): GroupColumn {
    const { frame, question } = this.#options;
    const noRows = new Int32Array(0);
    const { split } = this.#splitterOf(measure.population)!;
    const baseSplit = measure.base && this.#splitterOf(measure.base.population)?.split;
    const resultOf = (keys: readonly (string | null)[] | null): KpiResult => {
      const rowsOf = (parts: Map<number, Int32Array>): Int32Array => (keys && parts.get(this.#list.find(keys))) ?? noRows;
      const cell: Cell = {
        now: rowsOf(split(now)),
        before: before && rowsOf(split(before)),
        cohortDays,
        narrow: (rows) => rowsOf(split(rows)),
        narrowBase: baseSplit ? (rows) => rowsOf(baseSplit(rows)) : null,
      };
      return evaluate({ kpi: request.kpi, measure, frame, cell, withSeries: question.every !== null, followed });
    };
    return { place, results: new Map(groups.map((keys) => [JSON.stringify(keys), resultOf(keys)])), none: resultOf(null) };
  }

  /** All columns together, in the order of their KPIs. */
  breakdown(columns: readonly GroupColumn[]): Breakdown {
    const { question } = this.#options;
    const { shown, small, withThem } = this.#sizes!;
    const ofKpis = columns.toSorted((a, b) => a.place - b.place);
    const groups = shown.map(({ keys, rows }): Sized => {
      const kpis = ofKpis.map(({ results, none }) => results.get(JSON.stringify(keys)) ?? none);
      const group = { key: keyText(keys), ...(keys.length > 1 ? { keys } : {}), n: rows, kpis };
      return { rows, place: this.#list.places[this.#list.find(keys)]!, group };
    });
    const ordered = this.#crossed.every((dimension) => dimension.ordered === true);
    const first = ofKpis[0] && question.kpis[ofKpis[0].place]!.kpi.id;
    const sortedBy = question.sort === 'value' ? (question.sortBy ?? first) : undefined;
    groups.sort(ordered && question.sort !== 'value' ? (a, b) => a.place - b.place : order(question.sort, sortedBy));
    const kept = question.top === null ? groups : groups.slice(0, question.top);
    const cut = groups.slice(kept.length);
    return {
      by: this.#crossed.map(({ id }) => id).join('+'),
      groups: kept.map(({ group }) => group),
      suppressed: suppressedBy(small, withThem),
      ...(cut.length > 0 ? { omitted: { groups: cut.length, n: cut.reduce((sum, { rows }) => sum + rows, 0) } } : {}),
      ...(sortedBy === undefined ? {} : { sortedBy }),
    };
  }

  #splitterOf(population: Population): Splitter | null {
    const { dimensions } = this.#options;
    const groupsOf = (table: TableKind): GroupedRows | null => {
      if (!this.#found.has(table)) this.#found.set(table, groupRows(this.#crossed, dimensions, table));
      return this.#found.get(table)!;
    };
    return splitterFor({ population, dataset: dimensions.dataset, groupsOf, list: this.#list });
  }
}

/** Dated rows before others, tickets first. */
function rankOf({ table, dated }: Counted): number {
  return TABLE_KINDS.indexOf(table) + (dated ? 0 : TABLE_KINDS.length);
}

function suppressedBy(small: readonly SizedGroup[], withThem: readonly SizedGroup[]): Breakdown['suppressed'] {
  const n = [...small, ...withThem].reduce((sum, { rows }) => sum + rows, 0);
  return { groups: small.length + withThem.length, n, ...(withThem.length === 0 ? {} : { withThem: withThem.length }) };
}

/** Rows that are in any of the lists. */
function union(lists: ReadonlySet<Int32Array>, count: number): Int32Array {
  for (const list of lists) if (lists.size === 1 || list.length === count) return list;
  const touched = new Uint8Array(count);
  for (const list of lists) for (let index = 0; index < list.length; index++) touched[list[index]!] = 1;
  return rowsWhere(count, (row) => touched[row] === 1);
}

interface Sized {
  readonly place: number;
  readonly rows: number;
  readonly group: Group;
}

function order(sort: Question['sort'], sortedBy: string | undefined): (a: Sized, b: Sized) => number {
  const value = ({ group }: Sized): number => group.kpis.find(({ id }) => id === sortedBy)?.value ?? Number.NEGATIVE_INFINITY;
  return (a, b) => (sort === 'n' ? b.rows - a.rows : sort === 'value' ? value(b) - value(a) : 0) || byKey(a.group.key, b.group.key);
}

/** By code point, "(none)" last: the same on every machine. */
function byKey(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function keyText(keys: readonly (string | null)[]): string | null {
  return keys.length === 1 ? keys[0]! : keys.map((key) => key ?? '(none)').join(' + ');
}
