import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generate } from '../../bench/generate.mjs';
import { BIN, happiness } from './spawn.ts';
import { emptyFolder } from './ticket-folder.ts';

/** Standard input tells no size: it is reported on in one thread. */
it('a file large enough for a second thread gives the report that one thread gives', async () => {
  const file = join(emptyFolder(), 'tickets.csv');
  generate(50_000, file);
  const args = ['--by', 'channel', '--every', 'month', '--format', 'json'];
  const [two, one] = await Promise.all([
    happiness(['report', file, ...args]),
    happiness(['report', '-', ...args], { stdin: readFileSync(file) }),
  ]);
  expect(two.err).toBe(one.err.replaceAll('- ', `${file} `));
  const { inputs: _, warnings: theirs, ...ofTwo } = JSON.parse(two.out) as Record<string, unknown>;
  const { inputs: __, warnings, ...ofOne } = JSON.parse(one.out) as Record<string, unknown>;
  expect(ofTwo).toEqual(ofOne);
  expect(theirs).toHaveLength((warnings as unknown[]).length);
});

it('a thread loads what answers need, and nothing of the command line', () => {
  const code = `
    const names = [];
    require(${JSON.stringify(join(BIN, '..', 'load.js'))}).load('thread.cjs', (name) => names.push(name.replace(/-.{8}[.]cjs$/, '')));
    console.log(names.join());`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'thread.cjs,rolldown-runtime,shared,model\n', stderr: '' });
});
