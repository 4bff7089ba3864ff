import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { run } from '../../src/cli/run.ts';
import { kpis } from '../../src/kpis/index.ts';
import { fakeIo } from './fake-io.ts';

async function script(shell: string): Promise<string> {
  const io = fakeIo(['completion', shell]);
  expect(await run(io)).toBe(0);
  return io.out();
}

/** What bash offers for a line whose last word is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const source = `${await script('bash')}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_happiness
printf '%s\\n' "\${COMPREPLY[@]}"
`;
  const { stdout, stderr, status } = spawnSync('bash', ['--norc', '--noprofile'], { input: source, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

describe('bash', () => {
  it.for([
    [
      ['happiness', ''],
      ['report', 'segment', 'inspect', 'help', '--version'],
    ],
    [['happiness', 'rep'], ['report']],
    [
      ['happiness', 'report', '--com'],
      ['--compare', '--compact'],
    ],
    [
      ['happiness', 'report', '--kpi', 'first-'],
      ['first-response-time', 'first-contact-resolution'],
    ],
    [['happiness', 'report', '--kpi', 'csat,np'], ['csat,nps']],
    [['happiness', 'report', '--kpi', '=', 'nps'], ['nps']],
    [['happiness', 'report', '-f', 'mark'], ['markdown']],
    [
      ['happiness', 'kpis', '-f', ''],
      ['table', 'json'],
    ],
    [['happiness', '--color', 'never', 'report', '--ever'], ['--every']],
    [['happiness', 'report', 'package.js'], ['package.json']],
    [['happiness', 'report', '--tickets', 'package.js'], ['package.json']],
    [['happiness', 'explain', 'churn'], ['churn-rate']],
    [['happiness', 'explain', 'csat', 'package.js'], ['package.json']],
    [['happiness', 'segment', '--list', 'neg'], ['negative']],
    [
      ['happiness', 'schema', ''],
      ['config', 'report'],
    ],
    [['happiness', 'completion', 'z'], ['zsh']],
    [['happiness', 'help', 'pre'], ['presets']],
  ] as const)('%o', async ([words, wanted]) => {
    expect(await offered(...words)).toEqual(expect.arrayContaining([...wanted]));
  });

  it('offers no agents, whom reports leave out', async () => {
    expect(await offered('happiness', 'report', '--by', 'a')).toEqual([]);
  });
});

describe.for(['bash', 'zsh', 'fish'])('%s', (shell) => {
  it('knows every command, option and KPI', async () => {
    const text = await script(shell);
    for (const { name, options } of COMMANDS) {
      expect(text).toContain(name);
      for (const { flags } of options.flatMap((group) => group.options)) {
        const long = /--([\w-]+)/.exec(flags)?.[1] ?? '';
        expect(text).toContain(shell === 'fish' ? `-l ${long} ` : `--${long}`);
      }
    }
    for (const { id } of kpis) expect(text).toContain(id);
  });

  it('leaves no quote open', async () => {
    // outside of quotes and comments every quote is closed on its line, in all three shells
    for (const line of (await script(shell)).split('\n').filter((one) => !one.startsWith('#'))) {
      const rest = line.replace(/\\'/g, shell === 'fish' ? '' : '\\').replace(/'\\''/g, '');
      expect((rest.match(/'/g) ?? []).length % 2, line).toBe(0);
    }
  });
});

it('needs a shell that it knows', async () => {
  for (const argv of [['completion'], ['completion', 'bahs']]) {
    const io = fakeIo(argv);
    expect(await run(io)).toBe(2);
    expect(io.err()).toMatch(/bash/);
  }
});
