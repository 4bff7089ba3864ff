import { COMMANDS } from './commands/index.ts';
import { toFailure } from './errors/failure.ts';
import { renderFailureJson, renderFailureText } from './errors/render-failure.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { proseWidth } from './terminal/layout.ts';
import { PROGRAM, VERSION } from './version.ts';

/** The whole program: arguments in, exit code out. Never throws. */
export async function run(io: Io): Promise<number> {
  // Failed writes are judged where they are made (`writeOut`); without a listener Node would end the program with a stack.
  io.stdout.on('error', () => {});
  io.stderr.on('error', () => {});
  try {
    return await createProgram(COMMANDS, io).execute(io.argv);
  } catch (error) {
    return fail(error, io);
  }
}

/** Says what went wrong and gives the exit code for it. */
export function fail(error: unknown, { argv, nodeVersion, stderr }: Pick<Io, 'argv' | 'nodeVersion' | 'stderr'>): number {
  const failure = toFailure(error, { program: PROGRAM, version: VERSION, nodeVersion, debug: argv.includes('--debug') });
  stderr.write(wantsJson(argv) ? renderFailureJson(failure) : renderFailureText(failure, proseWidth(stderr)));
  return failure.exitCode;
}

/** Read from the raw arguments, since the error may be that these could not be parsed. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  return options.some(
    (word, at) => word === '--format=json' || word === '-fjson' || ((word === '--format' || word === '-f') && options[at + 1] === 'json'),
  );
}
