import { fieldKey } from '../../presets/field-key.ts';
import { mapWords } from '../staging/combine.ts';
import type { WordsOf } from '../staging/words-of.ts';
import { codeOf } from '../staging/words-of.ts';
import { statusOf } from './statuses.ts';
import { priorityOf } from './priorities.ts';

const FIELDS: ReadonlyMap<string, string> = new Map([
  ...'status|state|status id|state id|ticket status|status change|status changed|custom status id'
    .split('|')
    .map((word): [string, string] => [word, 'status']),
  ...'group|group id|team|team id|queue|department|assignment group|team assignee id'
    .split('|')
    .map((word): [string, string] => [word, 'group']),
  ...'assignee|assignee id|agent|owner|owner id|assigned to|responder id|admin assignee id'
    .split('|')
    .map((word): [string, string] => [word, 'assignee']),
  ...'priority|priority id'.split('|').map((word): [string, string] => [word, 'priority']),
]);

/** Names of the changed fields, and statuses and priorities on both sides, in our words. */
export function readChanges(part: WordsOf): void {
  const field = codeOf(part, 'field');
  if (field === undefined) return;
  const named = mapWords(field, (word) => FIELDS.get(fieldKey(word)) ?? word);
  part.columns.set('field', named);
  const status = named.values.indexOf('status');
  const priority = named.values.indexOf('priority');
  for (const side of ['from', 'to'] as const) {
    const column = codeOf(part, side);
    if (column === undefined) continue;
    // one dictionary holds the words of all fields: each gets a second entry, read as a status, and a third, read as a priority
    const size = column.values.length;
    const asStatus = column.values.map((word) =>
      word === '' ? '' : (statusOf(word, { own: part.options.statuses, preset: part.preset?.words?.statuses }) ?? 'open'),
    );
    const asPriority = column.values.map((word) => (word === '' ? '' : priorityOf(word, part.preset?.words?.priorities)));
    const codes = new Uint32Array(column.codes).map((code, row) =>
      code === 0 ? 0 : named.codes[row] === status ? code + size : named.codes[row] === priority ? code + 2 * size : code,
    );
    part.columns.set(
      side,
      mapWords({ type: 'code', codes, values: [...column.values, ...asStatus, ...asPriority] }, (word) => word),
    );
  }
}
