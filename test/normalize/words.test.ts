import { describe, expect, it } from 'vitest';
import type { NormalizeOptions } from '../../src/normalize/options.ts';
import type { Preset } from '../../src/presets/preset.ts';
import { positiveFrom, scaleFor, scaleOf } from '../../src/normalize/vocabulary/scale.ts';
import { run, table, tableOf, values, warning } from './inputs.ts';

const AT = '2025-03-10T09:00:00Z';
const column = (name: string, ...cells: string[]) =>
  tableOf(
    't.csv',
    ['id', 'created_at', name],
    cells.map((cell, row) => [String(row + 1), AT, cell]),
  );
const words = async (name: string, field: string, cells: readonly string[], options: Partial<NormalizeOptions> = {}) =>
  values(await run([column(name, ...cells)], options), 'tickets', field);

describe('statuses', () => {
  it('of English helpdesks and their translations are ours', async () => {
    expect(
      await words('status', 'status', [
        'New',
        'Open',
        'In Progress',
        'Pending',
        'Waiting on Customer',
        'Hold',
        'Waiting on Third Party',
        'Awaiting Vendor',
        'Solved',
        'Resolved',
        'Done',
        'Completed',
        'Closed',
      ]),
    ).toEqual([
      'new',
      'open',
      'open',
      'pending',
      'pending',
      'on-hold',
      'on-hold',
      'on-hold',
      'solved',
      'solved',
      'solved',
      'solved',
      'closed',
    ]);
    expect(
      await words('status', 'status', ['Offen', 'Gelöst', 'Geschlossen', 'Abierto', 'Resuelto', 'Cerrado', 'En cours', 'Résolu', 'Fermé']),
    ).toEqual(['open', 'solved', 'closed', 'open', 'solved', 'closed', 'open', 'solved', 'closed']);
  });

  it('that nobody knows stand as open, counted and named', async () => {
    const result = await run([
      column('status', 'Resolved/Testing Phase', 'Fixed/Waiting for Release', 'Resolved/Testing Phase', 'Resolved'),
    ]);
    expect(values(result, 'tickets', 'status')).toEqual(['open', 'open', 'open', 'solved']);
    expect(warning(result, 'unknown-status')).toMatchObject({ count: 3, line: 2 });
    expect(warning(result, 'unknown-status')?.message).toContain('“Resolved/Testing Phase”, “Fixed/Waiting for Release”');
  });

  it('yield to a resolved or closed time stamp', async () => {
    const result = await run([
      table(
        't.csv',
        'id,status,created_at,resolved_at,closed_at',
        `1,Resolved/Testing Phase,${AT},2025-03-11T09:00:00Z,`,
        `2,Open,${AT},2025-03-11T09:00:00Z,2025-03-12T09:00:00Z`,
        `3,,${AT},2025-03-11T09:00:00Z,`,
        `4,Open,${AT},,`,
      ),
    ]);
    expect(values(result, 'tickets', 'status')).toEqual(['solved', 'closed', 'solved', 'open']);
    // an unknown word contradicts nothing, and is named whether or not a time settles its ticket
    expect(warning(result, 'unknown-status')).toMatchObject({ count: 1, line: 2 });
    expect(warning(result, 'unknown-status')?.message).toContain('“Resolved/Testing Phase”');
    expect(warning(result, 'contradiction')).toMatchObject({ count: 1, line: 3 });
  });

  it('that nobody knows are open again where their time has not come yet', async () => {
    const file = table(
      't.csv',
      'id,status,created_at,resolved_at',
      `1,Finito,${AT},2025-03-11T09:00:00Z`,
      `2,Finito,${AT},2025-03-20T09:00:00Z`,
      `3,Finito,${AT},2031-03-20T09:00:00Z`,
    );
    expect(values(await run([file]), 'tickets', 'status')).toEqual(['solved', 'solved', 'open']);
    const earlier = await run([file], { asOf: Date.UTC(2025, 2, 15) });
    expect(values(earlier, 'tickets', 'status')).toEqual(['solved', 'open', 'open']);
    expect(warning(earlier, 'contradiction')).toBeUndefined();
  });

  it('follow the user before the preset before everybody', async () => {
    const preset: Preset = {
      id: 'p',
      title: 'P',
      system: 'p',
      kind: 'tickets',
      format: 'table',
      recognise: { anyOf: [['id', 'status']] },
      table: { columns: {} },
      words: { statuses: { done: 'pending', parked: 'on-hold' } },
      about: '',
      quirks: [],
    };
    expect(await words('status', 'status', ['Done', 'Parked', 'Solved'], { presets: [preset], statuses: { parked: 'pending' } })).toEqual([
      'pending',
      'pending',
      'solved',
    ]);
  });
});

