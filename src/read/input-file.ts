/** One input as `findInputs` hands it to `openInput`. */
export interface InputFile {
  /** As the user wrote it, or as found in a folder that the user wrote: for messages and the report. `-` is standard input. */
  readonly path: string;
  /** Where it is on disk; the same as `path` for standard input. */
  readonly location: string;
}

/** The path that means standard input. */
export const STDIN_PATH = '-';
