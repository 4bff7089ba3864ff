import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isWorthAHelper, WORTH_A_HELPER } from '../../src/cli/crew/worth-a-helper.ts';

const folder = mkdtempSync(join(tmpdir(), 'happiness-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  truncateSync(path, bytes);
  return path;
}

it('a report on a large file is worth a helper', () => {
  const large = file('large.csv', WORTH_A_HELPER);
  const small = file('small.csv', WORTH_A_HELPER - 1);
  expect(isWorthAHelper(['--quiet', 'report', '--by', 'channel', small, large])).toBe(true);
  expect(isWorthAHelper(['report', small])).toBe(false);
  expect(isWorthAHelper(['inspect', large])).toBe(false);
});

it('what cannot be looked at is not', () => {
  expect(isWorthAHelper(['report', join(folder, 'none.csv'), join(file('a', 1), 'within'), 'x'.repeat(10_000), '\0', '', '-'])).toBe(false);
});
