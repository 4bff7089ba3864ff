import { describe, expect, it } from 'vitest';
import { listsOf, openPiped, readLists } from './reading-files.ts';

describe('NDJSON', () => {
  it('is read to its last line, wrapped or bare, with line numbers', async () => {
    const { input, records, outcome } = await listsOf('{"ticket":{"id":1}}\n\n{"ticket":{"id":2}}\r\n{"user":{"id":3}}\n{"id":4}');
    expect(input.format).toBe('ndjson');
    expect([...input.lists.keys()]).toEqual(['tickets', 'users', '']);
    expect(records).toEqual([
      ['tickets', { id: 1 }, 1],
      ['tickets', { id: 2 }, 3],
      ['users', { id: 3 }, 4],
      ['', { id: 4 }, 5],
    ]);
    expect(outcome).toMatchObject({ records: 4, skipped: [], furniture: 0 });
  });

  it('skips a broken line with its number, even the first', async () => {
    const { records, outcome } = await listsOf('{"id":1,"sub\n{"id":2}\n[3]\n"x"\n{"id":5}\n{"id":6');
    expect(records.map(([, { id }]) => id)).toEqual([2, 5]);
    expect(outcome).toMatchObject({
      records: 6,
      skipped: [
        { reason: 'not JSON', count: 2, lines: [1, 6] },
        { reason: 'not a JSON object', count: 2, lines: [3, 4] },
      ],
    });
  });

  it('of one line is one record', async () => {
    const { records } = await listsOf('{"ticket":{"id":1}}\n');
    expect(records).toEqual([['tickets', { id: 1 }, 1]]);
  });

  it('through a pipe cut anywhere gives the same', async () => {
    const text = `\uFEFF${Array.from({ length: 50 }, (_, id) => JSON.stringify({ ticket: { id, subject: 'né 🙂 "x"\n' } })).join('\n')}`;
    const whole = await listsOf(text);
    for (const size of [1, 7]) {
      const piped = await readLists(await openPiped(text, size));
      expect(piped.records).toEqual(whole.records);
      expect(piped.outcome).toEqual(whole.outcome);
    }
    expect(whole.records.length).toBe(50);
  });

  it('of pages gives their records', async () => {
    const { records } = await listsOf('{"tickets":[{"id":1},{"id":2}],"count":3}\n{"tickets":[{"id":3}],"count":3}\n');
    expect(records.map(([list, { id }, line]) => [list, id, line])).toEqual([
      ['tickets', 1, 1],
      ['tickets', 2, 1],
      ['tickets', 3, 2],
    ]);
  });

  it('with a line nested too deeply loses that line', async () => {
    const { records, outcome } = await listsOf(`{"id":1}\n{"id":2,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n{"id":3}\n`);
    expect(records.map(([, { id }]) => id)).toEqual([1, 3]);
    expect(outcome.skipped).toMatchObject([{ count: 1, lines: [2] }]);
  });
});
