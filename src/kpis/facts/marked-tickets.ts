import { bytesByCode } from '../../lib/judge-rows.ts';
import { column } from '../../model/dataset.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, codesWhere } from './columns.ts';

/** Tickets whose type or one of whose tags (lower case) passes (1); `undefined` where none in the whole data does. */
export function ticketsMarked(context: KpiContext, passes: (text: string) => boolean): Uint8Array | undefined {
  const { tickets } = context.dataset.tables;
  const types = codes(context, 'tickets', 'type');
  const tags = column(tickets, 'tags', 'codes');
  const byType = codesWhere(types, passes);
  const byTag = codesWhere(tags, passes);
  if (byType.size + byTag.size === 0) return undefined;
  const found = types && byType.size > 0 ? bytesByCode(types.codes, bytesOf(byType, types.values.length)) : new Uint8Array(tickets.rows);
  if (tags && byTag.size > 0) {
    const marks = bytesOf(byTag, tags.values.length);
    for (let row = 0; row < found.length; row++)
      for (let at = tags.offsets[row]!; at < tags.offsets[row + 1]!; at++) if (marks[tags.codes[at]!] === 1) found[row] = 1;
  }
  return found;
}

function bytesOf(passing: ReadonlySet<number>, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (const code of passing) bytes[code] = 1;
  return bytes;
}
