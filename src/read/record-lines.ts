import type { JsonObject } from '../model/json.ts';
import { LineReader, type LineTaker } from './bytes/json/line-reader.ts';
import { isTooDeep, TOO_DEEP } from './json-depth.ts';
import { takeElement, type RecordTaker } from './json-envelope.ts';
import { quoteLongIntegers } from './json-numbers.ts';
import type { JsonSink, ReadOutcome, ViewSink } from './reading.ts';
import { SkipTally } from './skip-tally.ts';

/** Gives the records in lines of bytes to a sink. */
export class RecordLines {
  readonly #tally = new SkipTally();
  readonly #reader: LineReader;

  constructor(sink: JsonSink & { readonly views: ViewSink }) {
    this.#reader = new LineReader({ lines: linesTo(sink, this.#tally), views: sink.views });
  }

  /** So far. */
  get records(): number {
    return this.#tally.read + this.#reader.records;
  }

  /** How many lines there are. */
  get count(): number {
    return this.#reader.lines;
  }

  push(chunk: Buffer): void {
    this.#reader.push(chunk);
  }

  end(): ReadOutcome {
    this.#reader.end();
    this.#tally.read = this.records;
    return { ...this.#tally.outcome(), undecodable: this.#reader.undecodable };
  }
}

/** Gives the records in lines of text to a sink, and counts. */
export function linesTo(sink: JsonSink, tally: SkipTally): LineTaker {
  return {
    take: (line, place) =>
      takeLine(line, {
        take: (list, record) => {
          if (record === null) return tally.skip('not an object', place);
          sink.record(list, record, place);
          tally.read += 1;
        },
        skip: (reason) => tally.skip(reason, place),
      }),
    skip: (place) => tally.skip('longer than 64 MiB', place),
  };
}

export function takeLine(line: string, { take, skip }: { readonly take: RecordTaker; readonly skip: (reason: string) => void }): void {
  if (line.trim() === '') return;
  const value = parseLine(line);
  if (value === undefined) skip('not JSON');
  else if (typeof value !== 'object' || value === null || Array.isArray(value)) skip('not a JSON object');
  else if (line.length > 1000 && isTooDeep(value as JsonObject)) skip(TOO_DEEP);
  else takeElement('', value as JsonObject, take);
}

/** `undefined` when the line is no JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(quoteLongIntegers(line)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
