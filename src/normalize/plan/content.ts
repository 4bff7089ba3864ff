import { isSerialDate } from '../writers/time-writer.ts';
import { dateFormOf } from '../../lib/time/parse-date.ts';
import { parseDuration } from '../../lib/time/parse-duration.ts';
import { parseNumberCell } from '../../lib/text/parse-number.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
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

export function contentOf(cells: Iterable<string>): Content {
  const content = {
    cells: 0,
    times: 0,
    epochs: 0,
    noDates: 0,
    durations: 0,
    numbers: 0,
    flags: 0,
    emails: 0,
    callResults: 0,
    lostCalls: 0,
  };
  for (const [text, count] of countTexts(cells)) {
    if (isMissingWord(text)) continue;
    content.cells += count;
    const number = parseNumberCell(text) !== null;
    if (number) content.numbers += count;
    const date = dateFormOf(text);
    if (number ? date === 'date' || isSerialDate(text) : false) content.epochs += count;
    else if (!number && date === 'date' && !isSinceEpoch(text)) content.times += count;
    else if (!number && parseDuration(text) !== null) content.durations += count;
    if (date === 'missing') content.noDates += count;
    if (FLAG.test(text)) content.flags += count;
    if (EMAIL.test(text)) content.emails += count;
    const key = shortKey(text);
    if (lostCallOf(key) !== undefined) content.callResults += count;
    if (isSurelyLost(key)) content.lostCalls += count;
  }
  return content;
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
