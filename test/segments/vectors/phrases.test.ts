import { describe, expect, it } from 'vitest';
import { parseCondition } from '../../../src/segments/conditions/parse-condition.ts';
import { PHRASE_EXAMPLES, writtenOut } from '../../../src/segments/vectors/phrases.ts';
import { asksForFacts, DEFAULT_VECTORS, vectorRules } from '../../../src/segments/vectors/rules.ts';

describe('phrases', () => {
  it.each([
    ['last rating bad', 'lastRating = bad'],
    ['Last Rating  bad', 'lastRating = bad'],
    ['usage down 50%', '(usageChange <= -0.5 and (usageBefore >= 5 or usageBefore = null))'],
    ['usage flat or up', 'usageChange >= -0.1'],
    ['inactive 30 days', 'inactiveDays >= 30'],
    ['seats used 90%', 'seatUse >= 0.9'],
    ['cancelled', 'cancelled = true'],
    ['not activated and (referred or expanded)', 'not activated = true and (referrals >= 1 or expanded = true)'],
  ])('%s', (phrase, condition) => {
    expect(writtenOut(phrase)).toBe(condition);
  });
  it.each([
    'status = cancelled',
    'cancelled = true',
    'plan in (activated, referred)',
    'plan = "last rating bad"',
    "plan = 'expanded'",
    'group = Tier 2 and tags = activated',
  ])('leaves conditions alone: %s', (condition) => {
    expect(writtenOut(condition)).toBe(condition);
  });
  it('all give conditions that hold together', () => {
    for (const phrase of PHRASE_EXAMPLES) expect(() => parseCondition(writtenOut(phrase))).not.toThrow();
  });
});

describe('rules', () => {
  it('of our own can be read, negative first', () => {
    expect(vectorRules(null).map(({ vector, text }) => `${vector}: ${text}`)).toEqual([
      ...DEFAULT_VECTORS.negative.map((text) => `negative: ${text}`),
      ...DEFAULT_VECTORS.positive.map((text) => `positive: ${text}`),
    ]);
  });
  it('of a config take the place of ours, vector by vector', () => {
    const rules = vectorRules({ negative: ['tickets >= 3'], neutral: ['plan = free'] });
    expect(rules.map(({ vector, text }) => `${vector}: ${text}`)).toEqual([
      'negative: tickets >= 3',
      'neutral: plan = free',
      `positive: ${DEFAULT_VECTORS.positive[0]}`,
    ]);
  });
  it('say what counts as evidence', () => {
    const evidence = (text: string): boolean => vectorRules({ negative: [text] })[0]!.evidence;
    expect([evidence('cancelled'), evidence('plan = free'), evidence('tickets >= 1')]).toEqual([false, false, false]);
    expect([evidence('last rating bad'), evidence('plan = free and usage down 50%')]).toEqual([true, true]);
  });
  it('shares may be written in percent', () => {
    expect(() => parseCondition('seatUse >= 90% and usageChange < -25%')).not.toThrow();
    expect(() => parseCondition('tickets >= 90%')).toThrow(/needs a number/);
  });
});

it('knows what asks for facts of customers', () => {
  expect(['vector', 'segment', 'tickets', 'last_rating', 'customers.usageChange'].every((field) => asksForFacts([field]))).toBe(true);
  expect(asksForFacts(['channel', 'plan', 'rating', 'tickets.rating'])).toBe(false);
});
