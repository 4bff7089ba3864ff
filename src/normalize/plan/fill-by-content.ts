import type { TableKind } from '../../model/kinds.ts';
import type { PlannedColumn, SourceColumn } from './plan.ts';
import { notWhatTheySeem } from '../../presets/synonyms.ts';

/** The field that a lone column of time stamps must be, by kind: the one that such a table cannot do without. */
const TIME_FIELD: Readonly<Partial<Record<TableKind, string>>> = {
  tickets: 'createdAt',
  messages: 'at',
  changes: 'at',
  events: 'at',
  surveys: 'at',
};
const EMAIL_FIELD: Readonly<Partial<Record<TableKind, string>>> = {
  tickets: 'customerEmail',
  customers: 'email',
  surveys: 'customerEmail',
};

/** What only the cells can tell: a single unnamed column of dates, or of e-mail addresses, where the kind's own is still missing. With two of them there is nothing to choose by. */
export function fillByContent(kind: TableKind, open: readonly SourceColumn[], named: readonly PlannedColumn[]): PlannedColumn[] {
  const has = (field: string): boolean => named.some((column) => column.mapping.field === field);
  const free = open.filter((column) => column.content.cells > 0 && !column.keys.some((key) => notWhatTheySeem.has(key)));
  const found: PlannedColumn[] = [];
  const timeField = TIME_FIELD[kind];
  if (timeField !== undefined && !has(timeField)) {
    const times = free.filter((column) => column.content.times * 10 >= column.content.cells * 9);
    const [only] = times;
    if (only !== undefined && times.length === 1)
      found.push({ source: only, mapping: { field: timeField }, type: 'time', target: timeField });
  }
  const emailField = EMAIL_FIELD[kind];
  if (emailField !== undefined && !has(emailField)) {
    const emails = free.filter((column) => column.content.emails * 10 >= column.content.cells * 9);
    const [only] = emails;
    if (only !== undefined && emails.length === 1)
      found.push({ source: only, mapping: { field: emailField }, type: 'code', target: emailField });
  }
  return found;
}
