import { CommanderError } from 'commander';
import { UserError, type ErrorPlace } from '../../model/user-error.ts';
import { EXIT } from '../exit-codes.ts';
import { StrictFailure } from './strict-failure.ts';
import { usageError } from './usage-error.ts';

/** What went wrong, ready to be told: as text or as JSON. */
export interface Failure {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly place: ErrorPlace;
  /** Only of unexpected errors, and only told under `--debug`. */
  readonly stack?: string | undefined;
}

export interface Surroundings {
  readonly program: string;
  readonly version: string;
  readonly nodeVersion: string;
  readonly debug: boolean;
}

export function toFailure(error: unknown, surroundings: Surroundings): Failure {
  if (error instanceof CommanderError) return fromUserError(usageError(error));
  if (error instanceof UserError) return fromUserError(error);
  if (isGoneFolder(error))
    return fromUserError(
      new UserError('no-folder', 'the current folder is there no more', { hint: 'go to another one (cd), and try again' }),
    );
  if (error instanceof StrictFailure) return { exitCode: EXIT.checkFailed, code: 'strict', message: error.message, place: {} };
  return fromBug(error, surroundings);
}

function fromUserError({ code, message, place }: UserError): Failure {
  return { exitCode: EXIT.couldNotAnswer, code, message, place };
}

/** It was removed under our feet, and whoever asks where we are is told so by Node: `ENOENT: uv_cwd`. */
function isGoneFolder(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}

/** The message of an unexpected error may quote the data (that of JSON.parse does), so only its kind is told. */
function fromBug(error: unknown, { program, version, nodeVersion, debug }: Surroundings): Failure {
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    exitCode: EXIT.internalError,
    code: 'internal-error',
    message: `unexpected error (${kind}) in ${program} ${version} on Node ${nodeVersion}: this is a bug`,
    place: {
      hint: debug ? undefined : 'run it again with --debug to see the stack; it may quote your data, so look at it before you pass it on',
    },
    stack: debug && error instanceof Error ? error.stack : undefined,
  };
}
