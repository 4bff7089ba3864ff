import { CommanderError } from 'commander';
import { COMMANDS } from './commands/index.ts';
import { toFailure } from './errors/failure.ts';
import { renderFailureJson, renderFailureText } from './errors/render-failure.ts';
import { EXIT } from './exit-codes.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { isBrokenPipe } from './terminal/write-out.ts';
import { PROGRAM, VERSION } from './version.ts';

/** The whole program: arguments in, exit code out. Never throws. */
export async function run(io: Io): Promise<number> {
  // Failed writes are judged where they are made (`writeOut`); without a listener Node would end the program with a stack.
  io.stdout.on('error', () => {});
  io.stderr.on('error', () => {});
  try {
    return await createProgram(COMMANDS, io).execute(io.argv);
  } catch (error) {
    if (isBrokenPipe(error)) return EXIT.ok;
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    const failure = toFailure(error, {
      program: PROGRAM,
      version: VERSION,
      nodeVersion: io.nodeVersion,
      debug: io.argv.includes('--debug'),
    });
    io.stderr.write(wantsJson(io.argv) ? renderFailureJson(failure) : renderFailureText(failure));
    return failure.exitCode;
  }
}

/** Read from the raw arguments, since the error may be that these could not be parsed. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  return options.some(
    (word, at) => word === '--format=json' || word === '-fjson' || ((word === '--format' || word === '-f') && options[at + 1] === 'json'),
  );
}
