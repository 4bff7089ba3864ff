import { currencyOf } from './currency.ts';

/** Which mark the cell shows to be the decimal one. `either`: `1,234` and `1.234`, which only the rest of the column can settle. */
type DecimalMark = 'none' | 'point' | 'comma' | 'either';

export interface NumberCell {
  /** As written, percent signs not divided out. Of an `either` cell the reading with a decimal point (`1,234` is 1234, `1.234` is 1.234). */
  readonly value: number;
  /** The reading with a decimal comma (`1,234` is 1.234); the same as `value` unless the cell is `either`. */
  readonly commaValue: number;
  readonly decimal: DecimalMark;
  /** ISO code, or the sign where several currencies share it (`$`). */
  readonly currency: string | null;
  readonly percent: boolean;
  /** `1.2E+05`: what spreadsheets make of long ids. */
  readonly scientific: boolean;
}

/** No number that a person wrote is longer; keeps patterns from being fed a whole text. */
const LONGEST = 64;
const BLANKS = '\\u0020\\u00a0\\u2007\\u2009\\u202f';
const BLANK = new RegExp(`[${BLANKS}]`, 'g');
const BODY = new RegExp(
  `^([^\\d.,()+\\-−%${BLANKS}]*)[${BLANKS}]*([+\\-−]?)[${BLANKS}]*([^\\d.,()+\\-−%${BLANKS}]*)[${BLANKS}]*((?:\\d|[.,](?=\\d))[\\d.,'’${BLANKS}]*(?:[eE][+\\-]?\\d{1,3})?)[${BLANKS}]*(-?)[${BLANKS}]*(%?)[${BLANKS}]*([^\\d()+\\-−%]*)$`,
  'u',
);
const SCIENTIFIC = /^(\d*(?:[.,]\d+)?)[eE]([+-]?\d{1,3})$/;

/**
 * A cell as a number, or `null` when it is none: digits with decimal comma or point, thousands by comma, point, apostrophe or (thin, no-break) blank,
 * sign in front or behind, brackets for negative, a currency sign or code on either side, a percent sign.
 * Dates, times, versions and ids with letters are no numbers. `plainNumber` is the fast way for ordinary cells.
 */
export function parseNumberCell(text: string): NumberCell | null {
  if (text.length > LONGEST) return null;
  const plain = plainNumber(text);
  if (!Number.isNaN(plain)) return cell(plain, text.includes('.') ? 'point' : 'none');
  // No currency is written with a colon.
  if (text.includes(':') || !/\d/.test(text)) return null;
  let body = text.trim();
  const bracketed = body.startsWith('(') && body.endsWith(')');
  if (bracketed) body = body.slice(1, -1).trim();
  const match = BODY.exec(body);
  if (match === null) return null;
  const [, before = '', sign = '', inside = '', digits = '', trailing = '', percent = '', after = ''] = match;
  const signs = [before, inside, after.trim()].filter((part) => part !== '');
  const currency = signs.length === 0 ? null : currencyOf(signs[0] ?? '');
  if (signs.length > 1 || (signs.length === 1 && currency === null) || (percent !== '' && currency !== null)) return null;
  if ((sign !== '' ? 1 : 0) + (trailing !== '' ? 1 : 0) + (bracketed ? 1 : 0) > 1) return null;
  const read = readScientific(digits) ?? readDigits(digits.replace(new RegExp(`[${BLANKS}]+$`), ''));
  if (read === null) return null;
  const factor = bracketed || trailing === '-' || sign === '-' || sign === '−' ? -1 : 1;
  return { ...read, value: read.value * factor + 0, commaValue: read.commaValue * factor + 0, currency, percent: percent !== '' };
}

/**
 * The number of a cell that can be read one way only and holds nothing but digits, a leading minus and at most one decimal point; else `NaN`.
 * No allocation: made for columns of a million cells.
 */
