import type { Column } from '../../model/columns.ts';
import { UserError } from '../../model/user-error.ts';
import { mapWords } from './combine.ts';

/** What rows are told apart and joined by. */
const IDS: ReadonlySet<string> = new Set(['id', 'ticketId', 'customerId']);
const REFERENCES: ReadonlySet<string> = new Set([...IDS, 'authorId', 'agent', 'problemId', 'referredBy', 'issueId', 'sessionId']);

const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+\d{2}$/i;
const FLOAT = /^-?\d+\.0$/;
const WHOLE = /^-?\d+(?:\.0)?$/;

interface Place {
  readonly file: string;
  readonly lines: Uint32Array;
  readonly label: string;
}

/**
 * Ids are text. A column of whole numbers that pandas turned into floats (`1004298.0`) loses the `.0`;
 * `1.03E+13` is refused, for a spreadsheet that wrote it has merged different ids into one.
 */
export function mendIds(target: string, column: Column, place: Place): Column {
  if (column.type !== 'code' || !REFERENCES.has(target)) return column;
  if (column.texts?.numbers !== undefined) return column;
  if (IDS.has(target)) {
    const damaged = column.values.findIndex((value) => SCIENTIFIC.test(value));
    if (damaged > 0) {
      throw new UserError(
        'damaged-ids',
        `The column “${place.label}” holds ids like 1.03E+13: a spreadsheet has rounded them, so that different ones became the same.`,
        {
          file: place.file,
          line: place.lines[column.codes.indexOf(damaged)],
          hint: 'Export the file again and do not save it from a spreadsheet, or format the column as text before saving.',
        },
      );
    }
  }
  let floats = false;
  for (let code = 1; code < column.values.length; code++) {
    const value = column.values[code]!;
    if (FLOAT.test(value)) floats = true;
    else if (!WHOLE.test(value)) return column;
  }
  return floats ? mapWords(column, (value) => (value.endsWith('.0') ? value.slice(0, -2) : value)) : column;
}
