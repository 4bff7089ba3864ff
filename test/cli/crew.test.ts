import { EventEmitter } from 'node:events';
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import type { Evidence, Question } from '../../src/analyze/question.ts';
import { Crew } from '../../src/cli/crew/crew.ts';
import { answerShare } from '../../src/cli/crew/answer-share.ts';
import type { ToHelper } from '../../src/cli/crew/messages.ts';
import type { HelperThread } from '../../src/cli/io.ts';
import { noSettings } from '../../src/model/settings.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';
import { parseWhere } from '../../src/segments/conditions/parse-condition.ts';
import { PLAIN_QUESTION } from '../support/ask.ts';
import { fixturePath } from '../presets/fixture-path.ts';

const QUESTION: Question = { ...PLAIN_QUESTION, by: null, minSegment: 5, timeZone: 'Asia/Kathmandu' };
const OCTOBER = { label: '2025-10', start: Date.UTC(2025, 9, 1), end: Date.UTC(2025, 10, 1) };
const SEPTEMBER = { label: '2025-09', start: Date.UTC(2025, 8, 1), end: Date.UTC(2025, 9, 1) };
const QUESTIONS: Readonly<Record<string, Partial<Question>>> = {
  'all data': {},
  'a month with its groups': { period: OCTOBER, previous: SEPTEMBER, every: 'week', by: ['channel', 'priority+channel', 'tag'] },
  'people, sorted by value': { by: ['organization', 'plan'], sort: 'value', top: 2, minSegment: 2 },
  'a condition': { where: parseWhere(['channel = chat']), by: ['weekday'], heatmap: true },
  'business time, as Zendesk': { clock: 'business', settings: { ...noSettings, like: 'zendesk' } },
  'a few KPIs': { kpis: QUESTION.kpis.filter((_, place) => place % 9 === 0), by: ['group'] },
};

/** A thread that is none: messages are cloned as if it were. `share` says which KPIs it gets to, before anybody else. */
class FakeThread extends EventEmitter implements HelperThread {
  readonly #share: (place: number) => boolean;
  readonly #inside = new EventEmitter();
  ended = false;

  constructor(share: (place: number) => boolean) {
    super();
    this.#share = share;
    answerShare({
      postMessage: (message) => void setImmediate(() => this.emit('message', structuredClone(message))),
      close: () => undefined,
      on: (event, listener) => this.#inside.on(event, (message: ToHelper) => void listener(message)),
    });
  }

  postMessage(message: ToHelper): void {
    const copy = structuredClone(message);
    if (copy.kind === 'question') {
      const others = Array.from(copy.claims.keys()).filter((place) => !this.#share(place));
      for (const place of others) copy.claims[place] = 1;
      this.#inside.emit('message', copy);
      for (const place of others) copy.claims[place] = 0;
    } else this.#inside.emit('message', copy);
  }

  ref(): void {}
  unref(): void {}
  async terminate(): Promise<number> {
    this.ended = true;
    return 0;
  }
}

const LARGE = 1e9;
let evidence: Evidence;

beforeAll(async () => {
  const files = readdirSync(fixturePath('demo')).filter((name) => /\.(csv|json|ndjson)$/.test(name));
  const options = { headerScore: headerScore(presets) };
  const inputs = await Promise.all(files.map((name) => openInput({ path: name, location: fixturePath(`demo/${name}`) }, options)));
  evidence = await normalize(
    inputs.map((input) => ({ input })),
    { presets, wallClock: Date.UTC(2026, 0, 1) },
  );
});

describe('a report in several threads', () => {
  it.each(Object.keys(QUESTIONS))('is that of one: %s', async (name) => {
    const question = { ...QUESTION, ...QUESTIONS[name] };
    const alone = analyze(evidence, question);
    for (const share of [(place: number) => place % 2 === 0, (place: number) => place > 20, () => true, () => false]) {
      const thread = new FakeThread(share);
      const crew = new Crew({ startHelper: () => thread, nodeVersion: 'v24.0.0' }, LARGE);
      expect(await crew.analyze(evidence, question)).toEqual(alone);
      crew.end();
      expect(thread.ended).toBe(true);
    }
  });

  it.each(['error', 'exit'])('is done in one when the other fails: %s', async (event) => {
    const thread = new FakeThread(() => true);
    thread.postMessage = () => void setImmediate(() => thread.emit(event, new Error('out of memory')));
    const crew = new Crew({ startHelper: () => thread, nodeVersion: 'v24.0.0' }, LARGE);
    expect(await crew.analyze(evidence, QUESTION)).toEqual(analyze(evidence, QUESTION));
  });

  it('is done in one where there are many rows, for two would hold much of each', async () => {
    const rows = 4_000_001;
    const createdAt = { type: 'time' as const, values: new Float64Array(rows).fill(OCTOBER.start), dateOnly: false };
    const tickets = { kind: 'tickets' as const, rows, columns: new Map([['createdAt', createdAt]]) };
    const many = { ...evidence, dataset: { tables: { ...evidence.dataset.tables, tickets } } };
    const question = { ...QUESTION, by: [], kpis: QUESTION.kpis.filter(({ kpi }) => kpi.id === 'tickets-per-day') };
    const thread = new FakeThread(() => true);
    const crew = new Crew({ startHelper: () => thread, nodeVersion: 'v24.0.0' }, LARGE);
    expect(await crew.analyze(many, question)).toEqual(analyze(many, question));
    expect(thread.ended).toBe(true);
  });

  it('starts no thread for small inputs, and needs none', async () => {
    const none = (): HelperThread => {
      throw new Error('not wanted');
    };
    const crew = new Crew({ startHelper: none, nodeVersion: 'v24.0.0' }, 1000);
    expect(await crew.analyze(evidence, { ...QUESTION, by: [] })).toEqual(analyze(evidence, { ...QUESTION, by: [] }));
    await expect(new Crew({ nodeVersion: 'v24.0.0' }, LARGE).analyze(evidence, { ...QUESTION, by: [] })).resolves.toBeDefined();
  });
});
