import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';

export const BIN = join(inject('built'), 'bin', 'happiness.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Start {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly options?: Pick<SpawnSyncOptions, 'uid' | 'gid'>;
}

/** Runs the built program as a user would, in pipes, with an environment that says nothing about colours or a CI. */
export function happiness(args: readonly string[], { cwd, env = {}, stdin = '', options = {} }: Start = {}): Ended {
  const { PATH = '', TZ = '', HOME = '', SystemRoot = '' } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [BIN, ...args], {
    ...options,
    cwd,
    input: stdin,
    encoding: 'utf8',
    timeout: 30_000,
    env: { PATH, TZ, HOME, SystemRoot, ...env },
  });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}
