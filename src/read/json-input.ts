import type { JsonObject } from '../model/json.ts';
import { UserError } from '../model/user-error.ts';
import { type RecordTaker, takeRecords } from './json-envelope.ts';
import { findJsonFault, placeOf } from './json-fault.ts';
import { isTooDeep, TOO_DEEP } from './json-depth.ts';
import { skipSpace, valueEnd } from './json-scan.ts';
import { quoteLongIntegers } from './json-numbers.ts';
import type { JsonInput, JsonSink, ReadOutcome } from './reading.ts';
import { SkipTally } from './skip-tally.ts';
import type { TextSource } from './text-source.ts';

export const SAMPLE_RECORDS = 100;

/** A JSON document that is parsed as a whole. */
export function openJsonDocument(source: TextSource, text: string): JsonInput {
  const lists = new Map<string, (JsonObject | null)[]>();
  const take: RecordTaker = (list, record) => {
    const found = lists.get(list);
    if (found === undefined) lists.set(list, [record]);
    else found.push(record);
  };
  for (const document of parseDocuments(source.path, text)) takeRecords(document, take);
  if (lists.size === 0 && !/^\s*[[{]/.test(text))
    throw new UserError('not-data', 'holds a single value, not records', { file: source.path });
  refuseApiError(lists, source.path);
  const sample = new Map([...lists].map(([list, records]) => [list, records.filter(isRecord).slice(0, SAMPLE_RECORDS)] as const));

  async function read(sink: JsonSink): Promise<ReadOutcome> {
    const tally = new SkipTally();
    for (const [list, records] of lists) {
      for (let index = 0; index < records.length; index += 1) {
        const record = records[index]!;
        if (record === null) tally.skip('not an object', index + 1);
        else if (isTooDeep(record)) tally.skip(TOO_DEEP, index + 1);
        else {
          sink.record(list, record, index + 1);
          tally.read += 1;
        }
      }
    }
    return { ...tally.outcome(), undecodable: source.undecodable() };
  }
  return {
    path: source.path,
    format: 'json',
    encoding: source.encoding.name,
    encodingAssumed: source.encoding.assumed,
    encodingIsGuess: source.encoding.isGuess,
    lists: sample,
    read,
  };
}

function isRecord(record: JsonObject | null): record is JsonObject {
  return record !== null && !isTooDeep(record);
}

/** One document, or several one after another, each on a new line (`cat page*.json`, pretty-printed objects). */
function parseDocuments(path: string, text: string): readonly unknown[] {
  try {
    return [JSON.parse(quoteLongIntegers(text)) as unknown];
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
  }
  const documents: unknown[] = [];
  let before = 0;
  for (let at = skipSpace(text, 0); at < text.length;) {
    const end = valueEnd(text, at);
    const piece = end === -1 ? '' : text.slice(at, end);
    try {
      if (!/^[[{]/.test(piece) || (documents.length > 0 && !text.slice(before, at).includes('\n')))
        throw new SyntaxError('not a document of its own');
      documents.push(JSON.parse(quoteLongIntegers(piece)));
    } catch (error) {
      if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error;
      return fail(path, text, documents.length > 0 && !text.slice(before, at).includes('\n') ? 0 : at);
    }
    before = end;
    at = skipSpace(text, end);
  }
  return documents;
}

function fail(path: string, text: string, from: number): never {
  const fault = findJsonFault(text.slice(from)) ?? { offset: 0, what: 'it is nested too deeply' };
  const cut = from + fault.offset >= text.length;
  throw new UserError('bad-json', `is not valid JSON: ${fault.what}`, {
    file: path,
    ...placeOf(text, from + fault.offset),
    hint: cut ? 'It is cut off, perhaps by a broken download: export it again.' : 'Export it again, or mend that place.',
  });
}

/** `{"error": "Couldn't authenticate you"}` saved as an export. */
function refuseApiError(lists: ReadonlyMap<string, readonly (JsonObject | null)[]>, path: string): void {
  if (lists.size !== 1) return;
  const [name, records] = [...lists][0]!;
  const record = records.length === 1 ? records[0] : undefined;
  const isError =
    name === 'errors' ||
    (name === '' &&
      record !== undefined &&
      record !== null &&
      ('error' in record || 'errors' in record) &&
      Object.keys(record).length <= 5);
  if (!isError) return;
  throw new UserError('not-data', 'holds an error message of the service, not records', {
    file: path,
    hint: 'Check the credentials and address of the export, and run it again.',
  });
}
