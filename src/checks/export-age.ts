import type { CheckPlace, CheckResult } from '../model/check.ts';

/** The verdict on `--max-age`: a stale export answers yesterday's question, and its numbers may be fine all the same. */
export function judgeAge({
  newest,
  asOf,
  maxAge,
}: {
  readonly newest: number;
  readonly asOf: number;
  readonly maxAge: number;
}): CheckResult {
  const value = Number.isNaN(newest) ? null : Math.max(0, asOf - newest) / 1000;
  const missed = value !== null && value > maxAge ? maxAge : null;
  const outcome = value === null || missed !== null ? 'failed' : 'passed';
  const place: CheckPlace = { file: '--max-age', line: null, column: null };
  return {
    name: 'export-age',
    kpi: 'export-age',
    title: 'Age of the newest row',
    where: null,
    aggregate: 'min',
    clock: 'calendar',
    variant: null,
    unit: 'seconds',
    better: 'lower',
    movement: null,
    scale: 'value',
    operator: '<=',
    limit: maxAge,
    warnLimit: null,
    value,
    n: 1,
    interval: null,
    compared: null,
    level: 'error',
    state: value === null ? 'no-data' : outcome,
    outcome,
    missed,
    excess: missed === null || value === null ? null : value - missed,
    withinChance: false,
    reason: value === null ? 'nothing in the data has a date' : null,
    minSample: null,
    place,
  };
}