describe('groups and agents', () => {
  it('are missing where Freshdesk says that there is none', async () => {
    expect(await words('group', 'group', ['Billing', 'No Group', 'no group', 'No Group Tours'])).toEqual([
      'Billing',
      null,
      null,
      'No Group Tours',
    ]);
    expect(await words('agent', 'agent', ['No Agent', 'Ann'])).toEqual([null, 'Ann']);
    expect(await words('organization', 'organization', ['No Agent'])).toEqual(['No Agent']);
  });
});

describe('channels, priorities, SLA results', () => {
  it('come in our words where they are known, with the direction that a channel tells', async () => {
    const result = await run([column('channel', 'Mail', 'Outbound Email', 'Phone', 'Pigeon')]);
    expect(values(result, 'tickets', 'channel')).toEqual(['email', 'email', 'phone', 'Pigeon']);
    expect(values(result, 'tickets', 'direction')).toEqual([null, 'outbound', null, null]);
  });

  it('never turn a bare priority number', async () => {
    expect(await words('priority', 'priority', ['1', '2 - High', 'Medium', 'P1', '3 normal'])).toEqual([
      '1',
      'high',
      'normal',
      'urgent',
      '3 normal',
    ]);
  });

  it('say met and missed', async () => {
    const result = await run([column('Resolution status', 'Within SLA', 'SLA Violated', '', 'paused', 'perhaps')]);
    expect(values(result, 'tickets', 'resolutionSla')).toEqual(['met', 'missed', null, null, null]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 6 });
  });
});

describe('ratings', () => {
  const rated = async (cells: readonly string[], options: Partial<NormalizeOptions> = {}) => {
    const result = await run([column('satisfaction', ...cells)], options);
    const offered = result.dataset.tables.tickets.columns.has('ratingOffered') ? values(result, 'tickets', 'ratingOffered') : null;
    return { satisfied: values(result, 'tickets', 'satisfied'), offered, result };
  };

  it('of good and bad know an offer from an answer', async () => {
    const { satisfied, offered, result } = await rated(['good', 'Bad', 'Offered', 'Not Offered', '']);
    expect(satisfied).toEqual([1, 0, null, null, null]);
    expect(offered).toEqual([true, true, true, false, false]);
    expect(result.warnings).toEqual([]);
  });

  it('without any talk of offers do not claim to know who was asked', async () => {
    expect((await rated(['good', ''])).offered).toBeNull();
  });

  it('in words: the neutral middle is an answer and not positive', async () => {
    expect((await rated(['Great', 'Okay', 'Not Good', 'Extremely satisfied', 'Slightly dissatisfied', '👍', '👎'])).satisfied).toEqual([
      1, 0, 0, 1, 0, 1, 0,
    ]);
  });

  it('in numbers take the scale that holds them, and say so', async () => {
    const { satisfied, result } = await rated(['5', '4', '3', '1']);
    expect(satisfied).toEqual([1, 1, 0, 0]);
    expect(warning(result, 'scale-assumed')).toMatchObject({ count: 4, message: expect.stringContaining('1 to 5 with 4 and more') });
    const ten = await rated(['10', '9', '8', '1']);
    expect(ten.satisfied).toEqual([1, 1, 0, 0]);
  });

  it('follow --scale and count what lies outside', async () => {
    const { satisfied, result } = await rated(['5', '4', '7', '9'], { scale: { min: 1, max: 7 } });
    expect(satisfied).toEqual([0, 0, 1, null]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 5 });
    expect(warning(result, 'scale-assumed')).toBeUndefined();
  });

  it('in percent are on the scale from 0 to 100, whose top fifth is positive', async () => {
    const cells = ['85%', '100 %', '20%', '60%', '79,9%', '80.0%', '101%'];
    for (const options of [{}, { scale: { min: 0, max: 100 } }]) {
      const { satisfied, result } = await rated(cells, options);
      expect(satisfied).toEqual([1, 1, 0, 0, 0, 1, null]);
      expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 8 });
      expect(warning(result, 'scale-assumed')).toBeUndefined();
    }
    // bare numbers beside them are still asked for their own scale
    const mixed = await rated(['85%', '5', '3', '4']);
    expect(mixed.satisfied).toEqual([1, 1, 0, 1]);
    expect(warning(mixed.result, 'scale-assumed')).toMatchObject({ count: 3, message: expect.stringContaining('1 to 5') });
  });

  it('follow a scale column row by row', async () => {
    const result = await run([
      table('t.csv', 'id,status,created_at,rating,rating_scale', `1,open,${AT},3,1-3`, `2,open,${AT},3,5`, `3,open,${AT},9,1-10`),
    ]);
    expect(values(result, 'tickets', 'satisfied')).toEqual([1, 0, 1]);
    expect(result.warnings).toEqual([]);
  });

  it("follow the preset's scale, whichever end is best", async () => {
    const preset = (ratings: NonNullable<Preset['words']>['ratings']): Preset => ({
      id: 'p',
      title: 'P',
      system: 'p',
      kind: 'tickets',
      format: 'table',
      recognise: { anyOf: [['satisfaction']] },
      table: { columns: {} },
      words: { ratings: ratings! },
      about: '',
      quirks: [],
    });
    const helpScout = preset({ name: '1 best', positive: ['1'], neutral: ['2'], negative: ['3'] });
    expect((await rated(['1', '2', '3'], { presets: [helpScout] })).satisfied).toEqual([1, 0, 0]);
    const freshdesk = preset({ name: '±103', positive: [], negative: [], numeric: { min: -103, max: 103, positiveFrom: 101 } });
    const { satisfied, result } = await rated(['103', '100', '-103', '200'], { presets: [freshdesk] });
    expect(satisfied).toEqual([1, 0, 0, null]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1 });
  });

  it('without a preset still know −103 … 103', async () => {
    expect((await rated(['103', '102', '101', '100', '-101', '-103'])).satisfied).toEqual([1, 1, 1, 0, 0, 0]);
  });
});

