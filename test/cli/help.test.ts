import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { run } from '../../src/cli/run.ts';
import { fakeIo } from './fake-io.ts';

const NAMES = COMMANDS.map(({ name }) => name);

async function screen(argv: readonly string[], stdout = {}): Promise<string> {
  const io = fakeIo(argv, { stdout });
  expect(await run(io)).toBe(0);
  expect(io.err()).toBe('');
  return io.out();
}

describe('help', () => {
  it('of the program', async () => {
    await expect(await screen(['--help'])).toMatchFileSnapshot('help/happiness.txt');
  });

  it.for(NAMES)('of %s', async (name) => {
    await expect(await screen([name, '--help'])).toMatchFileSnapshot(`help/${name}.txt`);
  });

  it.for(NAMES)('of %s, asked for in other ways', async (name) => {
    const help = await screen([name, '--help']);
    expect(await screen(['help', name])).toBe(help);
    expect(await screen([name, '--formt', 'x', '--help'])).toBe(help);
    expect(await screen(['-h', name])).toContain('Commands:');
  });

  it.for(NAMES)('of %s fits: 80 columns in a pipe, those of the terminal up to 100 in one', async (name) => {
    const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));
    expect(widest(await screen([name, '--help']))).toBeLessThanOrEqual(80);
    expect(widest(await screen([name, '--help'], { isTTY: true, columns: 200 }))).toBeLessThanOrEqual(100);
    expect(widest(await screen([name, '--help'], { isTTY: true, columns: 72 }))).toBeLessThanOrEqual(72);
    expect(await screen([name, '--help'], { isTTY: true, columns: 0 })).toBe(await screen([name, '--help']));
  });

  it.for(NAMES)('of %s shows an example that is a command line of ours', (name) => {
    const spec = COMMANDS.find((command) => command.name === name);
    expect(spec?.examples.length).toBeGreaterThan(1);
    expect(spec?.examples.every((line) => line.startsWith(`happiness ${name}`))).toBe(true);
  });
});

describe('wrong usage', () => {
  it('says nothing but two examples when called with nothing', async () => {
    const io = fakeIo([]);
    expect(await run(io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err().match(/\$ happiness report/g)).toHaveLength(2);
  });

  it.for([
    [['reprot', 'a.csv'], "unknown command 'reprot'\n  did you mean report?"],
    [['help', 'reprot'], "unknown command 'reprot'"],
    [['tickets.csv'], "unknown command 'tickets.csv'\n  for a report on files: happiness report tickets.csv"],
    [['kpis', '--formt', 'json'], "unknown option '--formt'\n  did you mean --format?"],
    [['kpis', '--format'], '--format needs a value'],
    [['kpis', '--format', 'jsn'], '--format "jsn" is not one of table, json\n  did you mean json?'],
    [['kpis', 'a.csv'], 'kpis takes no files'],
    [['kpis', '--color', 'blue'], '--color "blue" is not one of auto, always, never'],
    [['report'], 'report needs something to read'],
  ] as const)('%o', async ([argv, says]) => {
    const io = fakeIo(argv);
    expect(await run(io)).toBe(2);
    expect(io.out()).toBe('');
    expect(io.err()).toContain(`happiness: ${says}`);
  });

  it('is one JSON object on standard error in --format json', async () => {
    const io = fakeIo(['kpis', '--formt', '--format', 'json']);
    expect(await run(io)).toBe(2);
    expect(JSON.parse(io.err())).toEqual({
      error: {
        code: 'unknown-option',
        message: "unknown option '--formt'",
        file: null,
        line: null,
        column: null,
        hint: 'did you mean --format?',
      },
    });
  });
});
