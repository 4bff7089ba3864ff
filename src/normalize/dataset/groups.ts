import type { NamedGroup } from '../staging/part.ts';
import { codeColumn } from './customers.ts';
import type { Stacked } from './stack.ts';

/** Groups that the tickets of a product name by id and its directory by name. */
export function nameGroups(tickets: Stacked, directory: readonly NamedGroup[]): void {
  const groups = codeColumn(tickets, 'group');
  const names = new Map(
    directory.filter(({ id, name }) => id !== '' && name !== '').map(({ system, id, name }) => [`${system}\n${id}`, name]),
  );
  if (groups === undefined || names.size === 0) return;
  const values: string[] = [''];
  const known = new Map<string, number>([['', 0]]);
  const codes = new Uint32Array(groups.codes).map((code, row) => {
    const id = groups.values[code]!;
    const name = names.get(`${tickets.parts[tickets.part[row]!]!.origin.system}\n${id}`) ?? id;
    let place = known.get(name);
    if (place === undefined) {
      place = values.push(name) - 1;
      known.set(name, place);
    }
    return place;
  });
  tickets.columns.set('group', { type: 'code', codes, values });
}
