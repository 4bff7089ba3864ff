import type { OutputStream } from '../io.ts';

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];
export type ColorLevel = 0 | 1 | 2 | 3;

type Env = Readonly<Record<string, string | undefined>>;

/** CI systems that show colours in their logs. */
const COLOURFUL_CI = ['GITHUB_ACTIONS', 'GITEA_ACTIONS', 'GITLAB_CI', 'CIRCLECI', 'TRAVIS', 'APPVEYOR', 'BUILDKITE', 'DRONE'];

/**
 * Colours for one stream, 0 (none) to 3 (true colour). In this order: `--color`, NO_COLOR, FORCE_COLOR, TERM=dumb, a CI with colours, a terminal.
 * Where NO_COLOR and FORCE_COLOR are both set, NO_COLOR wins: who asks for none must get none.
 */
export function colorLevel({
  choice,
  env,
  stream,
}: {
  readonly choice: ColorChoice;
  readonly env: Env;
  readonly stream: OutputStream;
}): ColorLevel {
  if (choice === 'never') return 0;
  if (choice === 'always') return Math.max(1, depthOf(stream, env)) as ColorLevel;
  if (isSet(env['NO_COLOR'])) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced === '0' || forced === 'false') return 0;
  if (forced === '2' || forced === '3') return forced === '2' ? 2 : 3;
  if (isSet(forced)) return Math.max(1, depthOf(stream, env)) as ColorLevel;
  if (env['TERM'] === 'dumb') return 0;
  if (COLOURFUL_CI.some((name) => isSet(env[name]))) return 1;
  return stream.isTTY === true ? depthOf(stream, env) : 0;
}

/** False where the terminal's locale or the terminal itself cannot show more than ASCII. What goes into a pipe or file is UTF-8. */
export function showsUnicode({
  env,
  stream,
  platform,
}: {
  readonly env: Env;
  readonly stream: OutputStream;
  readonly platform: string;
}): boolean {
  if (stream.isTTY !== true) return true;
  if (platform === 'win32')
    return isSet(env['WT_SESSION']) || isSet(env['TERM_PROGRAM']) || isSet(env['ConEmuTask']) || (env['TERM'] ?? '').startsWith('xterm');
  if (env['TERM'] === 'linux' || env['TERM'] === 'dumb') return false;
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(isSet);
  return locale === undefined || /utf-?8/i.test(locale);
}

function depthOf(stream: OutputStream, env: Env): ColorLevel {
  if (stream.isTTY !== true) return 0;
  const bits = stream.getColorDepth?.(env) ?? 4;
  if (bits >= 24) return 3;
  if (bits >= 8) return 2;
  return bits > 1 ? 1 : 0;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
