import type { KpiContext } from '../define-kpi.ts';
import type { Keys } from '../statistics/parts.ts';
import { codes, numbers, rowsOf } from './columns.ts';
import { fieldHistory } from './resolution.ts';

/** The first group of each ticket: from its history where there is one, else the group that it has. */
export function firstGroups(context: KpiContext): Keys {
  return context.memo('first groups', () => {
    const current = codes(context, 'tickets', 'group');
    const { rows } = rowsOf(context, 'tickets');
    const values = [...(current?.values ?? [''])];
    const known = new Map(values.map((value, code) => [value, code]));
    const { starts, at, from, to } = fieldHistory(context, 'group');
    if (current && at.length === 0) return current;
    // Codes of few words may be bytes, which further words do not fit.
    const found = new Uint32Array(rows);
    if (current) found.set(current.codes);
    for (let row = 0; row < rows; row++) {
      if (starts[row] === starts[row + 1]) continue;
      const first = from[starts[row]!]! || to[starts[row]!]!;
      if (first === '') continue;
      let code = known.get(first);
      if (code === undefined) known.set(first, (code = values.push(first) - 1));
      found[row] = code;
    }
    return { codes: found, values };
  });
}

/** How often each ticket went from one group to another; `NaN` where unknown. The first assignment to a group is no transfer. */
export function transfers(context: KpiContext): Float64Array {
  return context.memo('transfers', () => transfersBy(context, null));
}

/** The same at an instant of each ticket (epoch ms), as far as a history tells; a number that the export counted has no date. */
export function transfersBy(context: KpiContext, until: Float64Array | null): Float64Array {
  const counted = numbers(context, 'tickets', 'groupChanges');
  const { starts, at, from, to } = fieldHistory(context, 'group');
  return Float64Array.from({ length: rowsOf(context, 'tickets').rows }, (_, row) => {
    if (counted && !Number.isNaN(counted[row]!)) return counted[row]!;
    if (at.length === 0) return Number.NaN;
    let moves = 0;
    for (let change = starts[row]!; change < starts[row + 1]!; change++) {
      if (from[change] !== '' && from[change] !== to[change] && !(until !== null && at[change]! > until[row]!)) moves++;
    }
    return moves;
  });
}
