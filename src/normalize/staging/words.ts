import type { CodeColumn } from '../../model/columns.ts';
import type { SpokenWords } from '../../model/dataset.ts';
import type { Status } from '../../model/kinds.ts';
import { endOfTruth } from '../dataset/truth.ts';
import { authorOf } from '../vocabulary/authors.ts';
import { channelOf } from '../vocabulary/channels.ts';
import { readChanges } from '../vocabulary/changes.ts';
import { readEvents } from '../vocabulary/events.ts';
import { planKindOf } from '../vocabulary/plans.ts';
import { priorityOf } from '../vocabulary/priorities.ts';
import { readRatings } from '../vocabulary/ratings.ts';
import { readSla } from '../vocabulary/sla.ts';
import { readStatuses } from '../vocabulary/statuses.ts';
import { readSurveys } from '../vocabulary/surveys.ts';
import { isNobodyWord } from '../vocabulary/nobody.ts';
import { quoted } from '../warnings.ts';
import { combineColumns, mapWords } from './combine.ts';
import { spokenWords, untranslated } from './spoken-words.ts';
import type { BuiltTable } from './table-builder.ts';
import { codeOf } from './words-of.ts';
import type { WordsContext, WordsOf } from './words-of.ts';

/** The source's words in ours: statuses, priorities, channels, authors, ratings, survey answers. Gives what became of them. */
export function translate(built: BuiltTable, context: WordsContext): SpokenWords {
  const part: WordsOf = { ...context, ...built };
  const before = untranslated(part);
  switch (context.kind) {
    case 'tickets':
      translateStatuses(part);
      words(part, 'priority', (word) => priorityOf(word, part.preset?.words?.priorities));
      translateChannels(part);
      for (const field of ['group', 'agent'] as const) dropNobody(part, field);
      words(part, 'direction', (word) => (/^out/i.test(word) ? 'outbound' : /^in/i.test(word) ? 'inbound' : word.toLowerCase()));
      readSla(part, 'firstResponseSla');
      readSla(part, 'resolutionSla');
      readRatings(part);
      break;
    case 'messages':
      translateAuthors(part);
      translateChannels(part);
      break;
    case 'changes':
      readChanges(part);
      break;
    case 'customers':
      words(part, 'planKind', planKindOf);
      break;
    case 'events':
      readEvents(part);
      break;
    case 'surveys':
      readSurveys(part);
      break;
    case 'subscriptions':
      break;
  }
  return spokenWords(before, part);
}

function words(part: WordsOf, field: string, change: (word: string) => string): void {
  const column = codeOf(part, field);
  if (column !== undefined) part.columns.set(field, mapWords(column, change));
}

function translateStatuses(part: WordsOf): void {
  const column = codeOf(part, 'status');
  if (column === undefined) return;
  const solved = part.columns.get('solvedAt');
  const closed = part.columns.get('closedAt');
  const latest = endOfTruth({ asOf: part.options.asOf, wallClock: part.options.wallClock });
  const byTime = (row: number): Status | undefined =>
    closed?.type === 'time' && closed.values[row]! <= latest
      ? 'closed'
      : solved?.type === 'time' && solved.values[row]! <= latest
        ? 'solved'
        : undefined;
  const reading = readStatuses(column, { own: part.options.statuses, preset: part.preset?.words?.statuses }, byTime);
  part.columns.set('status', reading.column);
  for (const [word, { rows, firstRow }] of reading.unknown) {
    part.findings.add({ code: 'unknown-status', count: rows, file: part.file, line: part.lines[firstRow], about: quoted(word) });
  }
}

function dropNobody(part: WordsOf, field: 'group' | 'agent'): void {
  const isNobody = (word: string): boolean => isNobodyWord(field, word);
  if (codeOf(part, field)?.values.some(isNobody) === true) words(part, field, (word) => (isNobody(word) ? '' : word));
}

/** "Outbound Email" is a channel and a direction; a direction column of the source's own speaks first. */
function translateChannels(part: WordsOf): void {
  const column = codeOf(part, 'channel');
  if (column === undefined) return;
  const said = column.values.map((word) => channelOf(word, part.options.channels, part.preset?.words?.channels));
  part.columns.set(
    'channel',
    mapWords(column, (word) => channelOf(word, part.options.channels, part.preset?.words?.channels).channel),
  );
  if (part.kind !== 'tickets' || !said.some((word) => word.direction !== undefined)) return;
  const values = ['', 'inbound', 'outbound'];
  const told = said.map((word) => values.indexOf(word.direction ?? ''));
  const own = codeOf(part, 'direction');
  const fromChannel: CodeColumn = { type: 'code', codes: column.codes.map((code) => told[code]!), values };
  part.columns.set('direction', own === undefined ? fromChannel : combineColumns([own, fromChannel]));
}

/** Roles; a column that holds names or addresses instead says who, not what: it becomes the author's id. */
function translateAuthors(part: WordsOf): void {
  const column = codeOf(part, 'author');
  if (column === undefined) return;
  const said = column.values.map((word) => authorOf(word, part.preset?.words?.authors));
  const known = said.filter((author) => author !== undefined).length;
  if (known === 0 && column.values.length > 1 && !part.columns.has('authorId')) {
    part.columns.delete('author');
    part.columns.set('authorId', column);
    return;
  }
  let unknown = 0;
  let line: number | undefined;
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row]!;
    if (code === 0 || said[code] !== undefined) continue;
    if (unknown++ === 0) line = part.lines[row];
  }
  part.findings.add({ code: 'unknown-value', count: unknown, file: part.file, line, about: quoted(part.labels['author'] ?? 'author') });
  part.columns.set(
    'author',
    mapWords(column, (word) => authorOf(word, part.preset?.words?.authors) ?? 'unknown'),
  );
}
