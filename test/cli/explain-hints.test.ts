import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { kpis } from '../../src/kpis/index.ts';
import { fakeIo } from './fake-io.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function explain(
  argv: readonly string[],
  stdin = '',
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const io = fakeIo(['explain', ...argv, '--config', 'none'], { cwd: root, now: () => Date.parse('2026-01-08T09:00:00Z'), stdin });
  const code = await run(io);
  return { code, out: io.out(), err: io.err() };
}

/** What `--list` is told to be given, below each funnel. */
const hintsIn = (screen: string): readonly string[] =>
  [...screen.replace(/\s+/g, ' ').matchAll(/happiness explain \S+ FILE --list (\S+)/g)].map(([, step]) => step!);

/** What each hint gives: the ids, by the word of the hint. */
async function followHints(kpi: string, files: readonly string[], stdin = ''): Promise<Readonly<Record<string, readonly string[]>>> {
  const { out } = await explain([kpi, ...files], stdin);
  const found: Record<string, readonly string[]> = {};
  for (const step of hintsIn(out)) {
    const listed = await explain([kpi, ...files, '--list', step], stdin);
    expect([kpi, step, listed.code, listed.err]).toEqual([kpi, step, 0, expect.not.stringContaining('no step')]);
    found[step] = listed.out.split('\n').filter((line) => line !== '');
  }
  return found;
}

/** Two clocks in one export: 1 was answered by both, 2 by the calendar alone, 3 by nobody, 4 was solved in silence, 5 was ours. */
const TWO_CLOCKS = [
  'Id,Status,Created at,First reply time in minutes,First reply time in minutes within business hours,Solved at,Direction',
  '1,Open,2025-03-03 09:00,10,5,,inbound',
  '2,Open,2025-03-03 09:00,180,,,inbound',
  '3,Open,2025-03-04 09:00,,,,inbound',
  '4,Solved,2025-03-04 09:00,,,2025-03-04 10:00,inbound',
  '5,Open,2025-03-05 09:00,,,,outbound',
].join('\n');

const ofTickets = (id: string): boolean =>
  kpis
    .find((kpi) => kpi.id === id)!
    .needs.flat()
    .some((name) => name.startsWith('tickets.'));

describe('the hint below a funnel', () => {
  it.each(kpis.map(({ id }) => id))('of %s can be followed', async (id) => {
    if (ofTickets(id)) await followHints(id, ['-'], TWO_CLOCKS);
    else await followHints(id, ['fixtures/demo']);
  });

  it('names the clock of a funnel that is not the first', async () => {
    // By the calendar 2 and 3 are due and not met; by business hours nobody knows of 2. Of 4 nothing was due, 5 was ours.
    expect(await followHints('service-level', ['-'], TWO_CLOCKS)).toEqual({ 'left-out': ['5'], 'business:left-out': ['2', '5'] });
    expect(await explain(['service-level', '-', '--list', 'not-met'], TWO_CLOCKS)).toMatchObject({ code: 0, out: '2\n3\n' });
    expect(await explain(['service-level', '-', '--list', 'business:not-met'], TWO_CLOCKS)).toMatchObject({ code: 0, out: '3\n' });
  });

  it('finds a step that only a later funnel has', async () => {
    const [head, ...rows] = TWO_CLOCKS.split('\n');
    const withoutOurs = [head, ...rows.slice(0, 4)].join('\n');
    expect(await explain(['service-level', '-', '--list', 'left-out'], withoutOurs)).toMatchObject({ code: 0, out: '2\n' });
  });
});
