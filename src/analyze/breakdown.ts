import type { Population } from '../kpis/measure.ts';
import { rowsWhere } from '../lib/by-row.ts';
import { TABLE_KINDS } from '../model/kinds.ts';
import type { Breakdown, Group, KpiResult } from '../model/report.ts';
import type { DimensionContext } from '../segments/dimension.ts';
import { groupRows, parseBy, type GroupedRows } from '../segments/group-rows.ts';
import type { Prepared } from './analyze.ts';
import { evaluate } from './evaluate.ts';
import { GroupList, splitterFor, type Splitter } from './group-keys.ts';
import type { MaskOf } from './masks.ts';
import type { Question } from './question.ts';
import { suppress, type SizedGroup } from './suppress.ts';
import type { TimeFrame } from './time-frame.ts';

export interface BreakdownOptions {
  /** A dimension, or several crossed by `+`. */
  readonly by: string;
  readonly prepared: readonly Prepared[];
  readonly frame: TimeFrame;
  readonly question: Question;
  readonly dimensions: DimensionContext;
  readonly masks: MaskOf;
}

/** Every KPI by the groups of one dimension. Groups smaller than the minimum are left out and counted, with those that would give them away. */
export function breakdown(options: BreakdownOptions): Breakdown {
  const { by, prepared, frame, question, dimensions } = options;
  const crossed = parseBy(by);
  const list = new GroupList();
  const found = new Map<string, GroupedRows | null>();
  const groupsOf = (table: Population['table']): GroupedRows | null => {
    if (!found.has(table)) found.set(table, groupRows(crossed, dimensions, table));
    return found.get(table)!;
  };
  const splitterOf = (population: Population): Splitter | null => splitterFor({ population, dataset: dimensions.dataset, groupsOf, list });

  const sizes = groupSizes(prepared, splitterOf);
  const sized = [...sizes].filter(([, rows]) => rows > 0).map(([number, rows]) => ({ number, rows, keys: list.keys[number]! }));
  const overlapping = [...found.values()].some((grouped) => grouped?.offsets !== undefined);
  // A lonely fax says nothing of a person; a lonely organization, or one ticket of a crossing, may.
  const harmless = crossed.length === 1 && crossed[0]!.operational === true;
  const { shown, small, withThem } = suppress(sized, { minimum: question.minSegment, alone: overlapping || harmless });

  const columns = prepared.flatMap((some) => {
    const split = splitterOf(some.measure.population);
    return split ? [{ ...some, split, now: split(some.now), before: some.before ? split(some.before) : null }] : [];
  });
  const none = new Int32Array(0);
  // Measure by measure, as what its groups share is kept only while it is the last one.
  const results = columns.map(({ request, measure, now, before, cohortDays, followed, split }): KpiResult[] => {
    const baseSplit = measure.base ? splitterOf(measure.base.population) : null;
    return shown.map(({ number }) =>
      evaluate({
        kpi: request.kpi,
        measure,
        frame,
        cell: {
          now: now.get(number) ?? none,
          before: before ? (before.get(number) ?? none) : null,
          cohortDays,
          narrow: (some) => split(some).get(number) ?? none,
          narrowBase: baseSplit ? (some) => baseSplit(some).get(number) ?? none : null,
        },
        withSeries: question.every !== null,
        followed,
      }),
    );
  });
  const groups = shown.map(({ number, rows }, place) => {
    const keys = list.keys[number]!;
    const kpis = results.map((ofMeasure) => ofMeasure[place]!);
    return { rows, place: list.places[number]!, group: { key: keyText(keys), ...(keys.length > 1 ? { keys } : {}), n: rows, kpis } };
  });
  const ordered = crossed.every((dimension) => dimension.ordered === true);
  const sortedBy = question.sort === 'value' ? (question.sortBy ?? columns[0]?.request.kpi.id) : undefined;
  groups.sort(ordered && question.sort !== 'value' ? (a, b) => a.place - b.place : order(question.sort, sortedBy));
  const kept = question.top === null ? groups : groups.slice(0, question.top);
  const cut = groups.slice(kept.length);
  return {
    by: crossed.map(({ id }) => id).join('+'),
    groups: kept.map(({ group }) => group),
    suppressed: suppressedBy(small, withThem),
    ...(cut.length > 0 ? { omitted: { groups: cut.length, n: cut.reduce((sum, { rows }) => sum + rows, 0) } } : {}),
    ...(sortedBy === undefined ? {} : { sortedBy }),
  };
}

function suppressedBy(small: readonly SizedGroup[], withThem: readonly SizedGroup[]): Breakdown['suppressed'] {
  const n = [...small, ...withThem].reduce((sum, { rows }) => sum + rows, 0);
  return { groups: small.length + withThem.length, n, ...(withThem.length === 0 ? {} : { withThem: withThem.length }) };
}

/**
 * Rows of each group, counted once: those of the tickets (of the first table with dated rows, where there are none)
 * that any KPI's period holds.
 */
function groupSizes(prepared: readonly Prepared[], splitterOf: (population: Population) => Splitter | null): Map<number, number> {
  // States over a period (churn, retention) date no rows: theirs count where nothing else does.
  for (const alsoStates of [false, true]) {
    for (const table of TABLE_KINDS) {
      const counted = prepared.filter(
        ({ measure }) => (alsoStates || measure.at !== null) && measure.population.table === table && !measure.population.ticket,
      );
      const split = counted[0] && splitterOf(counted[0].measure.population);
      if (!split) continue;
      const rows = union(new Set(counted.map(({ now }) => now)), counted[0]!.measure.population.rows);
      return new Map([...split(rows)].map(([number, some]) => [number, some.length]));
    }
  }
  return new Map();
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
