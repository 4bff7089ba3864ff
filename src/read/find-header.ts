import { UserError } from '../model/user-error.ts';
import { type HeadRecord, isBlank } from './dialect.ts';

export interface FoundHeader {
  readonly header: readonly string[];
  readonly line: number;
  /** Lines right after the header that explain it further (sub-questions, import ids) and are no data. */
  readonly subHeaderLines: ReadonlySet<number>;
}

/** A header is looked for in so many records; a title, a period and a filter list take a handful. */
const RECORDS_LOOKED_AT = 20;
const MAX_SUB_HEADERS = 2;

/**
 * The header is the row that is best known by name; among equals, and when none is known, the first that is as wide as the
 * data and holds names, not values. Throws when the first row of the table is data already.
 */
export function findHeader(
  records: readonly HeadRecord[],
  options: { readonly path: string; readonly headerScore: (cells: readonly string[]) => number },
): FoundHeader {
  const width = commonWidth(records);
  let best = { index: -1, score: 0 };
  for (let index = 0; index < records.length && index < RECORDS_LOOKED_AT; index += 1) {
    const { cells } = records[index]!;
    if (cells.length === 0) continue;
    const fits = cells.length === width ? 1 : cells.length > 1 ? 0.5 : 0.2;
    const most = options.headerScore(cells) * fits;
    if (most <= best.score) continue;
    const score = most * (0.2 + 0.8 * nameShare(cells));
    if (score > best.score) best = { index, score };
  }
  const index = best.index === -1 ? byShape(records, { path: options.path, width }) : best.index;
  const found = records[index]!;
  const header = found.cells.map((cell) => cell.replace(/^(\uFEFF|ï»¿)/, '').trim());
  return { header, line: found.line, subHeaderLines: findSubHeaders(header, records.slice(index + 1)) };
}

/** No row has a known name: the table is of an unknown layout, or has no header. */
function byShape(records: readonly HeadRecord[], options: { readonly path: string; readonly width: number }): number {
  const index = records.findIndex(({ cells }) => cells.length === options.width);
  const first = records[index];
  if (first === undefined || options.width < 2) {
    throw new UserError('no-table', 'no table found: no column has a known name, and the lines hold no common delimiter', {
      file: options.path,
      line: records[0]?.line,
      hint: 'If it is CSV with an unusual delimiter, name it with --delimiter.',
    });
  }
  if (nameShare(first.cells) < 1) {
    throw new UserError('no-header', 'the file has no header: its first row already holds values', {
      file: options.path,
      line: first.line,
      hint: 'Export it with column names, or add a first line that names the columns.',
    });
  }
  return index;
}

/** The number of cells that most records have; of equals the larger. */
function commonWidth(records: readonly HeadRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) if (cells.length > 0) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = { width: 0, count: 0 };
  for (const [width, count] of counts) if (count > best.count || (count === best.count && width > best.width)) best = { width, count };
  return best.width;
}

/** Share of the cells that are filled and could be names. */
function nameShare(cells: readonly string[]): number {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length === 0 ? 0 : filled.filter((cell) => !isValue(cell)).length / filled.length;
}

/** Numbers, dates, times, e-mail and web addresses: never column names. */
function isValue(cell: string): boolean {
  const text = cell.slice(0, 64).trim();
  return (
    /^[-+]?[\d.,\s']*\d%?$/.test(text) ||
    /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T,].*)?$/.test(text) ||
    /^-?\d+:\d{2}(:\d{2})?/.test(text) ||
    /^\S+@\S+\.\S+$/.test(text) ||
    /^https?:\/\//.test(text)
  );
}

/**
 * Second and third header rows. Qualtrics ends them with its import ids; elsewhere (SurveyMonkey) a row right after the
 * header is one when columns that hold values in the rows below hold none in it.
 */
function findSubHeaders(header: readonly string[], after: readonly HeadRecord[]): ReadonlySet<number> {
  for (let index = 0; index < MAX_SUB_HEADERS && index < after.length; index += 1) {
    if (after[index]!.cells.some((cell) => /^\{"ImportId"\s*:/.test(cell)))
      return new Set(after.slice(0, index + 1).map(({ line }) => line));
  }
  const lines = new Set<number>();
  for (let index = 0; index < MAX_SUB_HEADERS; index += 1) {
    const row = after[index];
    const below = after.slice(index + 1).filter(({ cells }) => cells.length === header.length);
    if (row === undefined || row.cells.length !== header.length || isBlank(row.cells)) break;
    if (!explains(row.cells, { header, below })) break;
    lines.add(row.line);
  }
  return lines;
}

function explains(
  cells: readonly string[],
  { header, below }: { readonly header: readonly string[]; readonly below: readonly HeadRecord[] },
): boolean {
  if (cells.some(isValue)) return false;
  const survey = header.some((name) => /^respondent id$/i.test(name)) && header.some((name) => /^collector id$/i.test(name));
  if (survey && cells[0]!.trim() === '') return true;
  if (below.length < 2) return false;
  let valueColumns = 0;
  for (let column = 0; column < header.length; column += 1) {
    if (below.every(({ cells: row }) => isValue(row[column]!))) valueColumns += 1;
  }
  return valueColumns >= 2;
}
