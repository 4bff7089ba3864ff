import { TABLE_KINDS } from '../model/kinds.ts';
import type { KpiResult, Report, Stats, Unit } from '../model/report.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import type { Format } from './format.ts';
import { partUnit } from './value-text.ts';
import { groupText, partText } from './words.ts';

/** Base units stand in the name; money names its currency in a label, counts have none. */
const SUFFIX: Readonly<Record<Unit, string>> = { seconds: '_seconds', ratio: '_ratio', count: '', 'per-day': '', score: '', money: '' };
const STATS: readonly (keyof Stats)[] = ['mean', 'median', 'p90', 'p95', 'min', 'max'];

interface Family {
  readonly help: string;
  readonly samples: Map<string, number>;
}

/**
 * Text format 0.0.4 as node_exporter's textfile collector takes it: one family after the other, each with HELP and TYPE, no timestamps (it
 * would refuse the file), no sample twice, the same label names throughout a family, nothing for what has no value, a line break at the end.
 */
export const prometheus: Format = {
  id: 'prometheus',
  title: "Prometheus text format, for node_exporter's textfile collector",
  extensions: ['prom'],
  render: (report) => {
    const families = new Map<string, Family>();
    // Only where there is one: a label more, and dashboards of reports on all rows would lose their lines.
    const filter: Labels = report.filter === undefined ? {} : { where: report.filter };
    const add = (name: string, help: string, own: Labels, value: number | null): void => {
      const labels = { ...filter, ...own };
      if (value === null || !Number.isFinite(value)) return;
      if (!families.has(name)) families.set(name, { help, samples: new Map() });
      families.get(name)!.samples.set(unique(families.get(name)!.samples, labels), value + 0);
    };
    for (const kpi of report.kpis) kpiSamples(kpi, { by: '', group: '' }, add);
    for (const { by, groups } of report.breakdowns) {
      for (const group of groups) for (const kpi of group.kpis) kpiSamples(kpi, { by, group: groupText(group) }, add);
    }
    checkSamples(report, add);
    inputSamples(report, add);
    return [...families].map(([name, family]) => familyText(name, family)).join('');
  },
};

type Labels = Readonly<Record<string, string>>;
type Add = (name: string, help: string, labels: Labels, value: number | null) => void;

function kpiSamples(kpi: KpiResult, place: { readonly by: string; readonly group: string }, add: Add): void {
  const name = `happiness_${safeName(kpi.id)}`;
  const labels = {
    clock: kpi.clock ?? '',
    variant: kpi.variant ?? '',
    ...place,
    ...(kpi.unit === 'money' ? { currency: kpi.currency ?? '' } : {}),
  };
  const help = `${kpi.title}.`;
  add(`${name}${SUFFIX[kpi.unit]}`, help, { aggregate: kpi.aggregate, ...labels }, kpi.value);
  for (const stat of STATS) {
    if (stat !== kpi.aggregate) add(`${name}${SUFFIX[kpi.unit]}`, help, { aggregate: stat, ...labels }, kpi.stats?.[stat] ?? null);
  }
  const parts = `${name}_part${SUFFIX[partUnit(kpi)]}`;
  for (const part of kpi.parts ?? []) {
    add(parts, `${kpi.title}, by part.`, { ...labels, part: partText(part) }, part.value);
  }
  if (kpi.value !== null || kpi.parts !== null) {
    add(
      'happiness_sample_size',
      'Rows or answers on which a KPI rests.',
      { kpi: kpi.id, clock: labels.clock, variant: labels.variant, ...place },
      kpi.n,
    );
  }
}

function checkSamples(report: Report, add: Add): void {
  for (const check of report.checks ?? []) {
    const labels = { check: check.name, kpi: check.kpi, level: check.level };
    add(
      'happiness_check_passed',
      '1 where the check holds, 0 where its limit is missed or there is no verdict.',
      labels,
      check.outcome === 'passed' ? 1 : 0,
    );
    add('happiness_check_limit', 'Limit of the check, in the unit of its KPI.', labels, check.limit);
    add('happiness_check_value', 'What the check compares with its limit.', labels, check.value);
  }
}

function inputSamples(report: Report, add: Add): void {
  if (report.asOf !== null)
    add('happiness_as_of_timestamp_seconds', 'Instant at which the data was looked at.', {}, Date.parse(report.asOf) / 1000);
  for (const kind of TABLE_KINDS) {
    const inputs = report.inputs.filter((input) => input.kind === kind);
    if (inputs.length === 0) continue;
    add(
      'happiness_rows_used',
      'Rows that KPIs see.',
      { kind },
      inputs.reduce((sum, { used }) => sum + used, 0),
    );
    add(
      'happiness_rows_skipped',
      'Rows that could not be read.',
      { kind },
      inputs.reduce((sum, { skipped }) => sum + skipped, 0),
    );
  }
  add('happiness_warnings', 'Warnings about the data.', {}, report.warnings.length);
}

/** Two texts of the data may become the same label once they are cleaned: the later one is numbered, because a sample given twice breaks the whole file. */
function unique(samples: ReadonlyMap<string, number>, labels: Labels): string {
  const first = labelText(labels);
  if (!samples.has(first)) return first;
  const name = 'group' in labels && labels['group'] !== '' ? 'group' : (Object.keys(labels).at(-1) ?? 'group');
  for (let times = 2; ; times++) {
    const text = labelText({ ...labels, [name]: `${labels[name] ?? ''} #${times}` });
    if (!samples.has(text)) return text;
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(forTerminal(value)).replace(/"/g, '\\"')}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function familyText(name: string, { help, samples }: Family): string {
  const lines = [
    `# HELP ${name} ${escaped(forTerminal(help))}`,
    `# TYPE ${name} gauge`,
    ...[...samples].map(([labels, value]) => `${name}${labels} ${value}`),
  ];
  return `${lines.join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');
}

function safeName(id: string): string {
  return id.replace(/[^a-zA-Z0-9_]+/g, '_');
}
