import { isSerialDate } from '../writers/time-writer.ts';
import { dateFormOf } from '../../lib/time/parse-date.ts';
import { parseDuration } from '../../lib/time/parse-duration.ts';
import { parseNumberCell } from '../../lib/text/parse-number.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import { once } from '../../lib/once.ts';
import type { FieldType } from '../../model/kinds.ts';
import { fieldKey } from '../../presets/field-key.ts';
import { isSurelyLost, lostCallOf } from '../vocabulary/call-results.ts';

/** What the sampled cells of a column look like: how many of those that are not empty can be read as what. */
export interface Content {
  readonly cells: number;
  readonly times: number;
  /** Numbers that could be dates: epochs, `20250309`, a spreadsheet's serials. */
  readonly epochs: number;
  /** What stands for "no date" where dates are expected: 0, 1900-01-01. */
  readonly noDates: number;
  readonly durations: number;
  readonly numbers: number;
  readonly flags: number;
  readonly emails: number;
  /** Results of calls in words, and those that no other column holds: missed, abandoned. */
  readonly callResults: number;
  readonly lostCalls: number;
}

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const FLAG = /^(?:true|false|yes|no|y|n|0|1|t|f|ja|nein|oui|non|si|sí|public|private|internal)$/i;

/** No word for the result of a call has more letters. */
const LONGEST_WORD = 32;

/** ServiceNow stores a duration as the time since 1970: no such date is meant as one. */
const isSinceEpoch = (text: string): boolean => text.startsWith('1970-01-') && parseDuration(text) !== null;

/** Everything is counted when it is first asked for: most columns are asked for little. */
export function contentOf(cells: Iterable<string>): Content {
  const texts = once(() => [...countTexts(cells)].filter(([text]) => !isMissingWord(text)));
  const counted = (is: (text: string) => boolean): (() => number) =>
    once(() => texts().reduce((sum, [text, count]) => (is(text) ? sum + count : sum), 0));
  const all = counted(() => true);
  const dates = once(() => countDates(texts()));
  const durations = counted(isDuration);
  const numbers = counted(isNumber);
  const flags = counted((text) => FLAG.test(text));
  const emails = counted((text) => EMAIL.test(text));
  const callResults = counted((text) => lostCallOf(shortKey(text)) !== undefined);
  const lostCalls = counted((text) => isSurelyLost(shortKey(text)));
  return {
    get cells() {
      return all();
    },
    get times() {
      return dates().times;
    },
    get epochs() {
      return dates().epochs;
    },
    get noDates() {
      return dates().noDates;
    },
    get durations() {
      return durations();
    },
    get numbers() {
      return numbers();
    },
    get flags() {
      return flags();
    },
    get emails() {
      return emails();
    },
    get callResults() {
      return callResults();
    },
    get lostCalls() {
      return lostCalls();
    },
  };
}

function isNumber(text: string): boolean {
  return parseNumberCell(text) !== null;
}

/** What is a date to somebody is no duration. */
function isDuration(text: string): boolean {
  return parseDuration(text) !== null && !isNumber(text) && (dateFormOf(text) !== 'date' || isSinceEpoch(text));
}

function countDates(texts: readonly (readonly [text: string, count: number])[]): Pick<Content, 'times' | 'epochs' | 'noDates'> {
  const counts = { times: 0, epochs: 0, noDates: 0 };
  for (const [text, count] of texts) {
    const date = dateFormOf(text);
    if (date === 'missing') counts.noDates += count;
    if ((date === 'date' || isSerialDate(text)) && isNumber(text)) counts.epochs += count;
    else if (date === 'date' && !isSinceEpoch(text)) counts.times += count;
  }
  return counts;
}

/** A key of more letters than words for the results of calls have needs no more of the text than shows that. */
function shortKey(text: string): string {
  const start = fieldKey(text.slice(0, 2 * LONGEST_WORD));
  return text.length <= 2 * LONGEST_WORD || start.length > LONGEST_WORD ? start : fieldKey(text);
}

/** What stands in many cells is looked at once. */
function countTexts(cells: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const text = cell.trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Half of the cells suffice: real columns hold stray words. An empty column contradicts nothing. */
const enough = (hits: number, content: Content): boolean => content.cells === 0 || hits * 2 >= content.cells;

/** Whether cells like these can be what a header promises. */
export function fits(type: FieldType, field: string, content: Content): boolean {
  switch (type) {
    case 'time':
      return enough(content.times + content.epochs + content.noDates, content);
    case 'duration':
      return enough(content.durations + content.numbers, content);
    case 'number':
      return enough(content.numbers + (isDurationNumber(field) ? content.durations : 0), content);
    case 'flag':
      return enough(content.flags + (field === 'abandoned' ? content.callResults : 0), content);
    case 'codes':
      return true;
    case 'code':
      if (field === 'customerEmail' || field === 'email') return enough(content.emails, content);
      return content.cells === 0 || content.times * 2 < content.cells;
  }
}

/** Number fields that are spans of time: their cells may be written like durations. */
export function isDurationNumber(field: string): boolean {
  return field === 'handleSeconds' || field === 'waitSeconds';
}
