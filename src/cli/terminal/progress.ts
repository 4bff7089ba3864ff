import { forTerminal } from '../../lib/text/sanitize.ts';
import { truncate } from '../../lib/text/width.ts';
import type { ReadProgress } from '../../read/reading.ts';
import type { Io } from '../io.ts';

/** Nobody needs to be told about what takes less. */
const PATIENCE_MS = 1000;
const REDRAW_MS = 100;

export interface Progress {
  readonly onProgress: ReadProgress | undefined;
  /** Takes the spinner off the screen. */
  readonly stop: () => void;
}

/** A spinner on standard error while reading, for someone who sits before a terminal and waits: never in a pipe, a CI or when unwanted. */
export function createProgress(
  { stderr, env, now }: Io,
  { wanted, colorful }: { readonly wanted: boolean; readonly colorful: boolean },
): Progress {
  const columns = stderr.columns ?? 0;
  // A pseudo-terminal without columns sends ora into an endless loop of escape codes.
  if (!wanted || stderr.isTTY !== true || columns <= 0 || isCi(env['CI']) || env['TERM'] === 'dumb')
    return { onProgress: undefined, stop: () => {} };

  let spinner: { text: string; render(): unknown; stop(): unknown } | undefined;
  let loading = false;
  let stopped = false;
  const begun = now();
  let drawn = begun;

  async function start(): Promise<void> {
    const { default: ora } = await import('ora');
    // ora would otherwise take over standard input, from which data may be coming, and decide by the environment a second time.
    if (!stopped) spinner = ora({ stream: stderr, isEnabled: true, discardStdin: false, ...(colorful ? {} : { color: false }) }).start();
  }

  return {
    onProgress({ path, records, bytes, totalBytes }) {
      const at = now();
      if (at - begun < PATIENCE_MS) return;
      if (!loading) {
        loading = true;
        void start();
        return;
      }
      if (spinner === undefined || at - drawn < REDRAW_MS) return;
      drawn = at;
      const percent = totalBytes === null || totalBytes <= 0 ? '' : `, ${Math.min(100, Math.floor((bytes / totalBytes) * 100))} %`;
      spinner.text = truncate(`${forTerminal(path)}: ${records.toLocaleString('en-US')} rows${percent}`, Math.max(10, columns - 3));
      // Reading leaves the timer of the spinner little room.
      spinner.render();
    },
    stop() {
      stopped = true;
      spinner?.stop();
      spinner = undefined;
    },
  };
}

function isCi(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
