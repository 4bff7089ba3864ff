import { expect, it } from 'vitest';
import type { KpiContext } from '../../src/kpis/define-kpi.ts';
import { conversations } from '../../src/kpis/facts/conversations.ts';
import { messageFates } from '../../src/kpis/facts/message-fates.ts';
import { noSettings } from '../../src/model/settings.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';
import { fixturePath } from '../presets/fixture-path.ts';

it('tells of every demo ticket the same replies as the KPIs count', async () => {
  const paths = ['demo/tickets.csv', 'demo/messages.csv'];
  const inputs = await Promise.all(
    paths.map((path) => openInput({ path, location: fixturePath(path) }, { headerScore: headerScore(presets) })),
  );
  const { dataset, asOf } = await normalize(
    inputs.map((input) => ({ input })),
    { presets, wallClock: Date.UTC(2026, 0, 8) },
  );
  const known = new Map<string, unknown>();
  const context: KpiContext = {
    dataset,
    asOf,
    timeZone: 'UTC',
    clock: 'calendar',
    options: {},
    settings: noSettings,
    ticketsWhere: () => new Uint8Array(dataset.tables.tickets.rows),
    memo<T>(key: string, make: () => T): T {
      if (!known.has(key)) known.set(key, make());
      return known.get(key) as T;
    },
    lately: (_, make) => make(),
    briefly: (_, make) => make(),
  };
  const { agentReplies, firstReplyAt } = conversations(context);
  expect(dataset.tables.tickets.rows).toBe(2333);
  for (let ticket = 0; ticket < dataset.tables.tickets.rows; ticket++) {
    const told = messageFates(context, ticket, false);
    const answers = told.filter(({ fate }) => fate === 'first-answer' || fate === 'answer');
    expect(answers.length).toBe(Number.isNaN(agentReplies[ticket]!) ? 0 : agentReplies[ticket]);
    expect(answers[0]?.at ?? Number.NaN).toBe(firstReplyAt[ticket]);
  }
});
