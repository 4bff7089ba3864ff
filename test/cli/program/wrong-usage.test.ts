import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { fakeIo } from '../fake-io.ts';
import { happiness } from './spawn.ts';
import { emptyFolder, ticketFolder, TICKETS } from './ticket-folder.ts';

const folder = ticketFolder();

describe('what it cannot answer', () => {
  it.concurrent.for([
    ['a missing file', ['nope.csv'], 'nope.csv'],
    ['an empty file', ['empty.csv'], 'empty.csv'],
    ['a header alone', ['header.csv'], 'header.csv'],
    ['cut JSON', ['cut.json'], 'cut.json'],
    ['a binary file', ['image.png'], 'image.png'],
    ['an empty folder', ['void'], 'void'],
    ['a glob without matches', ['nope*.csv'], 'nope*.csv'],
    ['one bad file among several', ['tickets.csv', 'cut.json'], 'cut.json'],
    ['an unknown KPI', ['tickets.csv', '--kpi', 'first-respose-time'], 'did you mean first-response-time?'],
    ['an unknown option', ['tickets.csv', '--formt', 'json'], '--format'],
    ['an unknown format', ['tickets.csv', '--format', 'jsn'], 'json'],
    ['an unknown dimension', ['tickets.csv', '--by', 'chanel'], 'channel'],
    ['an unknown preset', ['tickets.csv', '--preset', 'zendesk-cvs'], 'zendesk-csv'],
    ['a bad condition', ['tickets.csv', '--where', 'channel ='], 'channel ='],
    ['a bad period', ['tickets.csv', '--period', '2025-Q7'], '2025-Q7'],
    ['a bad zone', ['tickets.csv', '--timezone', 'Mars/Base'], 'Mars/Base'],
    ['a bad week start', ['tickets.csv', '--week-start', 'monday'], 'mon'],
    ['a bad step', ['tickets.csv', '--every', 'weekly'], 'week'],
    ['a bad instant', ['tickets.csv', '--as-of', 'soon'], 'soon'],
    [
      'a period before it starts',
      ['tickets.csv', '--from', '2025-03-10', '--to', '2025-03-01'],
      '--from 2025-03-10 is after --to 2025-03-01',
    ],
    ['a period twice', ['tickets.csv', '--period', '2025', '--from', '2025-03-01'], '--period cannot be given together'],
    ['nothing to compare with', ['tickets.csv', '--compare', 'previous'], '--period'],
    ['an output that is a folder', ['tickets.csv', '-o', 'void'], 'void: it is a folder'],
    ['an output in a folder that is not there', ['tickets.csv', '-o', 'no/out.md'], 'no/out.md: its folder does not exist'],
    ['an output over the input', ['tickets.csv', '-o', './tickets.csv'], 'it is one of the files to read'],
    ['an output twice', ['tickets.csv', '-o', 'a.md', '-o', './a.md'], 'named twice'],
    ['nothing given', [], 'happiness report tickets.csv'],
  ] as const)('%s', async ([, args, says]) => {
    const { code, out, err } = await happiness(['report', ...args], { cwd: folder });
    expect(err).toContain(says);
    expect(err).toMatch(/^happiness: /);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toMatch(/ {4}at |node:|\u001b/);
    // The same in JSON, from within.
    if (args.some((arg) => arg === '--format')) return;
    const io = fakeIo(['report', ...args, '--format', 'json'], { cwd: folder });
    expect(await run(io)).toBe(2);
    expect(io.out()).toBe('');
    expect(JSON.parse(io.err())).toMatchObject({ error: { code: expect.any(String) as string, message: expect.any(String) as string } });
  });

  it.concurrent('a column of the data is never quoted in an error', async () => {
    writeFileSync(join(folder, 'secret.csv'), 'foo,bar\njane@example.com,"4 Elm\n');
    const { code, err } = await happiness(['report', 'secret.csv'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).not.toMatch(/jane|Elm/);
  });

  it.runIf(process.platform !== 'win32')('a folder that may not be written to, found before the long read', async () => {
    const locked = emptyFolder();
    writeFileSync(join(locked, 'tickets.csv'), TICKETS);
    // Root may write anywhere, so root tries as nobody.
    const options = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(locked, 0o555);
    const { code, err } = await happiness(['report', join(locked, 'tickets.csv'), '-o', join(locked, 'out.md')], { options });
    expect(err).toContain('out.md: permission denied');
    expect(code).toBe(2);
    expect(statSync(locked).mode & 0o777).toBe(0o555);
    chmodSync(locked, 0o755);
  });
});
