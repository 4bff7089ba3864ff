import type { Report } from '../model/report.ts';
import type { Format } from './format.ts';

/** The keys of the contract in its order; what else an object carries follows behind. */
const REPORT = [
  'schemaVersion',
  'generator',
  'command',
  'asOf',
  'timeZone',
  'period',
  'previous',
  'filter',
  'every',
  'inputs',
  'dataSpan',
  'excluded',
  'warnings',
  'kpis',
  'breakdowns',
  'checks',
  'passed',
];
const PERIOD = ['label', 'start', 'end', 'complete'];
const INPUT = ['path', 'kind', 'preset', 'encoding', 'rows', 'used', 'excluded', 'collapsed', 'skipped', 'columns', 'unmapped'];
const WARNING = ['code', 'message', 'count', 'file', 'line'];
const KPI = [
  'id',
  'title',
  'family',
  'definition',
  'unit',
  'currency',
  'better',
  'aggregate',
  'clock',
  'value',
  'n',
  'reason',
  'period',
  'variant',
  'missing',
  'counts',
  'stats',
  'interval',
  'intervals',
  'parts',
  'distribution',
  'previous',
  'change',
  'series',
  'limits',
];
const BREAKDOWN = ['by', 'sortedBy', 'groups', 'suppressed', 'omitted'];
const GROUP = ['key', 'keys', 'kpis'];

/** What JSON allows raw but a terminal or a CI log would act on: DEL, C1, line separators, bidi controls, `##[command]`. */
const LIVE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=#)#/g;

export const json: Format = {
  id: 'json',
  title: 'The whole report as one JSON object: every number unrounded, for jq and programs',
  extensions: ['json'],
  render: (report, { compact }) => `${jsonText(inContractOrder(report), compact)}\n`,
};

/** JSON that is safe to print: control characters stay escaped, lone surrogates too, a missing number is `null`. */
export function jsonText(value: unknown, compact: boolean): string {
  const text = JSON.stringify(value, null, compact ? 0 : 2);
  return text.replace(LIVE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function inContractOrder(report: Report): unknown {
  const kpis = (list: readonly object[]): unknown[] => list.map((kpi) => ordered(kpi, KPI, { period: period(field(kpi, 'period')) }));
  return ordered(report, REPORT, {
    period: period(report.period),
    previous: period(report.previous),
    inputs: report.inputs.map((input) => ordered(input, INPUT)),
    warnings: report.warnings.map((warning) => ordered(warning, WARNING)),
    kpis: kpis(report.kpis),
    breakdowns: report.breakdowns.map((breakdown) =>
      ordered(breakdown, BREAKDOWN, { groups: breakdown.groups.map((group) => ordered(group, GROUP, { kpis: kpis(group.kpis) })) }),
    ),
  });
}

function period(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? ordered(value, PERIOD) : value;
}

function field(object: object, name: string): unknown {
  return (object as { readonly [key: string]: unknown })[name];
}

function ordered(object: object, keys: readonly string[], replaced: { readonly [key: string]: unknown } = {}): object {
  const names = [...keys.filter((key) => Object.hasOwn(object, key)), ...Object.keys(object).filter((key) => !keys.includes(key))];
  const result = Object.create(null) as { [key: string]: unknown };
  for (const name of names) result[name] = Object.hasOwn(replaced, name) ? replaced[name] : field(object, name);
  return result;
}
