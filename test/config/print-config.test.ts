import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { printConfig } from '../../src/config/print-config.ts';
import type { ResolvedConfig } from '../../src/config/index.ts';
import { FIELDS, STATUSES, TABLE_KINDS } from '../../src/model/kinds.ts';
import { DAYS, PRODUCTS } from '../../src/model/settings.ts';
import { settled } from './known.ts';
import { tempFolder } from './temp-folder.ts';

describe('--print-config', () => {
  it('shows every value and where it comes from', async () => {
    const config = await settled({
      configPath: 'good/product.yaml',
      env: { HAPPINESS_TIMEZONE: 'UTC', HAPPINESS_LIKE: 'zammad' },
      flags: { weekStart: 'sun', minSegment: '10' },
    });
    await expect(await printConfig(config)).toMatchFileSnapshot('printed/product.txt');
  });

  it('shows the defaults without a config', async () => {
    await expect(await printConfig(await settled({ configPath: 'none' }))).toMatchFileSnapshot('printed/none.txt');
  });

  it('keeps names that are signs of YAML, and lines that are none', async () => {
    const text = stringify({
      statuses: { 'a: b # c': 'open', '- d': 'new', yes: 'open', '1': 'closed', '': 'open' },
      bots: ['two\nlines', '# no comment', "it's", ' blank '],
      segments: { x: 'plan = a\nand seats > 1' },
    });
    const cwd = tempFolder({ 'c.yaml': text.replace('"": open', '"?": open') });
    const config = await settled({ cwd, configPath: 'c.yaml' });
    const printed = await printConfig(config);
    expect(parse(printed)).toMatchObject(config.effective);
    expect(
      printed
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .every((line) => / # |:$/.test(line)),
    ).toBe(true);
  });
});

describe('what is printed', () => {
  it('is a config that says the same', async () => {
    await fc.assert(
      fc.asyncProperty(configs, async (config) => {
        const cwd = tempFolder({ 'c.yaml': stringify(config) });
        const first = await settled({ cwd, configPath: 'c.yaml' });
        const printed = await printConfig(first);
        const again = await settled({ cwd: tempFolder({ 'c.yaml': printed }), configPath: 'c.yaml' });
        expect(meaning(again)).toEqual(meaning(first));
        // What is printed of it says the same again, and now all of it comes from the file.
        expect(parse(await printConfig(again))).toEqual(parse(printed));
      }),
      { numRuns: 150 },
    );
  });
});

/** All but where it stands, and that a default is now written. */
function meaning({
  settings,
  words,
  sources,
  timeZone = 'UTC',
  weekStart,
  dateOrder,
  scale,
  mappings,
  presets,
  checks,
  privacy,
}: ResolvedConfig): unknown {
  return {
    settings,
    words,
    sources,
    timeZone,
    weekStart,
    dateOrder,
    scale,
    presets,
    privacy,
    mappings: mappings.map((mapping) => ({ ...mapping, place: '' })),
    checks: checks.map((check) => ({ ...check, line: 0, column: 0 })),
  };
}

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
const word = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
    fc.constantFrom('yes', 'null', '~', '5', '1e3', '0x1F', 'on-hold', '#', '-', '[a', '{b', '"', "'", ': ', 'a #b', '2025-01-01'),
  )
  .filter((text) => /\S/.test(text) && !RESERVED.has(text));
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { maxLength: 3 });
const hour = fc.integer({ min: 0, max: 22 }).map((from) => `${String(from).padStart(2, '0')}:00-${String(from + 1).padStart(2, '0')}:30`);
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const duration = fc.constantFrom('15m', '2h 30m', '90 seconds', '1d', '3 hours');
const rule = fc.constantFrom('onboarding overdue', 'usage down 50%', 'tickets >= 3 and plan = "a, b"');
const optional = { requiredKeys: [] };

