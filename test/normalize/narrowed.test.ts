import { expect, it } from 'vitest';
import type { CodeColumn } from '../../src/model/columns.ts';
import { columnOfTexts, Texts } from '../../src/model/texts.ts';
import { narrowed } from '../../src/normalize/dataset/narrowed.ts';

const ROWS = 100_000;
const columnWith = (words: number, rows = ROWS): CodeColumn => {
  const values = ['', ...Array.from({ length: words }, (_, word) => `word ${word}`)];
  return columnOfTexts(
    Uint32Array.from({ length: rows }, (_, row) => row % values.length),
    new Texts({ kind: 'list', values }),
  );
};

it('codes of many rows and few words become bytes, and say the same', () => {
  const wide = columnWith(255);
  const { codes, values } = narrowed(wide);
  expect(codes).toBeInstanceOf(Uint8Array);
  expect(values).toEqual(wide.values);
  expect([...codes]).toEqual([...wide.codes]);
});

it('codes of more words than a byte can tell apart, or of few rows, stay', () => {
  for (const column of [columnWith(256), columnWith(3, ROWS - 1)]) expect(narrowed(column)).toBe(column);
});
