import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { kpis } from '../../src/kpis/index.ts';
import { fakeIo } from './fake-io.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ids = kpis.map(({ id }) => id);

async function screen(argv: readonly string[], stdout = {}): Promise<string> {
  const io = fakeIo(['explain', ...argv], { cwd: root, stdout, now: () => Date.parse('2026-01-08T09:00:00Z') });
  const code = await run(io);
  if (code !== 0) throw new Error(`exit code ${code}: ${io.err()}`);
  return io.out();
}

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length));

/** Whole pages, to be looked at whenever one changes. */
describe.each(ids)('%s', (id) => {
  it('has its page', async () => {
    const page = await screen([id]);
    await expect(page).toMatchFileSnapshot(`explain/${id}.txt`);
    expect(widest(page)).toBeLessThanOrEqual(80);
    expect(page).toContain('\nFORMULA\n');
  });

  it('has its funnel on the demo data', async () => {
    const funnel = await screen([id, 'fixtures/demo', '--period', '2025-Q3', '--config', 'none']);
    await expect(funnel.slice(funnel.indexOf('\nIN YOUR DATA\n') + 1)).toMatchFileSnapshot(`explain/${id}.demo.txt`);
    expect(widest(funnel)).toBeLessThanOrEqual(80);
  });
});

it('keeps no page of a KPI that is gone', () => {
  const pages = readdirSync(fileURLToPath(new URL('explain/', import.meta.url))).filter((name) => !name.startsWith('+'));
  expect(pages.toSorted()).toEqual(ids.flatMap((id) => [`${id}.demo.txt`, `${id}.txt`]).toSorted());
});

describe('other screens', () => {
  const how = ['--period', '2025-Q3', '--config', 'none'];

  it.for([
    ['+ticket.txt', ['first-response-time', 'fixtures/demo', '--ticket', '41622', ...how]],
    ['+ticket-other-period.txt', ['first-response-time', 'fixtures/demo', '--ticket', '42500', ...how]],
    ['+ticket-waits.txt', ['response-time', 'fixtures/demo', '--ticket', '42500', '--config', 'none']],
    ['+like-all.txt', ['first-response-time', 'fixtures/demo', '--like', 'all', ...how]],
    ['+markdown.md', ['first-response-time', 'fixtures/demo', '--format', 'markdown', '--like', 'all', ...how]],
    ['+page.md', ['service-level', '--format', 'markdown']],
  ] as const)('%s', async ([file, argv]) => {
    await expect(await screen(argv)).toMatchFileSnapshot(`explain/${file}`);
  });

  it('fits narrow terminals', async () => {
    for (const columns of [40, 60]) {
      expect(widest(await screen(['first-response-time', '--color', 'never'], { isTTY: true, columns }))).toBeLessThanOrEqual(columns);
      expect(
        widest(await screen(['first-response-time', 'fixtures/demo', '--color', 'never', ...how], { isTTY: true, columns })),
      ).toBeLessThanOrEqual(columns);
    }
  });
});
