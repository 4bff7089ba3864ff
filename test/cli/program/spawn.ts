import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
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
  readonly stdin?: string | Uint8Array;
  readonly options?: Pick<SpawnOptions, 'uid' | 'gid'>;
}

/** Runs the built program as a user would, in pipes, with an environment that says nothing about colours or a CI. */
export async function happiness(args: readonly string[], { cwd, env = {}, stdin = '', options = {} }: Start = {}): Promise<Ended> {
  const { PATH = '', TZ = '', HOME = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    ...options,
    cwd,
    stdio: 'pipe',
    timeout: 30_000,
    env: { PATH, TZ, HOME, SystemRoot, ...env },
  });
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  // A program that does not read its input closes it while we write.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: Buffer.concat(out ?? []).toString(), err: Buffer.concat(err ?? []).toString() };
}
