import type { TableKind } from '../../../model/kinds.ts';
import type { KpiContext } from '../../define-kpi.ts';
import { codes } from '../columns.ts';
import { people, personOf } from '../people.ts';

/** Rows of a table in order of their person: person `p` has `rows[starts[p]] … rows[starts[p + 1] - 1]`. */
export interface PersonRows {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

export function rowsByPerson(context: KpiContext, table: TableKind): PersonRows {
  return context.memo(`rows of ${table} by person`, () => {
    const { count } = people(context);
    const who = personOf(context, table);
    const starts = new Int32Array(count + 1);
    for (const person of who) if (person >= 0) starts[person + 1]!++;
    for (let person = 0; person < count; person++) starts[person + 1]! += starts[person]!;
    const filled = starts.slice();
    const rows = new Int32Array(starts[count]!);
    for (let row = 0; row < who.length; row++) if (who[row]! >= 0) rows[filled[who[row]!]!++] = row;
    return { starts, rows };
  });
}

/** What a person is known by: the id of the customers table, else the id or e-mail address that other tables name them by; '' where nothing. */
export function personNames(context: KpiContext): readonly string[] {
  return context.memo('names of people', () => {
    const { count } = people(context);
    const known = context.dataset.tables.customers.rows;
    const [own, keys] = [codes(context, 'customers', 'id'), codes(context, 'customers', 'customerKey')];
    const names = Array.from({ length: count }, (_, person) =>
      person < known ? (own?.values[own.codes[person]!] ?? '') || (keys?.values[keys.codes[person]!] ?? '') : '',
    );
    for (const table of ['tickets', 'subscriptions', 'events', 'surveys'] as const) {
      const named = codes(context, table, 'customerKey') ?? codes(context, table, 'customerId') ?? codes(context, table, 'customerEmail');
      personOf(context, table).forEach((person, row) => {
        if (person >= known && names[person] === '') names[person] = named?.values[named.codes[row]!] ?? '';
      });
    }
    return names;
  });
}
