import type { Population } from '../kpis/measure.ts';
import { rowsWhere } from '../lib/by-row.ts';
import { TABLE_KINDS, type TableKind } from '../model/kinds.ts';
import type { Breakdown, Group, KpiResult } from '../model/report.ts';
import type { Dimension, DimensionContext } from '../segments/dimension.ts';
import { groupRows, parseBy, type GroupedRows } from '../segments/group-rows.ts';
import type { Prepared } from './answer-kpi.ts';
import { evaluate } from './evaluate.ts';
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

/** One measure by group: its results in the order of the groups shown. */
export interface GroupColumn {
  /** Place of its KPI among those asked for. */
  readonly place: number;
  readonly results: readonly KpiResult[];
}

/** Every KPI by the groups of one dimension. Groups smaller than the minimum are left out and counted, with those that would give them away. */
export class GroupedBy {
  readonly #options: GroupedByOptions;
  readonly #crossed: readonly Dimension[];
  readonly #list = new GroupList();
  readonly #found = new Map<TableKind, GroupedRows | null>();
  #sizes: Suppression<SizedGroup> | undefined;

  constructor(options: GroupedByOptions) {
    this.#options = options;
    this.#crossed = parseBy(options.by);
  }

  /** The rows of the first table that these KPIs count: those of the tickets, where there are any. */
  counted(prepared: readonly Prepared[]): Counted | null {
    const { dataset } = this.#options.dimensions;
    for (const dated of [true, false]) {
      for (const table of TABLE_KINDS) {
        const some = prepared.filter(
          ({ measure: { at, population } }) => (!dated || at !== null) && population.table === table && isOwnRows(population, dataset),
        );
        if (some.length === 0 || this.#splitterOf(some[0]!.measure.population) === null) continue;
        return { table, dated, rows: union(new Set(some.map(({ now }) => now)), dataset.tables[table].rows) };
      }
    }
    return null;
  }

  /** The groups that are large enough, by the rows that all KPIs count. */
  shown(counted: readonly (Counted | null)[]): ShownKeys {
    const known = counted.filter((some) => some !== null);
    const rank = ({ table, dated }: Counted): number => TABLE_KINDS.indexOf(table) + (dated ? 0 : TABLE_KINDS.length);
    const first = Math.min(...known.map(rank));
    const counting = known.filter((some) => rank(some) === first);
    const sizes = counting.length === 0 ? [] : this.#sizesOf(counting[0]!.table, new Set(counting.map(({ rows }) => rows)));
    const overlapping = [...this.#found.values()].some((grouped) => grouped?.offsets !== undefined);
    // A lonely fax says nothing of a person; a lonely organization, or one ticket of a crossing, may.
    const harmless = this.#crossed.length === 1 && this.#crossed[0]!.operational === true;
    this.#sizes = suppress(sizes, { minimum: this.#options.question.minSegment, alone: overlapping || harmless });
    return this.#sizes.shown.map(({ keys }) => keys);
  }

  #sizesOf(table: TableKind, lists: ReadonlySet<Int32Array>): SizedGroup[] {
    const { rows } = this.#options.dimensions.dataset.tables[table];
    const split = this.#splitterOf({ table, rows })!(union(lists, rows));
    return [...split]
      .filter(([, some]) => some.length > 0)
      .map(([number, some]) => ({ keys: this.#list.keys[number]!, rows: some.length }));
  }

  /** These KPIs for each of the groups. */
  columns(prepared: readonly Prepared[], shown: ShownKeys): readonly GroupColumn[] {
    const { frame, question } = this.#options;
    const none = new Int32Array(0);
    const rowsOf = (split: Map<number, Int32Array>, keys: readonly (string | null)[]): Int32Array =>
      split.get(this.#list.find(keys)) ?? none;
    // Measure by measure, as what its groups share is kept only while it is the last one.
    return prepared.flatMap((some): GroupColumn[] => {
      const { place, request, measure, cohortDays, followed } = some;
      const split = this.#splitterOf(measure.population);
      if (split === null) return [];
      const baseSplit = measure.base ? this.#splitterOf(measure.base.population) : null;
      const now = split(some.now);
      const before = some.before ? split(some.before) : null;
      const results = shown.map((keys) =>
        evaluate({
          kpi: request.kpi,
          measure,
          frame,
          cell: {
            now: rowsOf(now, keys),
            before: before ? rowsOf(before, keys) : null,
            cohortDays,
            narrow: (rows) => rowsOf(split(rows), keys),
            narrowBase: baseSplit ? (rows) => rowsOf(baseSplit(rows), keys) : null,
          },
          withSeries: question.every !== null,
          followed,
        }),
      );
      return [{ place, results }];
    });
  }

  /** All columns together, in the order of their KPIs. */
  breakdown(columns: readonly GroupColumn[]): Breakdown {
    const { question } = this.#options;
    const { shown, small, withThem } = this.#sizes!;
    const ofKpis = columns.toSorted((a, b) => a.place - b.place);
    const groups = shown.map(({ keys, rows }, at): Sized => {
      const kpis = ofKpis.map(({ results }) => results[at]!);
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
