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

it.each([
  [255, Uint8Array],
  [256, Uint16Array],
  [65_535, Uint16Array],
])('codes of many rows and %d words become short, and say the same', (words, kind) => {
  const wide = columnWith(words);
  const { codes, values } = narrowed(wide);
  expect(codes).toBeInstanceOf(kind);
  expect(values).toEqual(wide.values);
  expect(Buffer.from(Uint32Array.from(codes).buffer).equals(Buffer.from(Uint32Array.from(wide.codes).buffer))).toBe(true);
});

it('codes of more words than two bytes can tell apart, or of few rows, stay', () => {
  for (const column of [columnWith(65_536), columnWith(3, ROWS - 1)]) expect(narrowed(column)).toBe(column);
});
