import { formatNumber } from '../lib/text/format-number.ts';
import { once } from '../lib/once.ts';
import { FIELDS, type TableKind } from '../model/kinds.ts';
import type { Report, ReportInput } from '../model/report.ts';
import { plural } from './words.ts';

/** What of the files was not understood, and how to say what it is. Header names pass here untouched: each format escapes in its own way. */
export interface UnusedColumns {
  /** `tickets.csv: "Raised", "Done" and 7 more`, a line a file. */
  readonly files: readonly string[];
  /** `--map tickets.createdAt="Raised"`; `null` where nothing could be mapped so. */
  readonly example: string | null;
}

const NAMES_SHOWN = 6;
const FILES_SHOWN = 6;

/** What one would most like to know of a table, first things first. */
export const WANTED: Readonly<Record<TableKind, readonly string[]>> = {
  tickets: ['createdAt', 'solvedAt', 'firstResponseAt', 'status', 'channel', 'group', 'rating', 'customerId', 'priority'],
  messages: ['at', 'author', 'ticketId'],
  changes: ['at', 'field', 'to'],
  customers: ['signedUpAt', 'cancelledAt', 'plan', 'mrr'],
  subscriptions: ['startedAt', 'endedAt', 'mrr'],
  events: ['at', 'name', 'feature'],
  surveys: ['at', 'score'],
};

export function unusedColumns({ inputs }: Pick<Report, 'inputs'>): UnusedColumns | null {
  const some = inputs.filter(({ unmapped }) => unmapped.length > 0);
  if (some.length === 0) return null;
  const more = some.length - FILES_SHOWN;
  const files = some.slice(0, FILES_SHOWN).map(fileText);
  const mappable = some.filter((input) => !isJson(input));
  return {
    files: more > 0 ? [...files, `and ${formatNumber(more)} more ${plural(more, 'file')}`] : files,
    example: mappable.map(example).find((text) => text !== null) ?? null,
  };
}

function fileText(input: ReportInput): string {
  const { path, unmapped } = input;
  // JSON has members that nobody would want to map: their number is enough.
  if (isJson(input)) return `${path}: ${formatNumber(unmapped.length)} ${plural(unmapped.length, 'member')}`;
  const more = unmapped.length - NAMES_SHOWN;
  const names = unmapped.slice(0, NAMES_SHOWN).map((name) => `"${name}"`);
  return `${path}: ${names.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}`;
}

/** Letters, digits and blanks only: the line is there to be copied into a shell, and a header is a stranger's text. */
const PLAIN = once(() => /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]{0,39}$/u);

function example({ kind, columns, unmapped }: ReportInput): string | null {
  const header = unmapped.find((name) => PLAIN().test(name));
  const wanted =
    WANTED[kind].find((field) => !Object.hasOwn(columns, field)) ??
    Object.keys(FIELDS[kind]).find((field) => !Object.hasOwn(columns, field));
  return header === undefined || wanted === undefined ? null : `--map ${kind}.${wanted}="${header}"`;
}

function isJson({ preset, path }: ReportInput): boolean {
  return preset.endsWith('-json') || /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i.test(path);
}
