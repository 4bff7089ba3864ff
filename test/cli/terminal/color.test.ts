import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { colorLevel, showsUnicode } from '../../../src/cli/terminal/color.ts';

const pipe = new Writable();
const terminal = Object.assign(new Writable(), { isTTY: true, columns: 80, getColorDepth: () => 8 });

describe('colorLevel: --color, then NO_COLOR, FORCE_COLOR, TERM=dumb, CI, terminal', () => {
  it.for([
    ['a pipe', 'auto', {}, pipe, 0],
    ['a terminal of 256 colours', 'auto', {}, terminal, 2],
    ['--color never on a terminal', 'never', { FORCE_COLOR: '1' }, terminal, 0],
    ['--color always in a pipe', 'always', { NO_COLOR: '1' }, pipe, 1],
    ['NO_COLOR', 'auto', { NO_COLOR: '1' }, terminal, 0],
    ['NO_COLOR wins over FORCE_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal, 0],
    ['an empty NO_COLOR is not set', 'auto', { NO_COLOR: '' }, terminal, 2],
    ['FORCE_COLOR in a pipe', 'auto', { FORCE_COLOR: '1' }, pipe, 1],
    ['FORCE_COLOR=3', 'auto', { FORCE_COLOR: '3' }, pipe, 3],
    ['FORCE_COLOR=0 on a terminal', 'auto', { FORCE_COLOR: '0' }, terminal, 0],
    ['FORCE_COLOR wins over TERM=dumb', 'auto', { FORCE_COLOR: '1', TERM: 'dumb' }, pipe, 1],
    ['TERM=dumb', 'auto', { TERM: 'dumb' }, terminal, 0],
    ['TERM=dumb in a CI', 'auto', { TERM: 'dumb', GITHUB_ACTIONS: 'true' }, pipe, 0],
    ['a CI that shows colours', 'auto', { GITHUB_ACTIONS: 'true' }, pipe, 1],
    ['a CI of which nothing is known', 'auto', { CI: 'true' }, pipe, 0],
  ] as const)('%s', ([, choice, env, stream, level]) => {
    expect(colorLevel({ choice, env, stream })).toBe(level);
  });
});

describe('showsUnicode', () => {
  it.for([
    ['a pipe is UTF-8 whatever the locale', { LC_ALL: 'C' }, pipe, 'linux', true],
    ['a terminal without a word on its locale', {}, terminal, 'linux', true],
    ['a UTF-8 locale', { LANG: 'tr_TR.UTF-8' }, terminal, 'linux', true],
    ['another locale', { LANG: 'de_DE.ISO-8859-1' }, terminal, 'linux', false],
    ['LC_ALL before LANG', { LC_ALL: 'C', LANG: 'en_US.UTF-8' }, terminal, 'linux', false],
    ['the console of the kernel', { TERM: 'linux', LANG: 'en_US.UTF-8' }, terminal, 'linux', false],
    ['the old console of Windows', {}, terminal, 'win32', false],
    ['Windows Terminal', { WT_SESSION: 'x' }, terminal, 'win32', true],
  ] as const)('%s', ([, env, stream, platform, shows]) => {
    expect(showsUnicode({ env, stream, platform })).toBe(shows);
  });
});