const configs = fc.record(
  {
    sources: some(
      fc.oneof(
        word.filter((text) => text !== '-'),
        fc.record(
          { path: word.filter((text) => text !== '-'), kind: fc.constantFrom(...TABLE_KINDS), system: word },
          { requiredKeys: ['path'] },
        ),
      ),
    ),
    timezone: fc.constantFrom('UTC', 'Europe/Belgrade', 'America/New_York', 'asia/kathmandu'),
    weekStart: fc.constantFrom(...DAYS),
    dateOrder: fc.constantFrom('dmy', 'mdy', 'ymd'),
    scale: fc.constantFrom('1..5', '0 .. 10', '-1..1'),
    calendars: fc.record(
      {
        default: fc.record(
          {
            timezone: fc.constant('Europe/Berlin'),
            weekly: fc.dictionary(fc.constantFrom(...DAYS), fc.array(hour, { minLength: 1, maxLength: 2 }), { minKeys: 1 }),
            holidays: some(day),
            overrides: fc.dictionary(day, some(hour), { maxKeys: 2 }),
          },
          { requiredKeys: ['weekly'] },
        ),
        chat: fc.record(
          {
            extends: fc.constant('default'),
            when: fc.oneof(
              fc.constant('channel = chat'),
              fc.record({ channel: word, priority: fc.array(word, { minLength: 1, maxLength: 2 }) }),
            ),
          },
          { requiredKeys: ['extends'] },
        ),
      },
      { requiredKeys: ['default'] },
    ),
    mappings: fc.record({ tickets: fc.dictionary(fc.constantFrom(...Object.keys(FIELDS.tickets)), word, { maxKeys: 3 }) }),
    statuses: fc.dictionary(word, fc.constantFrom(...STATUSES), { maxKeys: 4, noNullPrototype: true }),
    channels: fc.dictionary(word, fc.oneof(word, fc.record({ channel: word, direction: fc.constantFrom('inbound', 'outbound') })), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    presets: some(word).map((titles) =>
      titles.map((title, index) => ({ id: `own-${index}`, extends: 'generic', title, columns: { rootCause: title } })),
    ),
    kpis: fc.record(
      {
        'service-level': fc.record(
          {
            target: duration,
            targets: fc.record({ 'priority = urgent': duration }),
            share: fc.constantFrom(0.5, '85%'),
            weight: fc.integer(),
          },
          optional,
        ),
        'early-leave-rate': fc.record({ days: fc.constantFrom(14, '30d', '2w') }),
      },
      optional,
    ),
    like: fc.constantFrom(...PRODUCTS),
    bots: some(fc.oneof(word, fc.integer())),
    costs: fc.record(
      {
        currency: fc.constant('EUR'),
        total: fc.integer({ min: 0 }),
        perContact: fc.dictionary(word, fc.integer({ min: 0 }), { maxKeys: 2, noNullPrototype: true }),
        rates: fc.record({ USD: fc.constantFrom(0.92, 1) }),
      },
      { requiredKeys: ['currency'] },
    ),
    plans: fc.record({ free: some(fc.constantFrom('Free', 1)), paid: some(fc.constantFrom('Pro', 'Business plan')) }, optional),
    margin: fc.constantFrom(0, 0.8, 1, '85.5%'),
    fakeUsers: fc.record({ domains: some(word), internal: some(word) }, optional),
    segments: fc.dictionary(word, fc.constantFrom('plan = business and seats >= 50', 'plan = a\nand seats > 4'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    vectors: fc.record({ negative: some(rule), neutral: some(rule), positive: some(rule) }, optional),
    objectives: some(
      fc.record(
        {
          name: word,
          if: word,
          then: word,
          from: fc.constantFrom('5%', 3, '2h'),
          to: fc.constantFrom('-3%', 2.5),
          start: fc.constant('2025-01-01'),
          by: fc.constant('2025-07-01'),
          owner: word,
        },
        { requiredKeys: ['name', 'then', 'from', 'to', 'start', 'by'] },
      ),
    ),
    checks: some(
      fc.oneof(
        word,
        fc.record(
          {
            rule: word,
            name: word,
            warn: fc.oneof(word, fc.integer()),
            minSample: fc.nat({ max: 1000 }),
            onNoData: fc.constantFrom('fail', 'warn', 'pass'),
            level: fc.constantFrom('error', 'warn'),
          },
          { requiredKeys: ['rule'] },
        ),
      ),
    ),
    truth: fc.record({ churn: fc.shuffledSubarray(['subscriptions', 'cancelledAt', 'events', 'flag']) }),
    privacy: fc.record({ minSegment: fc.integer({ min: 1, max: 100 }), agents: fc.boolean() }, optional),
    ignoreReopenWithoutReply: fc.boolean(),
  },
  optional,
);