export function plainNumber(text: string): number {
  const length = text.length;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  const first = at;
  if (length === first || length > 24) return NaN;
  let point = -1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if (code !== 46 || point !== -1 || at === first || at === length - 1) return NaN;
    point = at;
  }
  if (point !== -1 && length - point === 4 && point - first <= 3 && text.charCodeAt(first) !== 48) return NaN;
  return Number(text) + 0;
}

/** The cell's number once the column's decimal mark is known. */
export function numberWith(cell: NumberCell, mark: 'point' | 'comma'): number {
  return mark === 'comma' ? cell.commaValue : cell.value;
}

function cell(value: number, decimal: DecimalMark, commaValue: number = value): NumberCell {
  return { value, commaValue, decimal, currency: null, percent: false, scientific: false };
}

function readScientific(text: string): NumberCell | null {
  const match = SCIENTIFIC.exec(text);
  if (match === null) return null;
  const [, mantissa = '', exponent = ''] = match;
  const value = Number(`${mantissa.replace(',', '.')}e${exponent}`);
  if (mantissa === '' || !Number.isFinite(value)) return null;
  return { ...cell(value, mantissa.includes(',') ? 'comma' : mantissa.includes('.') ? 'point' : 'none'), scientific: true };
}

/** Digits, marks and separators, without sign. */
function readDigits(text: string): NumberCell | null {
  if (/[a-z]|[.,]$/i.test(text)) return null;
  const spaced = /[^\d.,]/.test(text);
  if (spaced && !isGroupedBy(text)) return null;
  const digits = text.replace(/['’]/g, '').replace(BLANK, '');
  const commas = digits.split(',').length - 1;
  const points = digits.split('.').length - 1;
  if (commas === 0 && points === 0) return cell(Number(digits), 'none');
  // With blanks or apostrophes for thousands the one mark left is the decimal one.
  if (spaced) return commas + points === 1 ? decimalAt(digits, commas === 1 ? ',' : '.') : null;
  if (commas > 0 && points > 0) {
    const mark = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
    const [whole = '', ...rest] = digits.split(mark);
    return rest.length === 1 && isGrouped(whole, mark === ',' ? '.' : ',') ? decimalAt(digits, mark) : null;
  }
  const mark = commas > 0 ? ',' : '.';
  if (commas + points > 1)
    return isGrouped(digits, mark) ? cell(Number(digits.replaceAll(mark, '')), mark === ',' ? 'point' : 'comma') : null;
  if (!isGrouped(digits, mark)) return decimalAt(digits, mark);
  const asThousands = Number(digits.replace(mark, ''));
  const asDecimal = Number(digits.replace(mark, '.'));
  return mark === ',' ? cell(asThousands, 'either', asDecimal) : cell(asDecimal, 'either', asThousands);
}

function decimalAt(digits: string, mark: ',' | '.'): NumberCell {
  const other = mark === ',' ? '.' : ',';
  return cell(Number(digits.replaceAll(other, '').replace(mark, '.')), mark === ',' ? 'comma' : 'point');
}

/** `1,234,567`, and `12,34,567` as in India; no group of zeros in front. */
function isGrouped(text: string, mark: ',' | '.'): boolean {
  const groups = text.split(mark);
  if (groups.length < 2 || !/^[1-9]\d{0,2}$/.test(groups[0] ?? '') || !/^\d{3}$/.test(groups.at(-1) ?? '')) return false;
  const middle = groups.slice(1, -1);
  return (
    middle.every((group) => /^\d{3}$/.test(group)) ||
    (mark === ',' && (groups[0] ?? '').length <= 2 && middle.every((group) => /^\d{2}$/.test(group)))
  );
}

/** One kind of blank or apostrophe, groups of three behind it. */
function isGroupedBy(text: string): boolean {
  const separators = new Set(text.match(/[^\d.,]/g));
  return separators.size === 1 && /^\d{1,3}(?:[^\d.,]\d{3})+(?:[.,]\d+)?$/.test(text);
}
