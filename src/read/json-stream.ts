import type { JsonObject } from '../model/json.ts';
import { isTooDeep, TOO_DEEP } from './json-depth.ts';
import { takeElement, takeRecords, type RecordTaker } from './json-envelope.ts';
import { SAMPLE_RECORDS } from './json-input.ts';
import { quoteLongIntegers } from './json-numbers.ts';
import { JsonSplitter } from './json-splitter.ts';
import type { JsonInput, JsonSink, ReadOutcome } from './reading.ts';
import { SkipTally } from './skip-tally.ts';
import type { TextSource } from './text-source.ts';

/** A JSON file too large to hold: one pass finds its lists and their first records, the reading pass hands on one record at a time. */
export async function openLargeJson(source: TextSource): Promise<JsonInput> {
  const lists = new Map<string, JsonObject[]>();
  const seen = new Map<string, number>();
  const sampler = new JsonSplitter(source.path, (list, text) => {
    const count = seen.get(list ?? '') ?? 0;
    seen.set(list ?? '', count + 1);
    if (count >= SAMPLE_RECORDS) return;
    takePiece(list, text, (name, record) => {
      const found = lists.get(name) ?? [];
      lists.set(name, found);
      if (record !== null && found.length < SAMPLE_RECORDS) found.push(record);
    });
  });
  await pass(source, sampler, () => 0);

  async function read(sink: JsonSink): Promise<ReadOutcome> {
    const tally = new SkipTally();
    const places = new Map<string, number>();
    const splitter = new JsonSplitter(source.path, (list, text) => {
      takePiece(list, text, (name, record) => {
        const place = (places.get(name) ?? 0) + 1;
        places.set(name, place);
        if (record === null) tally.skip('not an object', place);
        else if (text.length > 1000 && isTooDeep(record)) tally.skip(TOO_DEEP, place);
        else {
          sink.record(name, record, place);
          tally.read += 1;
        }
      });
    });
    await pass(source, splitter, () => tally.read);
    return { ...tally.outcome(), undecodable: source.undecodable() };
  }
  const { path, encoding } = source;
  return {
    path,
    format: 'json',
    encoding: encoding.name,
    encodingAssumed: encoding.assumed,
    encodingIsGuess: encoding.isGuess,
    lists,
    read,
  };
}

async function pass(source: TextSource, splitter: JsonSplitter, records: () => number): Promise<void> {
  for await (const chunk of source.chunks(records)) splitter.push(chunk);
  splitter.end();
}

function takePiece(list: string | null, text: string, take: RecordTaker): void {
  const value = JSON.parse(quoteLongIntegers(text)) as unknown;
  if (list === null) takeRecords(value, take);
  else if (typeof value === 'object' && value !== null && !Array.isArray(value)) takeElement(list, value as JsonObject, take);
  else take(list, null);
}
