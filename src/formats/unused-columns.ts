import { formatNumber } from '../lib/text/format-number.ts';
import type { Report, ReportInput } from '../model/report.ts';
import { plural } from './words.ts';

/** What of the files was not understood, and how to say what it is. Header names pass here untouched: each format escapes in its own way. */
export interface UnusedColumns {
  /** `tickets.csv: "Raised", "Done" and 7 more`, a line a file. */
  readonly files: readonly string[];
  /** `--map tickets.FIELD="COLUMN"`, for what each is nobody here can know; `null` where nothing could be mapped so. */
  readonly pattern: string | null;
}

/** How to use a column, behind which stands the pattern. */
export const HOW_TO_USE = 'to use one, say which field it holds (happiness fields lists them):';

const NAMES_SHOWN = 6;
const FILES_SHOWN = 6;

export function unusedColumns({ inputs }: Pick<Report, 'inputs'>): UnusedColumns | null {
  const some = inputs.filter(({ unmapped }) => unmapped.length > 0);
  if (some.length === 0) return null;
  const more = some.length - FILES_SHOWN;
  const files = some.slice(0, FILES_SHOWN).map(fileText);
  const mappable = some.find((input) => !isJson(input));
  return {
    files: more > 0 ? [...files, `and ${formatNumber(more)} more ${plural(more, 'file')}`] : files,
    pattern: mappable === undefined ? null : `--map ${mappable.kind}.FIELD="COLUMN"`,
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

function isJson({ preset, path }: ReportInput): boolean {
  return preset.endsWith('-json') || /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i.test(path);
}
