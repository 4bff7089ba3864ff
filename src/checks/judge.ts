import { REASON_WORDS } from '../model/reason-words.ts';
import type { CheckOperator, CheckResult } from '../model/check.ts';
import type { Interval, KpiResult, Stats } from '../model/report.ts';
import { badRule } from './bad-rule.ts';
import { differenceInterval, type Estimate } from './change-interval.ts';
import { SAMPLE_SIZE } from './resolve-rule.ts';
import type { Rule } from './rule.ts';

/** What there is to judge: the KPI over the rule's rows now and, for `drop` and `rise`, in what it is compared with. */
export interface Reading {
  readonly now: KpiResult | null;
  /** `missing` says why there is nothing to compare with. */
  readonly before: { readonly result: KpiResult | null; readonly label: string; readonly missing: string | null } | null;
  /** The condition in words, with the group filled in. */
  readonly where: string | null;
  /** Of a rule for every group: which one this is, as the end of the rule's name. */
  readonly group: string | null;
  /** Why there is no reading at all. */
  readonly reason: string | null;
}

/**
 * The verdict on one rule. Compares unrounded numbers; no value is never a pass unless the rule says so.
 * @throws UserError `bad-unit` where the limit is in another currency than the value.
 */
export function judge(rule: Rule, reading: Reading): CheckResult {
  const { now } = reading;
  refuseOtherCurrency(rule, now);
  const measured = measure(rule, reading);
  const common = {
    name: reading.group === null ? rule.name : `${rule.name} [${reading.group}]`,
    kpi: rule.kpi.id,
    title: rule.kpi.title,
    where: reading.where,
    aggregate: rule.aggregate,
    clock: now?.clock ?? null,
    variant: now?.variant ?? null,
    unit: rule.unit,
    ...(now?.currency === undefined ? {} : { currency: now.currency }),
    better: rule.kpi.better,
    movement: rule.movement,
    scale: rule.scale,
    operator: rule.operator,
    limit: rule.limit,
    warnLimit: rule.warnLimit,
    n: now?.n ?? 0,
    compared: measured.compared,
    level: rule.level,
    minSample: rule.minSample,
    place: rule.source.place,
  } as const;
  const { value } = measured;
  if (value === null) return { ...common, ...undecided(rule, 'no-data', measured.reason), value, interval: null };
  const few = rule.minSample !== null && common.n < rule.minSample;
  if (few) return { ...common, ...undecided(rule, 'too-few', `fewer than ${rule.minSample}`), value, interval: measured.interval };

  const missed = missedLimit(rule, value, null);
  const sure = rule.confident ? missedLimit(rule, value, measured.decisive) : missed;
  const outcome = sure === null ? 'passed' : rule.level === 'warn' || sure !== rule.limit ? 'warned' : 'failed';
  return {
    ...common,
    value,
    interval: measured.interval,
    state: outcome,
    outcome,
    missed: sure,
    excess: sure === null ? null : Math.abs(value - sure),
    withinChance: missed !== sure,
    reason: null,
  };
}

function refuseOtherCurrency({ source, currency, kpi }: Rule, now: KpiResult | null): void {
  if (currency === null || now?.currency === undefined || now.currency === currency) return;
  const start = Math.max(0, source.text.lastIndexOf(currency));
  throw badRule(source, {
    code: 'bad-unit',
    problem: `${kpi.id} is in ${now.currency}, its limit in ${currency}`,
    span: { start, end: start + currency.length },
  });
}

function undecided(
  rule: Rule,
  state: 'no-data' | 'too-few',
  reason: string,
): Pick<CheckResult, 'state' | 'outcome' | 'missed' | 'excess' | 'withinChance' | 'reason'> {
  const wanted = { fail: 'failed', warn: 'warned', pass: 'passed' } as const;
  const outcome = rule.level === 'warn' && rule.onNoData === 'fail' ? 'warned' : wanted[rule.onNoData];
  return { state, outcome, missed: null, excess: null, withinChance: false, reason };
}

