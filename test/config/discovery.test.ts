import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEARCH_PLACES } from '../../src/config/file/find-config.ts';
import { settled } from './known.ts';
import { tempFolder } from './temp-folder.ts';

const CONFIG = 'weekStart: sun\n';

/** What is found from a folder, as a path from there; `null` for nothing. */
async function found(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string | null> {
  const { path, file } = await settled({ cwd, env });
  return path === null ? null : file;
}

describe('looking for a config', () => {
  it.for(SEARCH_PLACES)('finds %s', async (place) => {
    const json = place === 'package.json' ? '{ "name": "x", "happiness": { "weekStart": "sun" } }' : '{ "weekStart": "sun" }';
    const config = await settled({ cwd: tempFolder({ [place]: place.endsWith('json') ? json : CONFIG }) });
    expect([config.file, config.weekStart]).toEqual([place, 'sun']);
  });

  it('takes the first of several in one folder', async () => {
    expect(await found(tempFolder({ '.happinessrc': CONFIG, 'happiness.config.yaml': CONFIG, 'package.json': '{"happiness": {}}' }))).toBe(
      'happiness.config.yaml',
    );
  });

  it('goes up to the root of the repository', async () => {
    const root = tempFolder({ '.git/': '', 'happiness.config.yaml': CONFIG, 'a/b/': '' });
    expect(await found(join(root, 'a/b'))).toBe('../../happiness.config.yaml');
  });

  it('also where .git is a file, as in worktrees', async () => {
    const root = tempFolder({ '.git': 'gitdir: elsewhere', 'happiness.config.yaml': CONFIG, 'a/': '' });
    expect(await found(join(root, 'a'))).toBe('../happiness.config.yaml');
  });

  it('and not beyond it', async () => {
    const root = tempFolder({ 'happiness.config.yaml': CONFIG, 'repository/.git/': '', 'repository/a/': '' });
    expect(await found(join(root, 'repository/a'))).toBeNull();
  });

  it('takes the nearest one', async () => {
    const root = tempFolder({ '.git/': '', 'happiness.config.yaml': CONFIG, 'a/.happinessrc': CONFIG, 'a/b/': '' });
    expect(await found(join(root, 'a/b'))).toBe('../.happinessrc');
  });

  it('outside of repositories looks at the folder itself only: what lies above may be anybody’s', async () => {
    const root = tempFolder({ 'happiness.config.yaml': CONFIG, 'a/': '' });
    expect(await found(join(root, 'a'))).toBeNull();
    expect(await found(root)).toBe('happiness.config.yaml');
  });

  it('never goes above the home folder, even in a repository that holds it', async () => {
    const root = tempFolder({ '.git/': '', 'happiness.config.yaml': CONFIG, 'home/me/work/': '' });
    expect(await found(join(root, 'home/me/work'), { HOME: join(root, 'home/me') })).toBeNull();
  });

  it('passes by a package.json without our key, or one that npm could not read either', async () => {
    const root = tempFolder({
      '.git/': '',
      'happiness.config.yaml': CONFIG,
      'a/package.json': '{ "name": "happiness" }',
      'a/b/package.json': '{ "happiness": ',
    });
    expect(await found(join(root, 'a/b'))).toBe('../../happiness.config.yaml');
  });

  it('takes an empty one for a config: it was put there to end the search', async () => {
    const root = tempFolder({ '.git/': '', 'happiness.config.yaml': CONFIG, 'a/happiness.config.yaml': '' });
    expect(await found(join(root, 'a'))).toBe('happiness.config.yaml');
  });

  it.for(['happiness.config.js', 'happiness.config.mjs', 'happiness.config.cjs', '.happinessrc.js', '.config/happinessrc.mjs'])(
    'never runs %s',
    async (name) => {
      const folder = tempFolder({ [name]: 'globalThis.happinessRan = true; export default { weekStart: "sun" };' });
      expect(await found(folder)).toBeNull();
      expect('happinessRan' in globalThis).toBe(false);
    },
  );

  it('says which one cannot be read', async () => {
    await expect(settled({ cwd: tempFolder({ 'happiness.config.yaml/': '' }) })).rejects.toMatchObject({
      code: 'bad-config',
      message: 'is a folder, not a file',
    });
  });
});

describe('naming a config', () => {
  it('takes the file, wherever it is', async () => {
    const folder = tempFolder({ 'happiness.config.yaml': CONFIG, 'other/team.yaml': 'weekStart: sat\n' });
    const config = await settled({ cwd: folder, configPath: 'other/team.yaml' });
    expect([config.weekStart, config.file, config.folder]).toEqual(['sat', 'other/team.yaml', join(folder, 'other')]);
  });

  it('none goes without one', async () => {
    const config = await settled({ cwd: tempFolder({ 'happiness.config.yaml': CONFIG }), configPath: 'none' });
    expect([config.path, config.weekStart]).toEqual([null, 'mon']);
  });

  it('HAPPINESS_CONFIG names one too, and --config wins', async () => {
    const cwd = tempFolder({ 'a.yaml': CONFIG, 'b.yaml': CONFIG, 'happiness.config.yaml': CONFIG });
    const env = { HAPPINESS_CONFIG: 'a.yaml' };
    expect((await settled({ cwd, env })).file).toBe('a.yaml');
    expect((await settled({ cwd, env, configPath: 'b.yaml' })).file).toBe('b.yaml');
    expect((await settled({ cwd, env: { HAPPINESS_CONFIG: 'none' } })).path).toBeNull();
    expect((await settled({ cwd, env: { HAPPINESS_CONFIG: '' } })).file).toBe('happiness.config.yaml');
  });

  it.for([
    ['config.mjs', 'export default { weekStart: "sat", calendars: { default: { weekly: { mon: ["09:00-17:00"] } } } };'],
    ['config.js', 'export default { weekStart: "sat" };'],
    ['config.cjs', 'module.exports = { weekStart: "sat" };'],
  ] as const)('runs %s then', async ([name, text]) => {
    const cwd = tempFolder({ [name]: text, 'package.json': '{ "type": "module" }' });
    expect((await settled({ cwd, configPath: name })).weekStart).toBe('sat');
  });

  it('JavaScript is checked like any other', async () => {
    const cwd = tempFolder({ 'c.mjs': 'export default { chekcs: [] };' });
    await expect(settled({ cwd, configPath: 'c.mjs' })).rejects.toMatchObject({
      message: 'unknown key "chekcs"',
      place: { file: 'c.mjs', hint: 'did you mean checks?' },
    });
  });

  it.for([
    ['nowhere.yaml', {}, 'missing-file', 'there is no such file'],
    ['folder', { 'folder/': '' }, 'bad-config', 'is a folder, not a file'],
    ['x.ts', { 'x.ts': 'export default {}' }, 'bad-config', '.ts files cannot be configs'],
    ['t.mjs', { 't.mjs': 'throw new TypeError("no\\nmore");' }, 'bad-config', 'cannot be run: TypeError: no'],
    ['n.mjs', { 'n.mjs': 'export const config = {};' }, 'bad-config', 'exports no config'],
    ['gone.mjs', {}, 'missing-file', 'there is no such file'],
    ['package.json', { 'package.json': '{}' }, 'bad-config', 'has no "happiness"'],
    ['text.yaml', { 'text.yaml': 'timezone UTC' }, 'bad-config', 'the config is not a mapping of settings'],
  ] as const)('%s is refused', async ([configPath, files, code, message]) => {
    await expect(settled({ cwd: tempFolder(files), configPath })).rejects.toMatchObject({ code, message, place: { file: configPath } });
  });

  it('what is not UTF-8 is refused: names would be mistaken', async () => {
    const cwd = tempFolder({});
    writeFileSync(join(cwd, 'latin.yaml'), Buffer.from('bots: [Zo\xeb]\n', 'latin1'));
    await expect(settled({ cwd, configPath: 'latin.yaml' })).rejects.toMatchObject({ code: 'bad-config', message: 'is not UTF-8 text' });
  });

  it('places within package.json are those of the whole file', async () => {
    const cwd = tempFolder({ 'package.json': '{\n  "name": "x",\n  "happiness": {\n    "weekStart": "mun"\n  }\n}\n' });
    await expect(settled({ cwd, configPath: 'package.json' })).rejects.toMatchObject({
      place: { file: 'package.json', line: 4, column: 18 },
    });
  });
});
