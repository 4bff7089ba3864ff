import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/cli/terminal/progress.ts';
import { fakeIo, type FakeOutside } from '../fake-io.ts';

const moves = { cursorTo: () => true, clearLine: () => true, moveCursor: () => true };
const TERMINAL = { isTTY: true, columns: 80, ...moves };

/** Reads for `seconds` of an injected clock, with a turn of the event loop after each second. */
async function readFor(seconds: number, outside: FakeOutside, wanted = true): Promise<string> {
  let now = 1_000_000;
  const io = fakeIo([], { ...outside, now: () => now });
  const { onProgress, stop } = createProgress(io, { wanted, colorful: false });
  for (let second = 0; second < seconds; second++) {
    now += 1000;
    onProgress?.({ path: 'tickets\u001b[2J.csv', records: second * 1234, bytes: second * 10, totalBytes: 100 });
    await import('ora');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  stop();
  expect(io.out()).toBe('');
  return io.err();
}

describe('createProgress', () => {
  it('shows rows and percent after a second, and takes itself away', async () => {
    const shown = await readFor(5, { stderr: TERMINAL });
    expect(shown).toContain('4,936 rows, 40 %');
    expect(shown).not.toContain('\u001b[2J');
    expect(shown.endsWith('\u001b[?25h')).toBe(true);
  });

  it.for([
    ['what takes less than a second', 0.9, { stderr: TERMINAL }, true],
    ['a pipe', 5, {}, true],
    ['a terminal without columns, where ora never ends', 5, { stderr: { ...TERMINAL, columns: 0 } }, true],
    ['a CI', 5, { stderr: TERMINAL, env: { CI: 'true' } }, true],
    ['a dumb terminal', 5, { stderr: TERMINAL, env: { TERM: 'dumb' } }, true],
    ['--quiet or --no-progress', 5, { stderr: TERMINAL }, false],
  ] as const)('is silent for %s', async ([, seconds, outside, wanted]) => {
    expect(await readFor(Math.floor(seconds), outside, wanted)).toBe('');
  });
});