describe('scales', () => {
  // kpis.md §5 csat: top 2 of 5, top 1 of 2 and 3, top 2 of 4, 6–7 of 7, 9–10 of 10
  it.each([
    [1, 2, 2],
    [1, 3, 3],
    [1, 4, 3],
    [1, 5, 4],
    [1, 7, 6],
    [1, 10, 9],
    [0, 10, 9],
    [0, 1, 1],
    [0, 100, 80],
    [-103, 103, 101],
  ])('%d to %d are positive from %d', (min, max, from) => {
    expect(positiveFrom({ min, max })).toBe(from);
  });

  it('are read from words and numbers', () => {
    expect(['5', '1-5', '0..10', '1 to 7', '5-point', '5 stars', 'nps', '100', 'x', '1'].map(scaleOf)).toEqual([
      { min: 1, max: 5 },
      { min: 1, max: 5 },
      { min: 0, max: 10 },
      { min: 1, max: 7 },
      { min: 1, max: 5 },
      { min: 1, max: 5 },
      { min: 0, max: 10 },
      { min: 0, max: 100 },
      undefined,
      undefined,
    ]);
    expect(scaleFor({ min: 0, max: 1 })).toEqual({ min: 0, max: 1 });
    expect(scaleFor({ min: 0, max: 9 })).toEqual({ min: 0, max: 10 });
    expect(scaleFor({ min: 2, max: 6 })).toEqual({ min: 1, max: 7 });
    expect(scaleFor({ min: -5, max: 5 })).toBeUndefined();
  });
});

