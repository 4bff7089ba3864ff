import * as v from 'valibot';
import { CHECK_LEVELS, CHECK_OPERATORS } from '../../model/check.ts';
import { TABLE_KINDS } from '../../model/kinds.ts';
import { SERIES_STEPS, WEEK_STARTS } from '../../model/period.ts';
import { SECTIONS } from '../../model/report.ts';
import { WARNING_CODES } from '../../model/warning.ts';
import { link, objective, segment, segmentation, transitions } from './customer-schemas.ts';

/*
 * The JSON report as a schema: what `--format json` promises, and what is asked of a report that is read back. Later versions may add fields,
 * so unknown ones are let pass; those that are named here keep their names and types.
 */

const number = v.pipe(v.number(), v.finite());
const numberOrNull = v.nullable(number);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const textOrNull = v.nullable(v.string());
const instant = v.pipe(v.string(), v.isoTimestamp());
const counts = v.record(v.string(), number);

const period = v.looseObject({ label: v.string(), start: v.nullable(instant), end: v.nullable(instant), complete: v.boolean() });
const interval = v.looseObject({ level: number, low: number, high: number, method: v.string() });
const stats = v.looseObject({ mean: number, median: number, p90: number, p95: number, min: number, max: number });
const before = v.looseObject({ value: numberOrNull, n: number });
const clock = v.nullable(v.picklist(['calendar', 'business', 'unknown']));
const unit = v.picklist(['seconds', 'ratio', 'count', 'per-day', 'score', 'money']);
const better = v.picklist(['lower', 'higher', 'none']);

const kpi = v.looseObject({
  id: v.string(),
  title: v.string(),
  family: v.picklist(['support', 'success']),
  section: v.picklist(SECTIONS),
  definition: v.string(),
  unit,
  currency: v.optional(v.string()),
  better,
  aggregate: v.string(),
  clock,
  value: numberOrNull,
  n: number,
  reason: v.nullable(
    v.picklist([
      'no-data',
      'missing-column',
      'window-not-elapsed',
      'no-calendar',
      'no-cost',
      'no-churn',
      'mixed-currencies',
      'no-objective',
    ]),
  ),
  period: v.nullable(period),
  variant: textOrNull,
  missing: v.array(v.string()),
  counts,
  stats: v.nullable(stats),
  interval: v.nullable(interval),
  intervals: v.optional(
    v.looseObject({ mean: v.optional(interval), median: v.optional(interval), p90: v.optional(interval), p95: v.optional(interval) }),
  ),
  parts: v.nullable(v.array(v.looseObject({ key: textOrNull, value: numberOrNull, n: number }))),
  distribution: v.nullable(v.array(v.looseObject({ upTo: numberOrNull, count: whole }))),
  previous: v.nullable(before),
  withoutFake: v.optional(before),
  change: v.nullable(
    v.looseObject({
      absolute: numberOrNull,
      relative: numberOrNull,
      verdict: v.nullable(v.picklist(['better', 'worse', 'no-clear-change', 'too-few'])),
    }),
  ),
  series: v.array(v.looseObject({ start: instant, value: numberOrNull, n: number, complete: v.boolean() })),
  limits: v.nullable(v.looseObject({ mean: number, low: number, high: number, signals: v.array(instant) })),
});

const input = v.looseObject({
  path: v.string(),
  kind: v.picklist(TABLE_KINDS),
  preset: v.string(),
  encoding: v.string(),
  rows: whole,
  used: whole,
  excluded: whole,
  collapsed: whole,
  skipped: whole,
  columns: v.record(v.string(), v.string()),
  unmapped: v.array(v.string()),
});

const warning = v.looseObject({
  code: v.picklist(WARNING_CODES),
  message: v.string(),
  count: number,
  file: v.optional(v.string()),
  line: v.optional(whole),
});

const group = v.looseObject({ key: textOrNull, keys: v.optional(v.array(textOrNull)), n: v.optional(number), kpis: v.array(kpi) });
const breakdown = v.looseObject({
  by: v.string(),
  groups: v.array(group),
  suppressed: v.looseObject({ groups: whole, n: number, withThem: v.optional(whole) }),
  omitted: v.optional(v.looseObject({ groups: whole, n: number })),
  sortedBy: v.optional(v.string()),
});

const check = v.looseObject({
  name: v.string(),
  kpi: v.string(),
  title: v.string(),
  where: textOrNull,
  aggregate: v.string(),
  clock,
  variant: textOrNull,
  unit,
  currency: v.optional(v.string()),
  better,
  movement: v.nullable(v.picklist(['drop', 'rise'])),
  scale: v.picklist(['value', 'points', 'relative']),
  operator: v.picklist(CHECK_OPERATORS),
  limit: number,
  warnLimit: numberOrNull,
  value: numberOrNull,
  n: number,
  interval: v.nullable(interval),
  compared: v.nullable(v.looseObject({ now: numberOrNull, before: numberOrNull, n: number, with: v.string() })),
  level: v.picklist(CHECK_LEVELS),
  state: v.picklist(['passed', 'failed', 'warned', 'no-data', 'too-few']),
  outcome: v.picklist(['passed', 'warned', 'failed']),
  missed: numberOrNull,
  excess: numberOrNull,
  withinChance: v.boolean(),
  reason: textOrNull,
  minSample: v.nullable(whole),
  place: v.nullable(v.looseObject({ file: v.string(), line: v.nullable(whole), column: v.nullable(whole) })),
});

const heatmap = v.looseObject({
  id: v.picklist(['arrivals', 'answers']),
  title: v.string(),
  n: whole,
  reason: v.nullable(v.picklist(['no-data', 'missing-column', 'no-time-of-day'])),
  days: v.pipe(v.array(v.looseObject({ day: v.picklist(WEEK_STARTS), hours: v.pipe(v.array(whole), v.length(24)) })), v.length(7)),
});

export const reportSchema = v.looseObject({
  schemaVersion: v.literal(1),
  generator: v.looseObject({ name: v.string(), version: v.string() }),
  command: v.picklist(['report', 'check', 'segment']),
  asOf: v.nullable(instant),
  timeZone: v.string(),
  period,
  previous: v.nullable(period),
  filter: v.optional(v.string()),
  every: v.optional(v.picklist(SERIES_STEPS)),
  inputs: v.array(input),
  dataSpan: v.optional(v.looseObject({ start: instant, end: instant })),
  excluded: counts,
  warnings: v.array(warning),
  kpis: v.array(kpi),
  breakdowns: v.array(breakdown),
  heatmaps: v.optional(v.array(heatmap)),
  objectives: v.optional(v.array(objective)),
  link: v.optional(link),
  segmentation: v.optional(segmentation),
  segments: v.optional(v.array(segment)),
  transitions: v.optional(v.nullable(transitions)),
  checks: v.optional(v.array(check)),
  passed: v.optional(v.boolean()),
});
