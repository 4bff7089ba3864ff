import { toUSVString } from 'node:util';
import type { Dialect } from './scan-record.ts';

const QUOTE = 34;
const CR = 13;

/**
 * The cells of records that `RecordScanner` has found to be whole, unquoted and undoubled. The last one must end with a line end.
 * For dialects without padding.
 */
export function cutCells(block: string, { delimiter, lineEnd }: Dialect): string[][] {
  // As bytes of UTF-8 would have it.
  const text = toUSVString(block);
  const end = lineEnd === 'lf' ? '\n' : '\r';
  const records: string[][] = [];
  let cells: string[] = [];
  let lineEndsAt = -1;
  let at = 0;
  while (at < text.length) {
    let next = at;
    let cell: string | undefined;
    if (text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      cell = undoubled(text.slice(at + 1, close));
      next = close + 1;
    }
    if (lineEndsAt < next) lineEndsAt = text.indexOf(end, next);
    const delimiterAt = text.indexOf(delimiter, next);
    const isLast = delimiterAt === -1 || delimiterAt > lineEndsAt;
    cells.push(cell ?? text.slice(at, isLast ? lineEndFrom(text, at, lineEndsAt) : delimiterAt));
    at = (isLast ? lineEndsAt : delimiterAt) + 1;
    if (!isLast) continue;
    records.push(cells);
    cells = [];
  }
  return records;
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function undoubled(text: string): string {
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}

/** Up to two CRs before an LF belong to the line end. */
function lineEndFrom(text: string, cellStart: number, at: number): number {
  if (text.charCodeAt(at) === CR) return at;
  let from = at;
  while (from > cellStart && from > at - 2 && text.charCodeAt(from - 1) === CR) from -= 1;
  return from;
}
