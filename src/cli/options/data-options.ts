import { TABLE_KINDS, type TableKind } from '../../model/kinds.ts';
import type { ColumnOverride, NumericScale } from '../../normalize/options.ts';
import type { RawOptions } from '../commands/command-spec.ts';
import { badValue, choose } from './choose.ts';
import { listOption, textOption } from './raw-options.ts';

const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const OTHER_ENCODING_NAMES: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['utf16', 'utf-16le'],
  ['utf-16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['cp1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
]);
const DELIMITER_WORDS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['\\t', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['pipe', '|'],
]);

/** How the files are to be read, where the user knows better than the detection. */
export interface DataOptions {
  readonly preset: string | undefined;
  /** Files whose kind the user has named, in the order of the kinds. */
  readonly forced: readonly { readonly path: string; readonly kind: TableKind }[];
  readonly map: readonly ColumnOverride[];
  readonly scale: NumericScale | undefined;
  readonly dateOrder: (typeof DATE_ORDERS)[number] | undefined;
  readonly encoding: string | undefined;
  readonly delimiter: string | undefined;
}

export function parseDataOptions(options: RawOptions): DataOptions {
  return {
    preset: textOption(options, 'preset'),
    forced: TABLE_KINDS.flatMap((kind) => listOption(options, kind).map((path) => ({ path, kind }))),
    map: listOption(options, 'map').map(parseMapping),
    scale: given(options, 'scale', parseScale),
    dateOrder: given(options, 'dateOrder', (text) => choose('date-order', text, DATE_ORDERS)),
    encoding: given(options, 'encoding', parseEncoding),
    delimiter: given(options, 'delimiter', parseDelimiter),
  };
}

function given<T>(options: RawOptions, name: string, parse: (text: string) => T): T | undefined {
  const text = textOption(options, name);
  return text === undefined ? undefined : parse(text);
}

/** `tickets.createdAt=Opened on`; quotes that the shell has left are taken off. Whether field and column exist is for normalizing to say. */
function parseMapping(text: string): ColumnOverride {
  const found = /^\s*([A-Za-z]+)\.([A-Za-z.]+)\s*=\s*(.*\S)\s*$/s.exec(text);
  if (!found) throw badValue('map', text, 'of the form tickets.createdAt="Opened on"');
  const [, table = '', field = '', value = ''] = found;
  return { kind: choose('map', table, TABLE_KINDS), field, column: value.replace(/^(["'])(.*)\1$/s, '$2') };
}

function parseScale(text: string): NumericScale {
  const [, low = '', high = ''] = /^\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text) ?? [];
  const [min, max] = [Number.parseFloat(low), Number.parseFloat(high)];
  if (!(min < max)) throw badValue('scale', text, 'a range from low to high, such as 1..5');
  return { min, max };
}

function parseEncoding(text: string): string {
  const name = text.toLowerCase();
  return choose('encoding', OTHER_ENCODING_NAMES.get(name) ?? name, ENCODINGS);
}

function parseDelimiter(text: string): string {
  const sign = DELIMITER_WORDS.get(text.toLowerCase()) ?? text;
  if (sign.length !== 1 || /[\p{L}\p{N}"'\r\n]/u.test(sign)) throw badValue('delimiter', text, 'one sign, such as , ; | or tab');
  return sign;
}
