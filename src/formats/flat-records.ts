import type { CheckResult } from '../model/check.ts';
import type { KpiResult, Report, ReportPeriod } from '../model/report.ts';
import { groupText, partText } from './words.ts';

/** One number with everything that a store without joins needs beside it. Durations in seconds, rates 0–1, unrounded. */
export type FlatRecord = Readonly<Record<string, string | number | boolean | null>>;

/** KPI by KPI: the whole, its parts, its series; then every group; then the verdicts. */
export function flatRecords(report: Report): readonly FlatRecord[] {
  const wholes = report.kpis.flatMap((kpi) => [...kpiRecords(report, kpi, { by: null, group: null }), ...seriesRecords(report, kpi)]);
  const groups = report.breakdowns.flatMap(({ by, groups }) =>
    groups.flatMap((group) => group.kpis.flatMap((kpi) => kpiRecords(report, kpi, { by, group: groupText(group) }))),
  );
  const records = [...wholes, ...groups, ...(report.checks ?? []).map((check) => checkRecord(report, check))];
  // A part of the rows must not pass for all of them where records of several runs meet.
  return report.filter === undefined ? records : records.map((record) => ({ ...record, filter: report.filter! }));
}

interface Place {
  readonly by: string | null;
  readonly group: string | null;
}

function kpiRecords(report: Report, kpi: KpiResult, { by, group }: Place): FlatRecord[] {
  const base = {
    type: 'kpi',
    ...periodFields(kpi.period ?? report.period),
    asOf: report.asOf,
    timeZone: report.timeZone,
    by,
    group,
    ...kpiFields(kpi),
  };
  const whole = {
    ...base,
    part: null,
    value: kpi.value,
    n: kpi.n,
    low: kpi.interval?.low ?? null,
    high: kpi.interval?.high ?? null,
    ...(kpi.stats === null
      ? {}
      : { mean: kpi.stats.mean, median: kpi.stats.median, p90: kpi.stats.p90, p95: kpi.stats.p95, min: kpi.stats.min, max: kpi.stats.max }),
    previous: kpi.previous?.value ?? null,
    change: kpi.change?.absolute ?? null,
    verdict: kpi.change?.verdict ?? null,
    reason: kpi.reason,
  };
  return [whole, ...(kpi.parts ?? []).map((part) => ({ ...base, part: partText(part), value: part.value, n: part.n }))].map(finite);
}

function seriesRecords(report: Report, kpi: KpiResult): FlatRecord[] {
  return kpi.series.map((point, at) =>
    finite({
      type: 'series',
      period: point.start.slice(0, 10),
      start: point.start,
      end: kpi.series[at + 1]?.start ?? report.period.end,
      complete: point.complete,
      asOf: report.asOf,
      timeZone: report.timeZone,
      by: null,
      group: null,
      ...kpiFields(kpi),
      part: null,
      value: point.value,
      n: point.n,
    }),
  );
}

function checkRecord(report: Report, check: CheckResult): FlatRecord {
  const {
    name,
    kpi,
    title,
    where,
    aggregate,
    clock,
    variant,
    unit,
    currency,
    movement,
    scale,
    operator,
    limit,
    warnLimit,
    value,
    n,
    level,
    state,
    outcome,
    excess,
    reason,
  } = check;
  const record = {
    type: 'check',
    ...periodFields(report.period),
    asOf: report.asOf,
    name,
    kpi,
    title,
    where,
    aggregate,
    clock,
    variant,
    unit,
    currency: currency ?? null,
    movement,
    scale,
    operator,
    limit,
    warnLimit,
    value,
    n,
  };
  return finite({ ...record, level, state, outcome, excess, reason });
}

function periodFields({ label, start, end, complete }: ReportPeriod): FlatRecord {
  return { period: label, start, end, complete };
}

function kpiFields({ id, title, aggregate, clock, variant, unit, currency }: KpiResult): FlatRecord {
  return { kpi: id, title, aggregate, clock, variant, unit, currency: currency ?? null };
}

/** What is no number is none: JSON has no NaN. */
function finite(record: FlatRecord): FlatRecord {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, typeof value === 'number' ? (Number.isFinite(value) ? value + 0 : null) : value]),
  );
}