/** The limit that is missed, the rule's own before the stricter one. With `decisive`, only where that whole interval is on the wrong side. */
function missedLimit(
  { operator, limit, warnLimit }: Rule,
  value: number,
  decisive: ((limit: number) => Interval | null) | null,
): number | null {
  for (const one of warnLimit === null ? [limit] : [limit, warnLimit]) {
    if (meets(value, operator, one)) continue;
    const interval = decisive?.(one) ?? null;
    if (interval === null || !(meets(interval.low, operator, one) || meets(interval.high, operator, one))) return one;
  }
  return null;
}

function meets(value: number, operator: CheckOperator, limit: number): boolean {
  switch (operator) {
    case '<=':
      return value <= limit;
    case '<':
      return value < limit;
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
  }
}

interface Measured {
  readonly value: number | null;
  readonly interval: Interval | null;
  /** The interval on which confidence in missing that limit rests. */
  readonly decisive: (limit: number) => Interval | null;
  readonly compared: CheckResult['compared'];
  readonly reason: string;
}

function measure(rule: Rule, { now, before, reason }: Reading): Measured {
  const current = now === null ? null : estimate(now, rule.aggregate);
  const none = { value: null, interval: null, decisive: () => null, compared: null };
  if (before === null) {
    if (current === null) return { ...none, reason: reason ?? reasonOf(now) };
    return { ...current, decisive: () => current.interval, compared: null, reason: '' };
  }
  const earlier = before.result === null ? null : estimate(before.result, rule.aggregate);
  const compared = { now: current?.value ?? null, before: earlier?.value ?? null, n: before.result?.n ?? 0, with: before.label };
  if (current === null) return { ...none, compared, reason: reason ?? reasonOf(now) };
  if (earlier === null) return { ...none, compared, reason: before.missing ?? `${before.label}: ${reasonOf(before.result)}` };
  return { ...movedBy(rule, current, earlier), compared };
}

/** How far it dropped or rose, in the scale of the limit. */
function movedBy({ movement, scale }: Rule, now: Estimate, before: Estimate): Omit<Measured, 'compared'> {
  const down = movement === 'drop';
  const difference = down ? before.value - now.value : now.value - before.value;
  const interval = down ? differenceInterval(before, now) : differenceInterval(now, before);
  if (scale !== 'relative') return { value: difference + 0, interval, decisive: () => interval, reason: '' };
  if (before.value === 0 && difference !== 0)
    return { value: null, interval: null, decisive: () => null, reason: 'what it is compared with is 0, of which nothing is a share' };
  const size = Math.abs(before.value);
  return {
    value: difference === 0 ? 0 : difference / size,
    interval: null,
    // It moved by more than the share p of b just when (a − b) − p·|b| is beyond 0: an interval of that needs no interval of a quotient.
    decisive: (limit) => {
      const direction = Math.sign(before.value) || 1;
      const turned = differenceInterval(now, before, 1 + (down ? -1 : 1) * limit * direction);
      if (turned === null) return null;
      const [low, high] = down ? [-turned.high, -turned.low] : [turned.low, turned.high];
      return { ...turned, low: limit + low / (size || 1), high: limit + high / (size || 1) };
    },
    reason: '',
  };
}

/** The aggregate's value, and its interval where the report has one for it. */
function estimate(result: KpiResult, aggregate: string): Estimate | null {
  if (aggregate === SAMPLE_SIZE) return { value: result.n, interval: null };
  if (aggregate === result.aggregate) return result.value === null ? null : { value: result.value, interval: result.interval };
  const value = result.stats?.[aggregate as keyof Stats];
  return value === undefined ? null : { value, interval: result.intervals?.[aggregate as keyof Stats] ?? null };
}

function reasonOf(result: KpiResult | null): string {
  const reason = result?.reason ?? 'no-data';
  if (reason === 'no-data') return 'no data';
  if (reason !== 'missing-column') return REASON_WORDS[reason];
  const missing = result?.missing ?? [];
  return missing.length === 0 ? 'a column is missing' : `the data has no ${missing.join(', ')}`;
}
