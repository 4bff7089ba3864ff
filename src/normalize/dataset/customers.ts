import type { CodeColumn } from '../../model/columns.ts';
import { Identity } from './identity.ts';
import type { Stacked } from './stack.ts';

const NONE = -1;

/** Finds customers by id, of the same system first, then by e-mail address. */
export class CustomerIndex {
  readonly #identity: Identity;
  readonly #byEmail = new Map<string, number>();

  constructor(customers: Stacked) {
    const ids = customers.columns.get('id');
    const emails = customers.columns.get('email');
    this.#identity = new Identity(customers, ids?.type === 'code' ? ids : undefined, () => true);
    if (emails?.type !== 'code') return;
    for (let row = 0; row < customers.rows; row++) {
      const email = emails.values[emails.codes[row]!]!.toLowerCase();
      if (email !== '' && !this.#byEmail.has(email)) this.#byEmail.set(email, row);
    }
  }

  /** By row of `table`: the customer's row, -1 where none is known. */
  link(table: Stacked): Int32Array {
    const links = new Int32Array(table.rows).fill(NONE);
    const ids = codeColumn(table, 'customerId');
    const emails = codeColumn(table, 'customerEmail');
    const recoded = ids === undefined ? undefined : this.#identity.recode(ids);
    const systems = table.parts.map((part) => this.#systemsFor(part.origin.system));
    const emailRows = emails?.values.map((email) => this.#byEmail.get(email.toLowerCase()) ?? NONE);
    // an address in the id column of a file that has no other id
    const idEmailRows = ids?.values.map((id) => (id.includes('@') ? (this.#byEmail.get(id.toLowerCase()) ?? NONE) : NONE));
    for (let row = 0; row < table.rows; row++) {
      if (ids !== undefined && recoded !== undefined) {
        const code = ids.codes[row]!;
        for (const system of systems[table.part[row]!]!) {
          if (links[row] === NONE) links[row] = this.#identity.byCode(system, recoded[code]!);
        }
        if (links[row] === NONE) links[row] = idEmailRows![code]!;
      }
      if (links[row] === NONE && emails !== undefined) links[row] = emailRows![emails.codes[row]!]!;
    }
    return links;
  }

  #systemsFor(system: string): readonly number[] {
    const first = this.#identity.systemFor(system);
    const all = [...this.#identity.systems.keys()];
    return first < 0 ? all : [first, ...all.filter((other) => other !== first)];
  }
}

export function codeColumn(table: Stacked, name: string): CodeColumn | undefined {
  const column = table.columns.get(name);
  return column?.type === 'code' ? column : undefined;
}
