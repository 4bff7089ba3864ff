import type { Report } from '../model/report.ts';

/** Columns of the verdicts, a row a check. */
export const CHECK_COLUMNS = [
  'period_label',
  'name',
  'kpi',
  'where',
  'aggregate',
  'clock',
  'unit',
  'movement',
  'operator',
  'limit',
  'value',
  'n',
  'low',
  'high',
  'level',
  'state',
  'outcome',
  'excess',
  'reason',
  'file',
  'line',
] as const;
export type CheckRow = Readonly<Record<(typeof CHECK_COLUMNS)[number], string | number | null>>;

export function checkRows(report: Report): readonly CheckRow[] {
  return (report.checks ?? []).map(({ name, kpi, where, aggregate, clock, unit, currency, movement, operator, limit, value, n, interval, level, state, outcome, excess, reason, place }) => ({
    period_label: report.period.label,
    name,
    kpi,
    where,
    aggregate,
    clock,
    unit: unit === 'money' && currency !== undefined ? currency : unit,
    movement,
    operator,
    limit,
    value,
    n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    level,
    state,
    outcome,
    excess,
    reason,
    file: place?.file ?? null,
    line: place?.line ?? null,
  }));
}
