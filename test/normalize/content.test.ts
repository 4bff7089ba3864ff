import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, type Content } from '../../src/normalize/plan/content.ts';

const CELLS = [
  '',
  'n/a',
  '7',
  '1,5',
  '2025-01-08 10:00',
  '1900-01-01',
  '2 h 5 min',
  'yes',
  'a@b.example',
  'Missed',
  'Lost call',
  '20250309',
  'x',
];

describe('contentOf', () => {
  it('counts a cell as often as it stands there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CELLS), { maxLength: 30 }), (cells) => {
        const singly = cells.map((cell) => contentOf([cell]));
        const together = contentOf(cells);
        for (const what of Object.keys(together) as (keyof Content)[]) {
          expect(together[what]).toBe(singly.reduce((sum, content) => sum + content[what], 0));
        }
      }),
    );
  });

  it('knows results of calls behind any number of signs, and no text by its beginning', () => {
    expect(contentOf([`${'*'.repeat(300)} hung up ${'!'.repeat(300)}`])).toMatchObject({ callResults: 1, lostCalls: 1 });
    expect(contentOf([`lost ${'call '.repeat(100)}`])).toMatchObject({ callResults: 0, lostCalls: 0 });
  });
});
