import { describe, expect, it } from 'vitest';
import { tableOf } from './reading-files.ts';

const HEADER = 'id,status,created_at,first_response_at,solved_at,rating';

describe('a row that ends before the header does', () => {
  it('is read with empty cells where what it has belongs to its columns', async () => {
    // The sheet of a support lead: open tickets have nothing behind their creation, and the spreadsheet writes no empty cells.
    const { rows, outcome } = await tableOf(
      `${HEADER}\n1,solved,2025-10-01T10:00Z,2025-10-01T11:00Z,2025-10-02T10:00Z,5\n2,open,2025-10-02T10:00Z\n3,open,2025-10-02T12:00Z,2025-10-02T12:30Z\n`,
    );
    expect(rows).toEqual([
      ['1', 'solved', '2025-10-01T10:00Z', '2025-10-01T11:00Z', '2025-10-02T10:00Z', '5'],
      ['2', 'open', '2025-10-02T10:00Z', '', '', ''],
      ['3', 'open', '2025-10-02T12:00Z', '2025-10-02T12:30Z', '', ''],
    ]);
    expect(outcome).toMatchObject({ records: 3, skipped: [], furniture: 0, short: { count: 2, lines: [3, 4] } });
  });

  it.each([
    ['a date where a word belongs', '2,2025-10-02T10:00Z,2025-10-02T11:00Z'],
    ['a word where a date belongs', '2,open,tomorrow'],
    ['a word where a number belongs', 'two,open,2025-10-02T10:00Z'],
    ['no date at all', '2,open'],
    ['a date that is cut off', '2,open,2025-10-'],
  ])('is left behind with %s', async (_, line) => {
    const { rows, outcome } = await tableOf(
      `${HEADER}\n1,solved,2025-10-01T10:00Z,2025-10-01T11:00Z,2025-10-02T10:00Z,5\n${line}\n3,solved,2025-10-01T10:00Z,2025-10-01T11:00Z,2025-10-02T10:00Z,5\n`,
    );
    expect(rows.map(([id]) => id)).toEqual(['1', '3']);
    expect(outcome.skipped).toMatchObject([{ count: 1, lines: [3] }]);
    expect(outcome.short).toBeUndefined();
  });

  it('is left behind with the next line when that is its rest', async () => {
    const whole = (id: number): string => `${id},2025-10-01T10:00Z,Login,Support,solved`;
    const { rows, outcome } = await tableOf(
      `id,created_at,subject,team,status\n${whole(1)}\n2,2025-10-01T10:00Z,Can\nnot log in,Support,open\n${whole(3)}\n`,
    );
    expect(rows.map(([id]) => id)).toEqual(['1', '3']);
    expect(outcome.skipped).toEqual([{ reason: '3 cells where the header has 5', count: 2, lines: [3, 4] }]);
  });

  it('is left behind where the file writes its empty last cells, and one lost in the middle would explain it as well', async () => {
    const { rows } = await tableOf(
      'id,status,created_at,first_response_at,solved_at\n1,open,2025-10-01T10:00Z,2025-10-01T11:00Z,\n2,solved,2025-10-01T10:00Z,2025-10-01T11:00Z,2025-10-02T10:00Z\n3,open,2025-10-01T10:00Z,2025-10-01T12:00Z\n',
    );
    expect(rows.map(([id]) => id)).toEqual(['1', '2']);
  });

  it('is left behind with a word of another column', async () => {
    const { rows } = await tableOf(
      'id,created_at,team,status,channel\n1,2025-10-01T10:00Z,Sales,open,email\n2,2025-10-01T11:00Z,Sales,solved,chat\n3,2025-10-01T12:00Z,open,email\n4,2025-10-01T12:00Z,Sales\n',
    );
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toEqual(['4', '2025-10-01T12:00Z', 'Sales', '', '']);
  });
});

/** Park and Miller's generator: the same files at every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('files with damaged rows', () => {
  const header = ['id', 'subject', 'status', 'priority', 'created at', 'first reply at', 'solved at', 'rating'];
  const at = (hour: number): string => new Date(Date.UTC(2025, 9, 1, hour)).toISOString();

  function truthOf(next: () => number): string[][] {
    const pick = (...words: readonly string[]): string => words[Math.floor(next() * words.length)]!;
    return Array.from({ length: 60 }, (_, index) => {
      const open = next() < 0.4;
      return [
        String(index + 1),
        `${pick('Cannot log in', 'Invoice wrong', 'Refund please')} ${index}`,
        open ? pick('open', 'pending') : 'solved',
        pick('low', 'normal', 'high'),
        at(index),
        !open || next() < 0.6 ? at(index + 1) : '',
        open ? '' : at(index + 9),
        open || next() < 0.5 ? '' : pick('1', '4', '5'),
      ];
    });
  }

  const DAMAGE: Readonly<Record<string, (cells: readonly string[], place: number) => string[]>> = {
    'a delimiter lost': (cells, place) => cells.toSpliced(place, 2, cells[place]! + cells[place + 1]!),
    'a cell lost': (cells, place) => cells.toSpliced(place, 1),
  };
  const cutOff = (cells: readonly string[]): string[] => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);

  const read = async (lines: readonly string[]) => {
    const { rows, outcome } = await tableOf(`${header.join(',')}\n${lines.join('\n')}\n`);
    return { texts: rows.map((cells) => cells.join(',')), short: outcome.short?.count ?? 0, outcome };
  };

  it.each(Object.keys(DAMAGE))('give no row another content with %s', async (kind) => {
    for (let seed = 1; seed <= 10; seed++) {
      const next = random(seed);
      const truth = truthOf(next);
      const known = new Set(truth.map((cells) => cells.join(',')));
      const lines = truth.map((cells) => (next() < 0.1 ? DAMAGE[kind]!(cells, Math.floor(next() * (cells.length - 2))) : cells).join(','));
      const { texts, outcome } = await read(lines);
      const damaged = lines.filter((line) => !known.has(line)).length;
      expect(texts.filter((text) => !known.has(text))).toEqual([]);
      expect(outcome.skipped.reduce((sum, { count }) => sum + count, 0)).toBe(damaged);
    }
  });

  it('lose no row to empty cells that were cut off, and tell of every row that damage beside them has changed', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const next = random(seed);
      const truth = truthOf(next);
      const known = new Set(truth.map((cells) => cells.join(',')));
      const sound = await read(truth.map((cells) => cutOff(cells).join(',')));
      expect(sound.texts).toEqual([...known]);
      expect(sound.short).toBe(truth.filter((cells) => cells.at(-1) === '').length);
      const lines = truth.map((cells) => (next() < 0.1 ? DAMAGE['a cell lost']!(cutOff(cells), 2) : cutOff(cells)).join(','));
      const harmed = await read(lines);
      expect(harmed.texts.filter((text) => !known.has(text)).length).toBeLessThanOrEqual(harmed.short);
    }
  });
});
