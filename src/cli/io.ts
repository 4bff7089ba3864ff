import type { EventEmitter } from 'node:events';

/** Everything that comes from outside the program, so that a test can be the outside. */
export interface Io {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The current folder, absolute. */
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly platform: string;
  readonly nodeVersion: string;
  /** The clock, epoch milliseconds. */
  readonly now: () => number;
  /** See `LoadRequest`. */
  readonly importModule?: (url: string) => Promise<unknown>;
  /** Starts a thread that runs `cli/crew/answer-share.ts`; absent where there are none. */
  readonly startHelper?: () => HelperThread;
}

/** As a `Worker` of Node. */
export interface HelperThread extends EventEmitter {
  postMessage(message: unknown): void;
  ref(): void;
  unref(): void;
  terminate(): Promise<number>;
}

export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** Of a terminal; may be 0 in a pseudo-terminal without a size. */
  readonly columns?: number;
  getColorDepth?(env?: object): number;
};
