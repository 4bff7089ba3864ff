import type { JsonObject } from '../model/json.ts';
import { LineReader, type LineTaker } from './bytes/json/line-reader.ts';
import { MAX_LINE_CHARACTERS } from './bytes/json/long-line.ts';
import { isTooDeep, TOO_DEEP } from './json-depth.ts';
import { takeElement, type RecordTaker } from './json-envelope.ts';
import { SAMPLE_RECORDS } from './json-input.ts';
import { quoteLongIntegers } from './json-numbers.ts';
import type { JsonInput, JsonSink, ReadOutcome } from './reading.ts';
import { SkipTally } from './skip-tally.ts';
import type { TextSource } from './text-source.ts';

const LINES_LOOKED_AT = 20;

/** True when at least two of the first lines are whole objects: one broken line makes no other format. */
export function looksLikeNdjson(head: string, whole: boolean): boolean {
  const lines = head.split('\n', LINES_LOOKED_AT + 1);
  if (!whole && lines.length <= LINES_LOOKED_AT) lines.pop();
  return (
    lines.slice(0, LINES_LOOKED_AT).filter((line) => line.trimStart().startsWith('{') && typeof parseLine(line) === 'object').length >= 2
  );
}

export function openNdjson(source: TextSource): JsonInput {
  const lists = new Map<string, JsonObject[]>();
  const lines = source.head.split('\n');
  if (!source.whole && lines.length > 1) lines.pop();
  let sampled = 0;
  for (const line of lines) {
    if (sampled >= SAMPLE_RECORDS * 4) break;
    takeLine(line, {
      take: (list, record) => {
        sampled += 1;
        const found = lists.get(list);
        if (found === undefined) lists.set(list, record === null ? [] : [record]);
        else if (record !== null && found.length < SAMPLE_RECORDS) found.push(record);
      },
      skip: () => undefined,
    });
  }

  async function read(sink: JsonSink): Promise<ReadOutcome> {
    const tally = new SkipTally();
    const lines: LineTaker = {
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
    if (sink.views === undefined || source.utf8 === null) {
      await readText(source, lines, () => tally.read);
      return { ...tally.outcome(), undecodable: source.undecodable() };
    }
    const reader = new LineReader({ lines, views: sink.views });
    const records = (): number => tally.read + reader.records;
    for await (const chunk of source.utf8(records)) reader.push(chunk);
    reader.end();
    tally.read = records();
    return { ...tally.outcome(), undecodable: reader.undecodable };
  }
  return { path: source.path, format: 'ndjson', encoding: source.encoding.name, encodingAssumed: source.encoding.assumed, lists, read };
}

async function readText(source: TextSource, { take, skip }: LineTaker, records: () => number): Promise<void> {
  let place = 0;
  let rest = '';
  let discarding = false;
  for await (const chunk of source.chunks(records)) {
    const pieces = chunk.split('\n');
    const last = pieces.pop()!;
    if (pieces.length > 0) {
      if (discarding) skip((place += 1));
      else take(rest + pieces[0]!, (place += 1));
      rest = '';
      discarding = false;
      for (let i = 1; i < pieces.length; i += 1) take(pieces[i]!, (place += 1));
    }
    if (!discarding) rest += last;
    if (rest.length > MAX_LINE_CHARACTERS) {
      rest = '';
      discarding = true;
    }
  }
  if (discarding) skip(place + 1);
  else take(rest, place + 1);
}

function takeLine(line: string, { take, skip }: { readonly take: RecordTaker; readonly skip: (reason: string) => void }): void {
  if (line.trim() === '') return;
  const value = parseLine(line);
  if (value === undefined) skip('not JSON');
  else if (typeof value !== 'object' || value === null || Array.isArray(value)) skip('not a JSON object');
  else if (line.length > 1000 && isTooDeep(value as JsonObject)) skip(TOO_DEEP);
  else takeElement('', value as JsonObject, take);
}

/** `undefined` when the line is no JSON. */
function parseLine(line: string): unknown {
  try {
    return JSON.parse(quoteLongIntegers(line)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
