import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze/analyze.ts';
import { PLAIN_QUESTION } from '../support/ask.ts';
import { buildDataset } from '../support/build-dataset.ts';
import { kpiOf } from './ask-with.ts';

const CREATED = Date.UTC(2025, 9, 1);

describe('tickets by department', () => {
  it('knows departments of the history from one another where the codes of the present ones fill their bytes', () => {
    // 255 present groups and "none" are all that a byte can tell apart; two tickets began in groups of which nobody is any more.
    const groups = Array.from({ length: 255 }, (_, at) => `Group ${at}`);
    const dataset = buildDataset({
      tickets: groups.map((group, at) => ({ id: String(at), group, createdAt: new Date(CREATED).toISOString() })),
      changes: ['Old desk', 'New desk'].map((from, at) => ({
        ticketId: String(at),
        at: new Date(CREATED + 3_600_000).toISOString(),
        field: 'group',
        from,
        to: `Group ${at}`,
      })),
    });
    const { columns } = dataset.tables.tickets;
    const column = columns.get('group');
    if (column?.type !== 'code') throw new TypeError('no groups');
    const tickets = {
      ...dataset.tables.tickets,
      columns: new Map(columns).set('group', { ...column, codes: Uint8Array.from(column.codes) }),
    };
    const report = analyze(
      {
        dataset: { ...dataset, tables: { ...dataset.tables, tickets } },
        inputs: [],
        warnings: [],
        excluded: {},
        asOf: CREATED + 86_400_000,
        firstAt: CREATED,
        lastAt: CREATED,
      },
      { ...PLAIN_QUESTION, kpis: [{ kpi: kpiOf('tickets-by-department'), options: {} }] },
    );
    const parts = report.kpis[0]!.parts!.map(({ key }) => key);
    expect(parts.toSorted()).toEqual(['Old desk', 'New desk', ...groups.slice(2)].toSorted());
  });
});
