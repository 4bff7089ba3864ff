import * as v from 'valibot';
import { VECTORS } from '../../model/customer-facts.ts';

/* What `segment`, `--link` and objectives add to the JSON report. */

const number = v.pipe(v.number(), v.finite());
const numberOrNull = v.nullable(number);
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const textOrNull = v.nullable(v.string());
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const vector = v.picklist(VECTORS);

const member = v.looseObject({
  id: v.string(),
  vector,
  rule: v.string(),
  facts: v.record(v.string(), v.union([v.string(), number, v.boolean()])),
  plan: textOrNull,
  mrr: numberOrNull,
  fake: v.boolean(),
});

export const segment = v.looseObject({
  key: v.string(),
  kind: v.picklist(['vector', 'segment']),
  rule: v.string(),
  customers: v.nullable(whole),
  share: numberOrNull,
  fake: whole,
  missing: v.array(v.string()),
  rules: v.array(v.looseObject({ rule: v.string(), customers: whole })),
  ids: v.optional(v.array(v.string())),
  members: v.optional(v.array(member)),
});

export const transitions = v.looseObject({
  from: v.string(),
  to: v.string(),
  cells: v.array(v.looseObject({ from: v.picklist([...VECTORS, 'new']), to: v.picklist([...VECTORS, 'left']), customers: whole })),
});

export const segmentation = v.looseObject({
  at: v.string(),
  customers: whole,
  former: whole,
  filtered: whole,
  listed: v.nullable(v.looseObject({ key: v.string(), hidden: whole, pseudonyms: v.boolean() })),
});

const share = v.looseObject({ hits: whole, of: whole, rate: numberOrNull, pending: whole });
const outcome = v.looseObject({
  id: v.picklist(['retained', 'upgraded', 'converted', 'referred']),
  groups: v.pipe(v.array(share), v.length(2)),
  difference: v.nullable(v.looseObject({ value: number, low: number, high: number })),
  verdict: v.nullable(v.picklist(['moved-together', 'no-clear-link', 'too-few'])),
});

export const link = v.looseObject({
  followUpDays: whole,
  comparisons: v.array(
    v.looseObject({
      id: v.string(),
      title: v.string(),
      since: v.string(),
      groups: v.pipe(v.array(v.string()), v.length(2)),
      outcomes: v.array(outcome),
      missing: v.array(v.string()),
    }),
  ),
});

const unit = v.picklist(['seconds', 'ratio', 'count', 'per-day', 'score', 'money']);

export const objective = v.looseObject({
  name: v.string(),
  owner: textOrNull,
  action: v.nullable(v.looseObject({ rule: v.string(), unit, value: numberOrNull, n: number, kept: v.nullable(v.boolean()) })),
  outcome: v.looseObject({ rule: v.string(), kpi: v.string(), title: v.string(), aggregate: v.string(), where: textOrNull, unit }),
  from: number,
  to: number,
  start: day,
  by: day,
  at: v.string(),
  period: v.nullable(v.looseObject({ label: v.string() })),
  current: numberOrNull,
  n: number,
  kind: v.picklist(['linear', 'threshold']),
  progress: numberOrNull,
  expected: number,
  expectedValue: number,
  state: v.picklist(['met', 'on-track', 'at-risk', 'off-track', 'past-due', 'not-started', 'no-data']),
  reason: textOrNull,
  horizons: v.array(v.looseObject({ months: whole, day, expected: number, expectedValue: number, passed: v.boolean() })),
});
