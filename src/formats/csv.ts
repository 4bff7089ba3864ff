import { stringify } from 'csv-stringify/sync';
import { forCsv } from '../lib/text/sanitize.ts';
import type { KpiResult, Report, ReportPeriod, Stats } from '../model/report.ts';
import { CHECK_COLUMNS, checkRows } from './csv-checks.ts';
import type { Format } from './format.ts';
import { renderSegmentCsv } from './segments/render-csv.ts';
import { linkRows } from './link/csv-link.ts';
import { groupText, keyText } from './words.ts';

const COLUMNS = [
  'period_label',
  'period_start',
  'period_end',
  'by',
  'group',
  'kpi',
  'aggregate',
  'clock',
  'unit',
  'value',
  'n',
  'low',
  'high',
  'previous',
  'change',
  'verdict',
  'reason',
  'where',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string | number | null>>;

const STATS: readonly (keyof Stats)[] = ['mean', 'median', 'p90', 'p95', 'min', 'max'];

/**
 * Tidy: one number a row. The lead aggregate comes first, its other statistics behind it; shares of a whole stand under `by` = `part`, of buckets (`--dist`) under `distribution`, hours of the week (`--heatmap`) under `weekday+hour`,
 * the points of a series under their own period. Numbers are unrounded, durations in seconds, rates 0–1, changes absolute.
 */
export const csv: Format = {
  id: 'csv',
  title: 'Tidy CSV: one row a number, for spreadsheets and R',
  extensions: ['csv'],
  render: (report, { dist = false }) => {
    if (report.segments !== undefined) return renderSegmentCsv(report);
    if (report.checks !== undefined) return written(checkRows(report), CHECK_COLUMNS);
    const rows = [
      ...report.kpis.flatMap((kpi) => [
        ...kpiRows(report, kpi, {}),
        ...(dist ? distributionRows(report, kpi) : []),
        ...seriesRows(report, kpi),
      ]),
      ...report.breakdowns.flatMap(({ by, groups }) =>
        groups.flatMap((group) => group.kpis.flatMap((kpi) => kpiRows(report, kpi, { by, group: groupText(group) }))),
      ),
      ...heatmapRows(report),
      ...linkRows(report).map((row): Row => ({ ...periodCells(report.period), ...row })),
    ];
    return written(
      rows.map((row) => ({ ...row, where: report.filter ?? null })),
      COLUMNS,
    );
  },
};

function kpiRows(report: Report, kpi: KpiResult, where: Row): Row[] {
  const base = { ...periodCells(kpi.period ?? report.period), ...where, ...kpiCells(kpi) };
  const lead: Row = {
    ...base,
    value: kpi.value,
    n: kpi.n,
    low: kpi.interval?.low ?? null,
    high: kpi.interval?.high ?? null,
    previous: kpi.previous?.value ?? null,
    change: kpi.change?.absolute ?? null,
    verdict: kpi.change?.verdict ?? null,
    reason: kpi.reason,
  };
  const { stats } = kpi;
  const others =
    stats === null
      ? []
      : STATS.filter((name) => name !== kpi.aggregate).map((name): Row => ({ ...base, aggregate: name, value: stats[name], n: kpi.n }));
  const parts = (kpi.parts ?? []).map((part): Row => ({
    ...base,
    by: where.by === undefined ? 'part' : `${where.by} / part`,
    group: where.group === undefined ? keyText(part.key) : `${where.group} / ${keyText(part.key)}`,
    value: part.value,
    n: part.n,
  }));
  return [lead, ...others, ...parts];
}

/** The share of each bucket, `n` its rows: bounds are in the KPI's unit, the last one is open. */
function distributionRows(report: Report, kpi: KpiResult): Row[] {
  const steps = kpi.distribution ?? [];
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  return steps.map(({ upTo, count }, at): Row => {
    const group = `${steps[at - 1]?.upTo ?? ''}..${upTo ?? ''}`;
    return {
      ...periodCells(kpi.period ?? report.period),
      by: 'distribution',
      group,
      ...kpiCells(kpi),
      aggregate: 'distribution',
      unit: 'ratio',
      value: count / total,
      n: count,
    };
  });
}

/** A row for each hour of the week. */
function heatmapRows(report: Report): Row[] {
  return (report.heatmaps ?? []).flatMap(({ id, days, n, reason }) => {
    if (reason !== null)
      return [{ ...periodCells(report.period), by: 'weekday+hour', kpi: id, aggregate: 'count', unit: 'count', n, reason }];
    return days.flatMap(({ day, hours }) =>
      hours.map((count, hour): Row => ({
        ...periodCells(report.period),
        by: 'weekday+hour',
        group: `${day} ${String(hour).padStart(2, '0')}`,
        kpi: id,
        aggregate: 'count',
        unit: 'count',
        value: count,
        n,
      })),
    );
  });
}

function seriesRows(report: Report, kpi: KpiResult): Row[] {
  return kpi.series.map((point, at) => ({
    period_label: point.start.slice(0, 10),
    period_start: point.start,
    period_end: kpi.series[at + 1]?.start ?? report.period.end,
    ...kpiCells(kpi),
    value: point.value,
    n: point.n,
    reason: point.complete ? null : 'partial-period',
  }));
}

function periodCells(period: ReportPeriod): Row {
  return { period_label: period.label, period_start: period.start, period_end: period.end };
}

function kpiCells(kpi: KpiResult): Row {
  return {
    kpi: kpi.id,
    aggregate: kpi.aggregate,
    clock: kpi.clock,
    unit: kpi.unit === 'money' && kpi.currency !== undefined ? kpi.currency : kpi.unit,
  };
}

function written(rows: readonly Readonly<Record<string, string | number | null | undefined>>[], columns: readonly string[]): string {
  const cells = rows.map((row) => columns.map((column) => cell(row[column] ?? '')));
  // LF, not CRLF: a CR on a terminal would let a line overwrite itself.
  return stringify(cells, { header: true, columns: [...columns], record_delimiter: '\n', escape_formulas: true });
}

function cell(value: string | number): string | number {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : '';
  return forCsv(value);
}
