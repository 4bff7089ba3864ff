import type { OutputStream } from '../io.ts';

/** What the program says aside, on standard error. Errors do not pass here: they are said even when quiet. */
export interface Talk {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Worth knowing; silent under `--quiet`. */
  say(line: string): void;
  /** For those who asked with `--verbose`. */
  detail(line: string): void;
}

export function createTalk(stderr: OutputStream, { quiet, verbose }: { readonly quiet: boolean; readonly verbose: boolean }): Talk {
  return {
    quiet,
    verbose: verbose && !quiet,
    say(line) {
      if (!quiet) stderr.write(`${line}\n`);
    },
    detail(line) {
      if (verbose && !quiet) stderr.write(`${line}\n`);
    },
  };
}
