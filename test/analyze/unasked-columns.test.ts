import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import type { Question } from '../../src/analyze/question.ts';
import { unaskedColumns } from '../../src/analyze/unasked-columns.ts';
import { noSettings } from '../../src/model/settings.ts';
import type { Normalized } from '../../src/normalize/options.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';
import { parseWhere } from '../../src/segments/conditions/parse-condition.ts';
import { PLAIN_QUESTION } from '../support/ask.ts';
import { fixturePath } from '../presets/fixture-path.ts';

const QUESTION: Question = {
  ...PLAIN_QUESTION,
  period: { label: '2025-10', start: Date.UTC(2025, 9, 1), end: Date.UTC(2025, 10, 1) },
  previous: { label: '2025-09', start: Date.UTC(2025, 8, 1), end: Date.UTC(2025, 9, 1) },
  by: null,
  minSegment: 5,
  heatmap: true,
};
const QUESTIONS: Readonly<Record<string, Partial<Question>>> = {
  'nothing in particular': {},
  'all data': { period: null, previous: null },
  'some of them': { by: ['priority+channel', 'agent'], minSegment: 1 },
  customers: { by: ['organization', 'vector', 'plan'] },
};
const ALL = readdirSync(fixturePath('demo')).filter((name) => /\.(csv|json|ndjson)$/.test(name));

async function read(files: readonly string[], unasked?: ReadonlySet<string>): Promise<Normalized> {
  const opening = { headerScore: headerScore(presets) };
  const inputs = await Promise.all(files.map((name) => openInput({ path: name, location: fixturePath(`demo/${name}`) }, opening)));
  return normalize(
    inputs.map((input) => ({ input })),
    { presets, wallClock: Date.UTC(2026, 0, 1), unasked },
  );
}

describe('columns that nobody asks for', () => {
  it.each(Object.keys(QUESTIONS))('change nothing when they are missing: %s', async (name) => {
    const question = { ...QUESTION, ...QUESTIONS[name] };
    for (const files of [ALL, ['tickets.csv']]) {
      const unasked = unaskedColumns(question);
      const [all, some] = [await read(files), await read(files, unasked)];
      for (const column of unasked) expect(some.dataset.tables.tickets.columns.has(column.replace('tickets.', ''))).toBe(false);
      expect(analyze(some, question)).toEqual(analyze(all, question));
    }
  });

  it('are those that neither a breakdown nor a condition names', () => {
    expect(unaskedColumns(QUESTION)).toContain('tickets.priority');
    expect(unaskedColumns({ ...QUESTION, by: ['channel+priority'] })).not.toContain('tickets.priority');
    expect(unaskedColumns({ ...QUESTION, by: ['channel+priority'] })).toContain('tickets.language');
    expect(unaskedColumns({ ...QUESTION, where: parseWhere(['channel = chat']) })).toEqual(new Set());
    const vip = { ...noSettings, segments: { vip: 'organization = "Acme"' } };
    const calendars = { late: { timeZone: 'UTC', weekly: {}, holidays: [], overrides: {}, when: 'priority = low' } };
    for (const settings of [
      vip,
      { ...noSettings, calendars },
      { ...noSettings, kpis: { 'service-level': { targets: { 'priority = high': 60 } } } },
    ])
      expect(unaskedColumns({ ...QUESTION, settings })).toEqual(new Set());
  });

  it('are known to have been there where normalizing needs them itself', async () => {
    const { dataset } = await read(['tickets.csv'], unaskedColumns(QUESTION));
    expect(dataset.tables.tickets.letGo).toContain('id');
    expect(dataset.tables.tickets.letGo).not.toContain('priority');
  });
});
