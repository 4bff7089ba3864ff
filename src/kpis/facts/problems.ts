import { column } from '../../model/dataset.ts';
import { codesByRow, listsOf } from '../../model/lists.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes } from './columns.ts';
import { namesOption } from './event-names.ts';

/** What each ticket was about: one or more keys; ticket `t` has `keys[offsets[t]] … keys[offsets[t + 1] - 1]`. Equal keys are the same problem. */
export interface Problems {
  readonly offsets: Uint32Array;
  readonly keys: Uint32Array;
  readonly count: number;
  /** The fields that told, in order. */
  readonly by: readonly string[];
}

const FIELDS = ['rootCause', 'problemId', 'tags', 'type'] as const;
type ProblemField = (typeof FIELDS)[number];
const USUAL: readonly ProblemField[] = ['rootCause', 'tags'];

/** The first of the fields (option `problem`) that says anything about a ticket: a field's keys are never those of another. */
export function problems(context: KpiContext): Problems {
  const wanted = namesOption(context.options['problem'], USUAL);
  const fields = FIELDS.filter((field) => wanted.includes(field)).toSorted((a, b) => wanted.indexOf(a) - wanted.indexOf(b));
  return context.briefly(`problems by ${fields.join(', ')}`, () => {
    const { tickets } = context.dataset.tables;
    let count = 0;
    const sources = fields.flatMap((field) => {
      const single = codes(context, 'tickets', field);
      const several = column(tickets, 'tags', 'codes');
      const found = field === 'tags' ? several : single;
      if (!found) return [];
      const first = count;
      count += found.values.length;
      return [{ field, first, found }];
    });
    const by = sources.map(({ field }) => field);
    const [alone] = sources;
    if (sources.length === 1 && alone!.found.type === 'codes') {
      const lists = listsOf(alone!.found);
      const { offsets, codes: keys } = lists === undefined ? alone!.found : codesByRow(lists);
      return { offsets, keys, count, by };
    }
    const offsets = new Uint32Array(tickets.rows + 1);
    const most = sources.reduce((sum, { found }) => sum + found.codes.length, 0);
    const keys = new Uint32Array(most);
    let size = 0;
    for (let row = 0; row < tickets.rows; row++) {
      for (const { found, first } of sources) {
        if (found.type === 'code') {
          if (found.codes[row]! > 0) keys[size++] = first + found.codes[row]!;
        } else for (let at = found.offsets[row]!; at < found.offsets[row + 1]!; at++) keys[size++] = first + found.codes[at]!;
        if (size > offsets[row]!) break;
      }
      offsets[row + 1] = size;
    }
    return { offsets, keys: keys.subarray(0, size), count, by };
  });
}
