import { type JsonObject, RecordView } from '../../model/json.ts';
import type { ColumnWriter } from '../writers/writer.ts';

/** A value in a record as the writers take it: text, or a list of texts. */
export type JsonCell = string | readonly string[];

/** Anything that a JSON value may be, as a cell; objects hold nothing that one cell could. */
export function cellOf(value: unknown): JsonCell {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(nameOf).filter((text) => text !== '');
  return '';
}

/** Lists hold texts, or objects with a name (`tags: [{name}]`). */
function nameOf(value: unknown): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { name, tag, title, value: own } = value instanceof RecordView ? value.parsed() : (value as JsonObject);
    for (const text of [name, tag, title, own]) if (typeof text === 'string') return text;
    return '';
  }
  const cell = cellOf(value);
  return typeof cell === 'string' ? cell : '';
}

/** The record's members as named cells, those of nested objects as `a.b` (one level). */
export function flatten(record: JsonObject): Map<string, JsonCell> {
  const cells = new Map<string, JsonCell>();
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [inner, nested] of Object.entries(value as JsonObject)) {
        if (typeof nested !== 'object' || nested === null || Array.isArray(nested)) cells.set(`${key}.${inner}`, cellOf(nested));
      }
    } else cells.set(key, cellOf(value));
  }
  return cells;
}

export function writeCell(writer: ColumnWriter, cell: JsonCell): void {
  if (typeof cell === 'string') writer.write(cell);
  else if (writer.writeMany !== undefined) writer.writeMany(cell);
  else writer.write(textOf(cell));
}

/** The cell as one text. */
export function textOf(cell: JsonCell): string {
  return typeof cell === 'string' ? cell : cell.join(', ');
}
