import { UserError } from '../model/user-error.ts';
import { CsvRecords } from './csv-records.ts';
import type { Dialect, LineEnd } from './scan-record.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Text in which the delimiter shows itself. */
const LOOKED_AT = 64 * 1024;
const RECORDS_LOOKED_AT = 60;
/** Characters that are cut into records at once. */
const STEP = 8 * 1024;

/** A record of the head and the line on which it starts. */
export interface HeadRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/** `--delimiter` as people write it. */
function namedDelimiter(text: string, path: string): string {
  const named = new Map([
    ['tab', '\t'],
    ['\\t', '\t'],
    ['comma', ','],
    ['semicolon', ';'],
    ['pipe', '|'],
    ['space', ' '],
  ]).get(text.toLowerCase());
  const delimiter = named ?? text;
  if (delimiter.length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw new UserError('bad-delimiter', `"${text}" cannot be a delimiter`, { file: path, hint: 'Give one character, or the word tab.' });
}

/**
 * The delimiter under which the first records agree best on their number of cells, and the header (by `headerScore`) is best known.
 * Quotes are respected, so text with commas in a quoted cell counts for nothing; a decimal comma in a file of semicolons
 * loses because the header line has none.
 */
export function detectDialect(
  head: string,
  options: { readonly whole: boolean; readonly headerScore: (cells: readonly string[]) => number },
): Dialect {
  const text = head.length > LOOKED_AT ? head.slice(0, LOOKED_AT) : head;
  const whole = options.whole && text.length === head.length;
  const lineEnd = detectLineEnd(text);
  const separator = /^"?sep=(.)"?\s*[\r\n]/i.exec(text)?.[1];
  if (separator !== undefined) return quoting(text, { delimiter: separator, lineEnd, whole });
  const rated = DELIMITERS.map((delimiter) => {
    // One cell a line: no agreement, no header.
    if (!text.includes(delimiter)) return { delimiter, agreement: 0, header: 0 };
    const records = headRecords(text, { dialect: quoting(text, { delimiter, lineEnd, whole }), whole, most: RECORDS_LOOKED_AT });
    return {
      delimiter,
      agreement: agreement(records),
      header: Math.max(0, ...records.slice(0, 20).map(({ cells }) => (cells.length > 1 ? options.headerScore(cells) : 0))),
    };
  });
  const bestHeader = Math.max(...rated.map(({ header }) => header));
  let best = { delimiter: ',', score: 0 };
  for (const { delimiter, agreement: agreed, header } of rated) {
    const score = agreed * (bestHeader > 0 ? 0.2 + header / bestHeader : 1);
    if (score > best.score) best = { delimiter, score };
  }
  return quoting(text, { delimiter: best.delimiter, lineEnd, whole });
}

/** The dialect with the delimiter given by the user. */
export function givenDialect(
  head: string,
  options: { readonly delimiter: string; readonly whole: boolean; readonly path: string },
): Dialect {
  const text = head.slice(0, LOOKED_AT);
  return quoting(text, {
    delimiter: namedDelimiter(options.delimiter, options.path),
    lineEnd: detectLineEnd(text),
    whole: options.whole && text.length === head.length,
  });
}

/** Padded when that mends at least half of the first records. */
function quoting(
  text: string,
  { delimiter, lineEnd, whole }: { readonly delimiter: string; readonly lineEnd: LineEnd; readonly whole: boolean },
): Dialect {
  const strict = { delimiter, lineEnd, padded: false };
  if (!text.includes(`${delimiter} "`)) return strict;
  const broken = (dialect: Dialect): number =>
    headRecords(text, { dialect, whole, most: RECORDS_LOOKED_AT }).filter(({ cells }) => cells.length === 0).length / RECORDS_LOOKED_AT;
  const padded = { delimiter, lineEnd, padded: true };
  return broken(strict) > 0 && broken(padded) * 2 <= broken(strict) ? padded : strict;
}

/** LF (with or without CR) unless the text has CRs and no LF at all. */
function detectLineEnd(text: string): LineEnd {
  return !text.includes('\n') && /\r./s.test(text) ? 'cr' : 'lf';
}

/** The first whole records of the head, blank ones left out. Broken quotes give records of no cells, which agree with nothing. */
export function headRecords(
  head: string,
  options: { readonly dialect: Dialect; readonly whole: boolean; readonly most: number },
): HeadRecord[] {
  const records: HeadRecord[] = [];
  const reader = new CsvRecords({
    dialect: options.dialect,
    blockCharacters: STEP,
    handler: {
      record: (cells, line) => {
        if (!isBlank(cells)) records.push({ cells, line });
      },
      fault: (_reason, line) => {
        records.push({ cells: [], line });
      },
    },
  });
  for (let at = 0; at < head.length && records.length < options.most; at += STEP) reader.push(head.slice(at, at + STEP));
  if (options.whole && records.length < options.most) reader.end();
  return records.slice(0, options.most);
}

export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Share of the records that have the commonest number of cells (two or more); a little more for more cells. */
function agreement(records: readonly HeadRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) if (width > 1) best = Math.max(best, (count / records.length) * (1 + Math.min(width, 20) / 100));
  return best;
}
