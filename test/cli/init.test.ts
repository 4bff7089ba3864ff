import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { fakeIo, type FakeIo } from './fake-io.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'happiness-init-'));
  await writeFile(
    join(folder, 'known.csv'),
    'Ticket ID,Created At,Status,Mood: #1\n1,2025-01-02 10:00,solved,a\n2,2025-01-03 11:00,Waiting on vendor,b\n',
  );
  await writeFile(join(folder, 'strange.csv'), 'Ref,Raised,"Kind ""of"" contact"\n1,2025-01-02,secret-cell\n2,2025-01-03,b\n');
});
afterEach(() => rm(folder, { recursive: true }));

async function happiness(...argv: string[]): Promise<FakeIo & { readonly code: number }> {
  const io = fakeIo(argv, { cwd: folder, now: () => Date.UTC(2025, 5, 1) });
  const code = await run(io);
  return { ...io, code };
}

const written = (): Promise<string> => readFile(join(folder, 'happiness.config.yaml'), 'utf8');

describe('init', () => {
  it('writes a config that is valid as it stands, and names nothing of the cells', async () => {
    const { code, err } = await happiness('init', 'known.csv', 'strange.csv');
    expect({ code, err: err() }).toEqual({
      code: 0,
      err: 'wrote happiness.config.yaml; 1 of 2 files were not recognised: say in it what they hold\nnext: happiness report\n',
    });
    // nobody knows what it is: its kind is asked for, not written
    expect(await written()).toContain('  - path: strange.csv\n    # kind: tickets\n');
    expect(await written()).not.toMatch(/secret-cell/);
    expect((await happiness('report', '--print-config')).code).toBe(0);
  });

  it('stays valid when every choice is taken in', async () => {
    await happiness('init', 'known.csv', 'strange.csv', '--timezone', 'Europe/Berlin');
    const all = (await written()).replace(/^# (?=[a-z]\w+:(?: |$)| )|(?<=^ {4})# (?=kind:)/gim, '');
    await writeFile(join(folder, 'happiness.config.yaml'), all);
    const printed = await happiness('report', '--print-config');
    expect({ code: printed.code, err: printed.err() }).toEqual({ code: 0, err: '' });
    for (const key of ['timezone: Europe/Berlin', 'like: zendesk', 'calendars:', 'mappings:', 'costs:', 'checks:'])
      expect(printed.out()).toContain(key);
    // and the guesses are good enough for the file that nobody recognised
    expect((await happiness('report', '--kpi', 'tickets-per-day')).code).toBe(0);
  });

  it('asks for the kind of customers whom it knows by one column only, and takes no name of theirs for a field of tickets', async () => {
    await writeFile(join(folder, 'people.csv'), 'Wer;Haus;MRR;Ort\nK0;Firma 0;29,90;DE\nK1;Firma 1;99,00;AT\n');
    expect((await happiness('init', 'people.csv')).code).toBe(0);
    const text = await written();
    expect(text).toContain('  - path: people.csv\n    # kind: customers\n');
    expect(text.split('\n').filter((line) => /^# {5}/.test(line))).toEqual(
      expect.arrayContaining([
        '#     # FIELD: Wer   # holds text',
        '#     # FIELD: Haus   # holds text',
        '#     mrr: MRR   # holds numbers',
        '#     # FIELD: Ort   # holds text',
      ]),
    );
    expect((await happiness('report')).err()).toContain('its columns are those of no known kind of table');
  });

  it('never touches a config that is there', async () => {
    await writeFile(join(folder, 'happiness.config.yml'), 'timezone: UTC\n');
    expect((await happiness('init', 'known.csv')).err()).toContain('there is a config already: happiness.config.yml');
    const { code, err } = await happiness('init', 'known.csv', '-o', 'strange.csv');
    expect(code).toBe(2);
    expect(err()).toContain('strange.csv exists already and is left as it is');
    expect(await readFile(join(folder, 'strange.csv'), 'utf8')).toContain('secret-cell');
  });

  it('shows it instead, also without files', async () => {
    const { code, out, err } = await happiness('init', '-o', '-');
    expect({ code, err: err() }).toEqual({ code: 0, err: '' });
    expect(out()).toContain('# sources: [exports/*.csv]');
  });
});
