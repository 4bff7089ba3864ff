import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/model/user-error.ts';
import { rule } from './facts.ts';

function complaint(run: () => unknown): { code: string; message: string; hint: string; column: number | undefined } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.code, message: error.message, hint: error.place.hint ?? '', column: error.place.column };
  }
  throw new Error('no error');
}

describe('a rule', () => {
  it.for([
    ['first-response-time.p90{channel=chat} <= 5m', { aggregate: 'p90', operator: '<=', limit: 300, scale: 'value', movement: null }],
    ['First-Response-Time <= 1h 30m', { aggregate: 'median', limit: 5400 }],
    ['first-response-time.avg < 90s', { aggregate: 'mean', operator: '<', limit: 90 }],
    ['first-response-time.median<=60m', { limit: 3600 }],
    ['first-response-time > 0', { operator: '>', limit: 0 }],
    ['csat >= 85% warn 90%', { limit: 0.85, warnLimit: 0.9 }],
    ['csat >= 0.85', { limit: 0.85 }],
    ['csat >= 29%', { limit: 0.29 }],
    ['csat >= 105 %', { limit: 1.05 }],
    ['csat drop <= 3pp', { movement: 'drop', limit: 0.03, scale: 'points' }],
    ['csat drops <= 0.5 pp', { movement: 'drop', limit: 0.005, scale: 'points' }],
    ['first-response-time.p90 rise <= 10%', { movement: 'rise', limit: 0.1, scale: 'relative' }],
    ['first-response-time rise <= 30m', { movement: 'rise', limit: 1800, scale: 'value' }],
    ['backlog rise <= 20', { movement: 'rise', limit: 20, scale: 'value' }],
    ['service-level(15m) >= 90%', { parameter: 900, limit: 0.9 }],
    ['service-level(15m).rate{priority=urgent} >= 90%', { parameter: 900, aggregate: 'rate' }],
    ['nps >= -10', { limit: -10 }],
    ['nps >= 40 points', { limit: 40 }],
    ['csat.n >= 30', { aggregate: 'n', unit: 'count', limit: 30 }],
    ['first-response-time.count >= 30', { aggregate: 'n', unit: 'count', limit: 30 }],
    ['tickets-per-day <= 20/day', { limit: 20 }],
    ['cost-per-contact <= 5.5 EUR', { limit: 5.5, currency: 'EUR' }],
    ['cost-per-contact <= EUR 5', { limit: 5, currency: 'EUR' }],
  ] as const)('%s', ([text, expected]) => {
    expect(rule(text)).toMatchObject(expected);
  });

  it.for([
    ['{channel=chat}', [], 'channel=chat'],
    ['{channel=*}', ['channel'], ''],
    ['{ channel = * , priority=urgent}', ['channel'], 'priority=urgent'],
    ['{channel=*, plan_kind=*}', ['channel', 'plan_kind'], ''],
    ['{priority in (high, urgent) and channel=*}', ['channel'], 'priority in (high, urgent)'],
    ['{channel=chat,email,priority=high}', [], 'channel=chat,email,priority=high'],
    ['{group="a * b, {x}"}', [], 'group="a * b, {x}"'],
    ["{group = 'Tier 2' and not plan = free}", [], "group = 'Tier 2' and not plan = free"],
  ] as const)('takes %s apart', ([braces, every, text]) => {
    const { condition } = rule(`csat${braces} >= 85%`);
    expect(condition.every.map(({ name }) => name)).toEqual(every);
    expect(condition.text).toBe(text);
  });

  it('takes the warning limit from outside too, and what else stands there', () => {
    expect(
      rule('csat >= 85%', { warn: '90%', level: 'warn', minSample: 30, onNoData: 'pass', confident: true, name: 'Happy' }),
    ).toMatchObject({
      name: 'Happy',
      warnLimit: 0.9,
      level: 'warn',
      minSample: 30,
      onNoData: 'pass',
      confident: true,
    });
    expect(rule('csat >= 85%')).toMatchObject({ name: 'csat >= 85%', level: 'error', minSample: null, onNoData: 'fail', confident: false });
  });

  it.for([
    // The text cannot be read.
    ['', 'bad-rule', 'expected a KPI, found the end', 1],
    ['csat', 'bad-rule', 'expected an operator (< <= > >=), drop or rise, found the end', 5],
    ['csat >=', 'bad-rule', 'expected a limit such as 5m, 90% or 40, found the end', 8],
    ['first-response-time.median =< 1h', 'bad-rule', '"=<" is no operator: did you mean <=?', 28],
    ['csat = 85%', 'bad-rule', '"=" is no operator', 6],
    ['csat == 85%', 'bad-rule', '"==" is no operator', 6],
    ['csat >= 85% warn', 'bad-rule', 'expected the limit from which to warn, found the end', 17],
    ['csat{channel=chat >= 85%', 'bad-rule', 'this brace, or a quote in it, is not closed', 5],
    ['csat{} >= 85%', 'bad-rule', 'these braces are empty', 5],
    ['csat{a=1}{b=2} >= 85%', 'bad-rule', 'a rule has one condition in braces only', 10],
    ['service-level(15m >= 90%', 'bad-rule', 'this bracket is not closed', 14],
    ['csat{channel=* or plan=x} >= 85%', 'bad-rule', 'a star stands for every group, as in {channel=*}, and for nothing else', 6],
    ['csat{channel=c*} >= 85%', 'bad-rule', 'a star stands for every group, as in {channel=*}, and for nothing else', 6],
    ['csat{channel!=*} >= 85%', 'bad-rule', 'a star stands for every group, as in {channel=*}, and for nothing else', 6],
    ['x'.repeat(1100), 'bad-rule', /^expected an operator/, 1001],
    // It can, but makes no sense.
    ['frist-response-time.median <= 1h', 'unknown-kpi', 'unknown KPI "frist-response-time": did you mean first-response-time?', 1],
    ['silent-unhappy-estimate <= 10', 'bad-rule', /^silent-unhappy-estimate is a scenario built on an assumption/, 1],
    ['first-response-time.p99 <= 1h', 'unknown-aggregate', 'first-response-time has no "p99": did you mean p90?', 21],
    ['csat.p90 >= 85%', 'unknown-aggregate', 'csat has no "p90"', 6],
    [
      'first-response-time.median <= 90%',
      'bad-unit',
      'first-response-time is a time; its limit needs a unit such as 5m, 2h or 1d, not 90%',
      31,
    ],
    [
      'first-response-time <= 90',
      'bad-unit',
      'first-response-time is a time; its limit needs a unit such as 5m, 2h or 1d, not 90: 90 what?',
      24,
    ],
    ['csat >= 85', 'bad-unit', 'csat is a share; its limit is a percentage such as 85%, not 85: did you mean 85%?', 9],
    ['csat >= 5m', 'bad-unit', 'csat is a share; its limit is a percentage such as 85%, not 5m', 9],
    ['csat >= 3pp', 'bad-unit', 'percentage points measure a change: csat drop <= 3pp', 9],
    [
      'csat drop <= 3%',
      'bad-unit',
      'csat is a share; how far it moves is told in percentage points such as 3pp, not 3%: did you mean 3pp?',
      14,
    ],
    ['csat drop <= -3pp', 'bad-unit', 'a drop has no sign: write drop <= 3pp', 14],
    ['nps >= 40%', 'bad-unit', 'nps is a score; its limit is a number such as 40, not 40%', 8],
    ['nps drop <= 10%', 'bad-unit', 'nps is a score; its limit is a number such as 40, not 10%', 13],
    ['backlog <= 1,000', 'bad-unit', 'backlog is a count; its limit is a number such as 20, not 1,000', 12],
    [
      'cost-per-contact <= 5 euros',
      'bad-unit',
      'cost-per-contact is an amount of money; its limit is a number such as 5 or 5 EUR, not 5 euros',
      21,
    ],
    ['csat(15m) >= 85%', 'bad-rule', 'csat takes nothing in brackets', 6],
    ['service-level(15) >= 85%', 'bad-unit', 'service-level(15) needs a duration such as 15m', 15],
    ['root-cause-share >= 5%', 'bad-rule', 'root-cause-share is a mix of shares and has no value of its own to compare', 1],
    ['csat >= 85% warn 80%', 'bad-rule', 'the limit from which to warn must be stricter than the other one: with >= it must be higher', 18],
    ['backlog <= 20 warn 30', 'bad-rule', 'the limit from which to warn must be stricter than the other one: with <= it must be lower', 20],
  ] as const)('%s is refused', ([text, code, message, at]) => {
    const said = complaint(() => rule(text));
    expect(said.code).toBe(code);
    expect(said.message).toMatch(message);
    // The rule begins in column 5 of the config; `at` is 1-based in the rule.
    expect(said.column).toBe(5 + at - 1);
  });

  it('underlines what is wrong', () => {
    expect(
      complaint(() => rule('frist-response-time.median <= 1h'))
        .hint.split('\n')
        .slice(0, 2),
    ).toEqual(['frist-response-time.median <= 1h', '^^^^^^^^^^^^^^^^^^^']);
  });

  it('never breaks on any text but with an error of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const candidate of [text, `csat${text} >= 85%`, `csat >= ${text}`, `csat{${text}} >= 85%`]) {
          try {
            expect(Number.isFinite(rule(candidate).limit)).toBe(true);
          } catch (error) {
            if (!(error instanceof UserError)) throw error;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
