import { Readable, Writable } from 'node:stream';
import type { Io, OutputStream } from '../../src/cli/io.ts';

export interface FakeIo extends Io {
  /** What was written so far. */
  readonly out: () => string;
  readonly err: () => string;
}

export interface FakeOutside {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: string;
  readonly stdout?: Partial<OutputStream>;
  readonly stderr?: Partial<OutputStream>;
  readonly now?: () => number;
}

/** An outside world for `run`: nothing but what the test gives. */
export function fakeIo(
  argv: readonly string[],
  { env = {}, cwd = '/nowhere', stdin = '', stdout = {}, stderr = {}, now = () => 0 }: FakeOutside = {},
): FakeIo {
  const [out, err] = [sink(), sink()];
  return {
    argv,
    env,
    cwd,
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: Object.assign(out.stream, stdout),
    stderr: Object.assign(err.stream, stderr),
    platform: 'linux',
    nodeVersion: 'v20.19.0',
    now,
    out: out.text,
    err: err.text,
  };
}

function sink(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
