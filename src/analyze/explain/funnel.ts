import type { Measure, Population, Scope, Step } from '../../kpis/measure.ts';
import { EXCLUDED_STATUSES } from '../../model/kinds.ts';
import type { Period } from '../../model/period.ts';
import type { ReportInput } from '../../model/report.ts';
import type { Evidence } from '../question.ts';
import { isUnbounded } from '../time-frame.ts';
import { nest, type Nested } from './nesting.ts';
import { wordsFor } from './step-words.ts';

/** A station of the way with its rows; those that never became rows of the dataset are only counted. */
export interface FunnelStage {
  readonly name: string;
  readonly depth: number;
  readonly count: number;
  readonly says: string | null;
  readonly base: boolean;
  readonly rows: Int32Array | null;
  /** Further words that `--list` takes for it. */
  readonly aliases: readonly string[];
}

export interface FunnelOptions {
  readonly evidence: Evidence;
  readonly measure: Measure;
  readonly mask: Uint8Array | null;
  readonly period: Period;
  /** Rows of the period that meet the condition. */
  readonly rows: Int32Array;
  readonly scope: Scope;
}

/** From the rows of the files to those that the value is computed from. */
export function funnelStages({ evidence, measure, mask, period, rows, scope }: FunnelOptions): readonly FunnelStage[] {
  const steps = measure.steps?.(rows, scope) ?? [];
  const whole: Step = { name: 'inPeriod', rows };
  const ours = flatten(nest(whole, steps, measure.population.rows), isUnbounded(period) ? null : `in ${period.label}`);
  return [...readStages(evidence, measure.population), ...besideStages({ measure, mask, period }), ...ours];
}

/** What became of the rows of the files before any KPI saw them. */
function readStages({ inputs, excluded, dataset }: Evidence, { table, rows }: Population): FunnelStage[] {
  const ours = inputs.filter(({ kind }) => kind === table);
  const sum = (of: (input: ReportInput) => number): number => ours.reduce((total, input) => total + of(input), 0);
  const left = sum((input) => input.excluded);
  // Only tickets leave by their status; what else leaves follows them, or came after --as-of.
  const reasons = table === 'tickets' ? Object.entries(excluded).filter(([reason]) => EXCLUDED_STATUSES.has(reason)) : [];
  reasons.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const other = left - reasons.reduce((total, [, count]) => total + count, 0);
  const stages = [
    counted({ name: 'read', depth: 0, count: sum((input) => input.rows), says: null }),
    counted({ name: 'skipped', depth: 1, count: sum((input) => input.skipped), says: 'cannot be read' }),
    counted({ name: 'excluded', depth: 1, count: left, says: 'in no KPI' }),
    ...reasons.map(([name, count]) => counted({ name, depth: 2, count, says: null })),
    counted({
      name: 'otherReasons',
      depth: 2,
      count: reasons.length > 0 ? other : 0,
      says: 'later than --as-of, or belongs to what is left out',
    }),
    counted({ name: 'collapsed', depth: 1, count: sum((input) => input.collapsed), says: 'older versions of the same row' }),
  ].filter(({ name, count }) => name === 'read' || count > 0);
  const made =
    dataset.tables[table].rows === rows
      ? []
      : [
          counted({
            name: 'derived',
            depth: 0,
            count: rows,
            says: table === 'customers' ? 'everyone whom the files name' : `made from the ${table}`,
          }),
        ];
  return ours.length === 0 ? made : [...stages, ...made];
}

function counted(stage: Pick<FunnelStage, 'name' | 'depth' | 'count' | 'says'>): FunnelStage {
  return { ...stage, base: false, rows: null, aliases: [] };
}

/** Rows of the data that the question does not ask about. */
function besideStages({ measure: { at, population }, mask, period }: Pick<FunnelOptions, 'measure' | 'mask' | 'period'>): FunnelStage[] {
  const all = Int32Array.from({ length: population.rows }, (_, row) => row);
  const unmet = mask ? all.filter((row) => mask[row] !== 1) : all.subarray(0, 0);
  const met = mask ? all.filter((row) => mask[row] === 1) : all;
  const bounded = at !== null && !isUnbounded(period);
  const undated = bounded ? met.filter((row) => Number.isNaN(at[row]!)) : met.subarray(0, 0);
  const outside = bounded ? met.filter((row) => at[row]! < period.start || at[row]! >= period.end) : met.subarray(0, 0);
  return [
    { name: 'unmet', rows: unmet, says: 'does not meet --where' },
    { name: 'undated', rows: undated, says: 'without the date that puts it into a period' },
    { name: 'outside', rows: outside, says: 'in another period' },
  ]
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows, says }) => ({ name, depth: 1, count: rows.length, says, base: false, rows, aliases: [] }));
}

const ALIASES: Readonly<Record<NonNullable<Step['role']>, readonly string[]>> = {
  base: ['counted'],
  hits: ['hits'],
  misses: ['missed', 'misses'],
};

function flatten(nested: Nested, says: string | null, depth = 0): FunnelStage[] {
  const { name, rows, role } = nested.step;
  const stage: FunnelStage = {
    name,
    depth,
    count: rows.length,
    says: says ?? wordsFor(name),
    base: role === 'base',
    rows,
    aliases: role === undefined ? [] : ALIASES[role].filter((alias) => alias !== name),
  };
  return [stage, ...nested.within.flatMap((part) => flatten(part, null, depth + 1))];
}
