import type { JsonObject } from '../model/json.ts';
import type { LineTaker } from './bytes/json/line-reader.ts';
import { MAX_LINE_CHARACTERS } from './bytes/json/long-line.ts';
import { SAMPLE_RECORDS } from './json-input.ts';
import { joinOutcomes } from './join-outcomes.ts';
import type { JsonInput, JsonSink, ReadOutcome, RestElsewhere, RestOfFile } from './reading.ts';
import { linesTo, parseLine, RecordLines, takeLine } from './record-lines.ts';
import { lineStart } from './rest-of-lines.ts';
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

  async function read(sink: JsonSink, rest?: RestElsewhere): Promise<ReadOutcome> {
    const { views } = sink;
    const { utf8 } = source;
    if (views === undefined || utf8 === null) {
      const tally = new SkipTally();
      await readText(source, linesTo(sink, tally), () => tally.read);
      return { ...tally.outcome(), undecodable: source.undecodable() };
    }
    const lines = new RecordLines({ ...sink, views });
    const records = (): number => lines.records;
    for await (const chunk of utf8(records, rest && { from: 0, to: rest.from })) lines.push(chunk);
    const others = rest && (await rest.read());
    if (rest && !others) for await (const chunk of utf8(records, rest)) lines.push(chunk);
    const outcome = lines.end();
    if (!others) return outcome;
    others.take(lines.count);
    return joinOutcomes(outcome, others.outcome, lines.count);
  }
  const restFrom = rest(source);
  return {
    path: source.path,
    format: 'ndjson',
    encoding: source.encoding.name,
    encodingAssumed: source.encoding.assumed,
    encodingIsGuess: source.encoding.isGuess,
    lists,
    ...(restFrom !== null && { restFrom }),
    read,
  };
}

function rest({ path, location, totalBytes, utf8 }: TextSource): ((share: number) => RestOfFile | null) | null {
  if (location === null || totalBytes === null || utf8 === null) return null;
  return (share) => {
    const from = lineStart(location, Math.floor(totalBytes * share));
    return from === null ? null : { path, location, from, totalBytes };
  };
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
