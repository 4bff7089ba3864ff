import type { KpiContext } from '../define-kpi.ts';
import { codes, codesWhere, times } from './columns.ts';
import { people, personOf } from './people.ts';

/** Events of these names (lower case): one byte a row; `undefined` where the data has no event of such a name. */
export function eventsNamed(context: KpiContext, names: readonly string[]): Uint8Array | undefined {
  return context.memo(`events named ${names.join('|')}`, () => {
    const wanted = new Set(names.map((name) => name.toLowerCase()));
    const column = codes(context, 'events', 'name');
    const matching = codesWhere(column, (name) => wanted.has(name));
    if (!column || matching.size === 0) return undefined;
    const isMatching = Uint8Array.from(column.values, (_, code) => (matching.has(code) ? 1 : 0));
    const mask = new Uint8Array(column.codes.length);
    for (let row = 0; row < mask.length; row++) mask[row] = isMatching[column.codes[row]!]!;
    return mask.includes(1) ? mask : undefined;
  });
}

/** When each person did one of these for the first (or last) time, epoch ms; `NaN` where never. `undefined` where nobody did. */
export function firstEvent(context: KpiContext, names: readonly string[], which: 'first' | 'last' = 'first'): Float64Array | undefined {
  return context.memo(`${which} event of ${names.join('|')}`, () => {
    const mask = eventsNamed(context, names);
    if (!mask) return undefined;
    const found = new Float64Array(people(context).count).fill(Number.NaN);
    const who = personOf(context, 'events');
    const at = times(context, 'events', 'at');
    for (let row = 0; row < mask.length; row++) {
      const person = who[row]!;
      const time = at[row]!;
      if (mask[row] !== 1 || person < 0 || Number.isNaN(time)) continue;
      const known = found[person]!;
      if (Number.isNaN(known) || (which === 'first' ? time < known : time > known)) found[person] = time;
    }
    return found;
  });
}

/** An option that is one name or a list of names. */
export function namesOption(value: unknown, otherwise: readonly string[]): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string') ? (value as string[]) : otherwise;
}
