import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderFailureText } from '../../src/cli/errors/render-failure.ts';
import { UserError } from '../../src/model/user-error.ts';
import { FIXTURES, settled } from './known.ts';

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(FIXTURES, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yaml|json)$/.test(path))
    .map((path) => join(folder, path))
    .toSorted();
}

describe('configs that are right', () => {
  it.for(filesIn('good'))('%s loads', async (path) => {
    const config = await settled({ configPath: path });
    expect(config.file).toBe(path);
    expect(config.notes).toEqual([]);
  });

  it('among them the one of the product description, word for word', async () => {
    const { settings, words, sources, checks, mappings, presets, privacy, timeZone, weekStart } = await settled({
      configPath: 'good/product.yaml',
    });
    expect({ timeZone, weekStart, privacy, sources: sources.map(({ path }) => path) }).toEqual({
      timeZone: 'Europe/Belgrade',
      weekStart: 'mon',
      privacy: { minSegment: 5, agents: false },
      sources: ['exports/*.csv', 'nps.csv'],
    });
    expect(sources[1]).toMatchObject({ kind: 'surveys', preset: 'delighted' });
    expect(settings.calendars['default']).toEqual({
      timeZone: 'Europe/Belgrade',
      weekly: { mon: ['09:00-12:00', '13:00-17:00'], tue: ['09:00-17:00'], sat: ['22:00-06:00'], sun: ['00:00-24:00'] },
      holidays: ['2025-01-01', '2025-12-24..2025-12-26', '2025-01-07', '2025-05-01..2025-05-02'],
      overrides: { '2025-12-31': ['09:00-12:00'] },
      when: null,
    });
    // chat has the hours of default but for Sunday, all its holidays and overrides, and a condition of its own
    expect(settings.calendars['chat']).toEqual({
      ...settings.calendars['default'],
      weekly: { ...settings.calendars['default']?.weekly, sun: ['10:00-14:00'] },
      when: 'channel = chat',
    });
    // 15 min = 900 s, 5 min = 300 s, 30 d = 2,592,000 s
    expect(settings.kpis).toEqual({
      'first-response-time': { cohort: 'created', outbound: 'from-customer' },
      'service-level': { target: 900, targets: { 'priority = urgent': 300 } },
      'early-leave-rate': { days: 30 },
      'trial-conversion-rate': { cohort: 'started', days: 30 },
      'repeat-problem-rate': { window: 2_592_000, problem: ['rootCause', 'tags'] },
    });
    expect(settings).toMatchObject({
      like: 'zendesk',
      costs: { total: 540_000, currency: 'EUR', perContact: { phone: 6.5, email: 4 }, rates: {} },
      plans: { free: ['Free', 'Community'], trial: ['Trial'], paid: ['Pro', 'Business'] },
      margin: 0.8,
      fakeUsers: { domains: ['mailinator.com'], internal: ['our.com'] },
      segments: { enterprise: 'plan = business and seats >= 50' },
      vectors: { negative: ['onboarding overdue', 'last rating bad', 'usage down 50%'] },
      objectives: [
        {
          name: 'Keep subscriptions',
          if: 'first-response-time.median <= 2h',
          then: 'churn-rate',
          from: 0.05,
          to: 0.03,
          start: '2025-01-01',
          by: '2025-07-01',
          owner: 'support',
        },
      ],
      churnTruth: ['subscriptions', 'cancelledAt', 'events', 'flag'],
    });
    expect(words).toEqual({
      statuses: { 'Waiting on vendor': 'on-hold' },
      channels: { OutBound: { channel: 'email', direction: 'outbound' } },
      bots: ['Answer Bot'],
    });
    expect(mappings).toEqual([{ kind: 'tickets', field: 'createdAt', column: 'Opened on', place: 'good/product.yaml:11' }]);
    expect(presets).toMatchObject([{ id: 'our-desk', extends: 'zendesk-csv', columns: { rootCause: 'Root cause [list]' } }]);
    expect(checks).toMatchObject([
      { rule: 'first-response-time.p90{channel=chat} <= 5m', level: 'error', onNoData: 'fail', minSample: null, line: 32, column: 5 },
      { rule: 'csat >= 85%', warn: '90%', minSample: 30, onNoData: 'warn', line: 33, column: 13 },
    ]);
  });

  it('conditions become text of one grammar', async () => {
    const { settings } = await settled({ configPath: 'good/conditions.yaml' });
    expect(settings.segments).toEqual({
      big: 'plan in (business, "pro plan") and seats = 50',
      staff: 'fake = true',
      old: 'plan = business\nand seats >= 50\n',
    });
    expect(settings.calendars['phone']?.when).toBe('channel in (phone, "voice mail")');
    expect(settings.kpis['service-level']).toEqual({ targets: { 'priority = urgent and channel = chat': 90 } });
  });

  it('numbers with units become seconds, days and ratios', async () => {
    const { settings, scale, dateOrder } = await settled({ configPath: 'good/units.yaml' });
    expect({ scale, dateOrder, margin: settings.margin, costs: settings.costs }).toEqual({
      scale: '0..10',
      dateOrder: 'dmy',
      margin: 0.855,
      costs: { currency: 'EUR', total: null, perContact: { phone: 6.5 }, rates: { USD: 0.92 } },
    });
    expect(settings.objectives.map(({ name, from, to, owner }) => [name, from, to, owner])).toEqual([
      ['Faster', 14_400, 9_000, null],
      ['Happier', -10, 20.5, null],
      ['2025', 0.05, 0.03, '7'],
    ]);
    // two weeks are 14 days, four weeks 28 · 86,400 s
    expect(settings.kpis).toEqual({
      'early-leave-rate': { days: 14 },
      'repeat-problem-rate': { window: 2_419_200, problem: ['rootCause'] },
    });
  });

  it('dictionaries inherit no names', async () => {
    const { settings, words } = await settled({ configPath: 'good/product.yaml' });
    for (const dictionary of [settings.calendars, settings.kpis, settings.segments, words.statuses, words.channels])
      expect('constructor' in dictionary).toBe(false);
  });

  it('nothing of it can be changed later', async () => {
    const config = await settled({ configPath: 'good/product.yaml' });
    const unfrozen: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) unfrozen.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(config, 'config');
    expect(unfrozen).toEqual([]);
  });
});

describe('configs that are wrong', () => {
  it.for(filesIn('bad'))('%s says where and why', async (path) => {
    const cwd = join(FIXTURES, dirname(path));
    const error: unknown = await settled({ cwd, configPath: join(FIXTURES, path).slice(cwd.length + 1) }).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UserError)) throw new Error('it was taken for a good one', { cause: error });
    const { code, message, place } = error;
    expect(['bad-config', 'missing-file']).toContain(code);
    const said = renderFailureText({ exitCode: 2, code, message, place }, 160);
    await expect(said).toMatchFileSnapshot(`problems/${path.slice('bad/'.length).replaceAll('/', '-')}.txt`);
  });
});