describe('surveys', () => {
  const answers = (header: string, ...cells: string[]) =>
    table('s.csv', `customer_id,at,${header}`, ...cells.map((cell, row) => `c${row},${AT},${cell}`));

  it('say their kind themselves', async () => {
    const result = await run([answers('kind,score', 'NPS,9', 'csat,4', 'CES,6')]);
    expect(values(result, 'surveys', 'kind')).toEqual(['nps', 'csat', 'ces']);
    expect(values(result, 'surveys', 'satisfied')).toEqual([null, 1, null]);
  });

  it('say it by the question in the header', async () => {
    const result = await run([answers('How likely are you to recommend us?', '3', '4')]);
    expect(values(result, 'surveys', 'kind')).toEqual(['nps', 'nps']);
    expect(result.warnings).toEqual([]);
  });

  it('say it by their range, with a warning', async () => {
    const nps = await run([answers('score', '9', '3')]);
    expect(values(nps, 'surveys', 'kind')).toEqual(['nps', 'nps']);
    expect(warning(nps, 'scale-assumed')?.message).toContain('NPS');
    const csat = await run([answers('score', '5', '3')]);
    expect(values(csat, 'surveys', 'kind')).toEqual(['csat', 'csat']);
    expect(warning(csat, 'scale-assumed')?.message).toContain('none exceeds 5');
  });

  it('of NPS take whole numbers from 0 to 10 and count the rest', async () => {
    const result = await run([answers('nps', '10', '0', '11', '-1', '7.5', '')]);
    expect(values(result, 'surveys', 'score')).toEqual([10, 0, null, null, null, null]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 3, line: 4 });
  });

  it('refuse an NPS from 1 to 10 unless --scale says so', async () => {
    const input = () => answers('nps,scale', '10,1-10', '1,1-10');
    const refused = await run([input()]);
    expect(values(refused, 'surveys', 'score')).toEqual([null, null]);
    expect(warning(refused, 'unknown-value')?.message).toContain('--scale');
    expect(values(await run([input()], { scale: { min: 1, max: 10 } }), 'surveys', 'score')).toEqual([10, 1]);
  });
});

describe('messages, changes and events', () => {
  it('know authors by many words', async () => {
    const result = await run([
      tableOf(
        'm.csv',
        ['ticket_id', 'at', 'author_role'],
        ['Agent', 'admin', 'end-user', 'Customer', 'bot', 'system', 'trigger', 'Martian', ''].map((word) => ['1', AT, word]),
      ),
    ]);
    expect(values(result, 'messages', 'author')).toEqual([
      'agent',
      'agent',
      'customer',
      'customer',
      'bot',
      'system',
      'system',
      'unknown',
      'unknown',
    ]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 9 });
  });

  it('take a column of names for ids, and tell roles by the tickets', async () => {
    const tickets = table('t.csv', 'id,created_at,requester,assignee', `1,${AT},ann@x.org,Bob`, `2,${AT},cleo@x.org,Dora`);
    const messages = table(
      'm.csv',
      'ticket_id,at,sender',
      `1,${AT},ann@x.org`,
      `1,${AT},Bob`,
      `1,${AT},Dora`,
      `2,${AT},ann@x.org`,
      `2,${AT},`,
    );
    const result = await run([tickets, messages]);
    expect(values(result, 'messages', 'authorId')).toEqual(['ann@x.org', 'Bob', 'Dora', 'ann@x.org', null]);
    // Dora is assigned to another ticket: an agent; Ann is no customer of ticket 2
    expect(values(result, 'messages', 'author')).toEqual(['customer', 'agent', 'agent', 'unknown', 'unknown']);
  });

  it('have changes of known fields in our words', async () => {
    const result = await run([
      table('c.csv', 'ticket_id,at,field,from,to', `1,${AT},State,Open,Resolved`, `1,${AT},team,Open,Sales`, `1,${AT},priority,P1,low`),
    ]);
    expect(values(result, 'changes', 'field')).toEqual(['status', 'group', 'priority']);
    expect(values(result, 'changes', 'from')).toEqual(['open', 'Open', 'urgent']);
    expect(values(result, 'changes', 'to')).toEqual(['solved', 'Sales', 'low']);
  });

  it('have events in our words, others as they are', async () => {
    const result = await run([
      table('e.csv', 'customer_id,at,name,outcome,sentiment', `1,${AT},Signed up,ok,-1`, `1,${AT},backup started,failed,1`),
    ]);
    expect(values(result, 'events', 'name')).toEqual(['signup', 'backup started']);
    expect(values(result, 'events', 'outcome')).toEqual(['success', 'failure']);
    expect(values(result, 'events', 'sentiment')).toEqual(['negative', 'positive']);
  });
});
