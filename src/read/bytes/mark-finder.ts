import { markFinderCode } from './mark-finder-code.ts';

/** Bytes that one vector instruction looks at: so many may be read behind the end. */
const LANES = 16;
const PAGE = 65_536;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Finds the bytes that part cells and records, and notes where they are. */
export interface MarkFinder {
  /** Where text is put to be searched. What lies behind the end of the text is not looked at, but may be overwritten with zeros. */
  readonly bytes: Uint8Array;
  /** Places of the marks found last, ascending. */
  readonly marks: Int32Array;
  /** Bytes that may be searched at once. */
  readonly capacity: number;
  /** Notes every delimiter, quote, LF and CR in `[from, to)`; returns how many there are. */
  find(from: number, to: number): number;
}

/**
 * Looks at sixteen bytes at a time where the processor and Node can (WebAssembly's vectors), else at one: the result is the same.
 * `slack` bytes lie behind the text, for whoever wants to keep made cells beside read ones.
 */
export function makeMarkFinder({
  capacity,
  slack,
  delimiter,
}: {
  readonly capacity: number;
  readonly slack: number;
  readonly delimiter: number;
}): MarkFinder {
  return vectorFinder({ capacity, slack, delimiter }) ?? plainFinder({ capacity, slack, delimiter });
}

interface FinderOptions {
  readonly capacity: number;
  readonly slack: number;
  readonly delimiter: number;
}

/** One byte at a time. */
export function plainFinder({ capacity, slack, delimiter }: FinderOptions): MarkFinder {
  const bytes = new Uint8Array(capacity + slack + LANES);
  const marks = new Int32Array(capacity + LANES);
  const isMark = new Uint8Array(256);
  for (const code of [delimiter, QUOTE, LF, CR]) isMark[code] = 1;
  return {
    bytes,
    marks,
    capacity,
    find(from, to) {
      let count = 0;
      for (let at = from; at < to; at++) if (isMark[bytes[at]!] === 1) marks[count++] = at;
      return count;
    },
  };
}

/** The little of WebAssembly that is needed; Node's types leave it out. */
interface WebAssemblyApi {
  validate(code: Uint8Array): boolean;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, (...numbers: number[]) => number>> };
}

/** `null` where vectors are not to be had, or not the gigabytes of addresses that Node sets aside for each memory (`ulimit -v`). */
export function vectorFinder({ capacity, slack, delimiter }: FinderOptions): MarkFinder | null {
  const api = Reflect.get(globalThis, 'WebAssembly') as WebAssemblyApi | undefined;
  const code = markFinderCode();
  if (api === undefined || !api.validate(code)) return null;
  const marksAt = (capacity + slack + LANES + 7) & ~7;
  const memory = allocated(api, Math.ceil((marksAt + (capacity + LANES) * 4) / PAGE));
  if (memory === null) return null;
  const { find } = new api.Instance(new api.Module(code), { memory: { memory } }).exports;
  const bytes = new Uint8Array(memory.buffer, 0, marksAt);
  return {
    bytes,
    marks: new Int32Array(memory.buffer, marksAt, capacity + LANES),
    capacity,
    find(from, to) {
      // The last vector may reach over the end: nothing there may look like a mark.
      bytes.fill(0, to, to + LANES);
      return (find!(from, to, marksAt, delimiter) - marksAt) >>> 2;
    },
  };
}

function allocated(api: WebAssemblyApi, pages: number): InstanceType<WebAssemblyApi['Memory']> | null {
  try {
    return new api.Memory({ initial: pages });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
