import type { HelperThread } from './io.ts';
import { VERSION } from './version.ts';
import { isWorthAHelper } from './crew/worth-a-helper.ts';
import { EXIT } from './exit-codes.ts';

/**
 * The only file that touches the process. `--version` is answered before anything heavier is loaded.
 * It is handed how to load a module and to start a thread, since code that V8 kept from the build cannot do it by itself.
 * Gives whether all that was said is out, so that nothing is left to wait for.
 */
export async function main(importModule: (url: string) => Promise<unknown>, startHelper?: () => HelperThread): Promise<boolean> {
  const argv = process.argv.slice(2);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code !== 'EPIPE') process.exitCode = EXIT.couldNotAnswer;
    });
    process.stdout.write(`${VERSION}\n`);
    return false;
  }

  const helperSoon = startHelper !== undefined && isWorthAHelper(argv) ? startedSoon(startHelper) : startHelper;
  const { fail, run } = await import('./run.ts');
  const { stdout, stderr, version: nodeVersion } = process;

  // Leaving by process.exit runs the exit handlers that remove temporary files and give the cursor back.
  process.once('SIGINT', () => process.exit(EXIT.interrupted));
  process.once('SIGTERM', () => process.exit(EXIT.terminated));
  // Node's own exit code for these is 1, which means "the check failed" here.
  process.once('uncaughtException', (error) => process.exit(fail(error, { argv, stderr, nodeVersion })));

  process.exitCode = await run({
    argv,
    env: process.env,
    get cwd() {
      return process.cwd();
    },
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    platform: process.platform,
    nodeVersion,
    now: Date.now,
    importModule,
    ...(helperSoon === undefined ? {} : { startHelper: helperSoon }),
  });
  // What is left unread of a pipe must not keep the program waiting.
  if (argv.includes('-')) process.stdin.destroy();
  return stdout.writableLength === 0 && stderr.writableLength === 0;
}

/** Starts a thread at once, for the one who asks first; should it have ended by then, another. */
function startedSoon(startHelper: () => HelperThread): () => HelperThread {
  let helper: HelperThread | undefined = startHelper();
  helper.unref();
  for (const event of ['error', 'exit']) helper.once(event, () => (helper = undefined));
  return () => helper ?? startHelper();
}
