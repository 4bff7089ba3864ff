import type { CodeColumn, Column } from '../../model/columns.ts';
import type { Findings } from '../warnings.ts';
import { areComplete } from './complete-codes.ts';
import type { Part } from './part.ts';

/** Kinds that other rows speak of: without an id column the row number serves, and nothing can join it. */
const NEED_IDS: ReadonlySet<string> = new Set(['tickets', 'customers']);

/** Numbers the rows of tables without an id column, apart for each file, and counts rows whose id cell is empty. */
export function ensureIds(part: Part, findings: Findings): Part {
  if (!NEED_IDS.has(part.kind) || part.supplements || part.rows === 0) return part;
  const { file } = part.origin;
  const ids = part.columns.get('id');
  if (ids?.type === 'code') {
    if (areComplete(ids.codes)) return part;
    let missing = 0;
    let line: number | undefined;
    for (let row = 0; row < part.rows; row++) if (ids.codes[row] === 0 && missing++ === 0) line = part.lines[row];
    findings.add({ code: 'missing-id', count: missing, file, line, about: 'each of them counts as one of its own' });
    return part;
  }
  if (part.kind === 'customers' && part.columns.has('email')) return part;
  findings.add({
    code: 'missing-id',
    count: part.rows,
    file,
    about: `no column is the id of ${part.kind}, so the row numbers serve and no other file can join them (--map ${part.kind}.id="…")`,
  });
  const values = ['', ...Array.from(part.lines, (_, row) => `${file}#${row + 1}`)];
  const numbered: CodeColumn = { type: 'code', codes: Uint32Array.from({ length: part.rows }, (_, row) => row + 1), values };
  const columns = new Map<string, Column>(part.columns);
  columns.set('id', numbered);
  return { ...part, columns };
}
