import type { CodeColumn } from '../../model/columns.ts';
import { dictionarySize } from '../../model/texts.ts';
import { areComplete } from '../staging/complete-codes.ts';
import { codeColumn } from './customers.ts';
import type { Stacked } from './stack.ts';

/**
 * Who a row is about, as one text for all tables: the linked customer's id, else the row's own customer id, else its e-mail address in lower case
 * (an address that stands beside an id on some row is that customer on every row).
 * The tables share one dictionary, so equal codes are the same customer in all of them.
 */
export function addCustomerKeys(customers: Stacked, tables: readonly Stacked[]): void {
  const dictionary = new Map<string, number>([['', 0]]);
  const values: string[] = [''];
  const intern = (key: string): number => {
    let code = dictionary.get(key);
    if (code === undefined) {
      code = values.push(key) - 1;
      dictionary.set(key, code);
    }
    return code;
  };
  const keyOfCustomer = customerKeys(customers, intern);
  const withRows = tables.filter((table) => table.rows > 0);
  const [only, ...others] = withRows;
  if (customers.rows === 0 && only !== undefined && others.length === 0 && isKeyedById(only)) {
    only.columns.set('customerKey', codeColumn(only, 'customerId')!);
    return;
  }
  const readers = withRows.map((table) => keyReader(table, { intern, keyOfCustomer }));
  const keyOfEmail = readers.some((reader) => reader.needsEmails()) ? new Map<string, number>() : null;
  if (keyOfEmail !== null) for (const reader of readers) reader.learnEmails(keyOfEmail);
  for (const reader of readers) {
    const codes = reader.keys(keyOfEmail, intern);
    if (codes !== undefined) reader.table.columns.set('customerKey', { type: 'code', codes, values });
  }
  if (customers.rows > 0) customers.columns.set('customerKey', { type: 'code', codes: keyOfCustomer, values });
}

/** One table in which every id has a row, and no row has nothing but an address: its ids are the keys. */
function isKeyedById(table: Stacked): boolean {
  const ids = codeColumn(table, 'customerId');
  const emails = codeColumn(table, 'customerEmail');
  if (ids === undefined || table.columns.has('customer')) return false;
  if (areComplete(ids.codes)) return true;
  const used = new Uint8Array(dictionarySize(ids));
  for (let row = 0; row < table.rows; row++) {
    const code = ids.codes[row]!;
    if (code === 0 && emails !== undefined && emails.codes[row] !== 0) return false;
    used[code] = 1;
  }
  return used.indexOf(0, 1) === -1;
}

function customerKeys(customers: Stacked, intern: (key: string) => number): Uint32Array {
  const ids = codeColumn(customers, 'id');
  const emails = codeColumn(customers, 'email');
  const keys = new Uint32Array(customers.rows);
  for (let row = 0; row < customers.rows; row++) {
    const id = ids?.values[ids.codes[row]!] ?? '';
    keys[row] = intern(id !== '' ? id : (emails?.values[emails.codes[row]!] ?? '').toLowerCase());
  }
  return keys;
}

interface KeyReader {
  readonly table: Stacked;
  /** Whether any row has nothing but its address to be known by. */
  needsEmails(): boolean;
  learnEmails(known: Map<string, number>): void;
  /** `known` is `null` where no row needs its address. */
  keys(known: ReadonlyMap<string, number> | null, intern: (key: string) => number): Uint32Array | undefined;
}

function keyReader(
  table: Stacked,
  { intern, keyOfCustomer }: { readonly intern: (key: string) => number; readonly keyOfCustomer: Uint32Array },
): KeyReader {
  const ids = codeColumn(table, 'customerId');
  const emails = codeColumn(table, 'customerEmail');
  const link = table.columns.get('customer');
  const idKeys = ids === undefined ? undefined : interned(ids, intern);
  const known = (row: number): number => {
    const customer = link?.type === 'link' ? link.rows[row]! : -1;
    return customer >= 0 ? keyOfCustomer[customer]! : (idKeys?.[ids!.codes[row]!] ?? 0);
  };
  /** The last row with each address that names a customer in another way too. */
  const learn = (): Uint32Array => {
    const last = new Uint32Array(dictionarySize(emails!));
    for (let row = 0; row < table.rows; row++) if (emails!.codes[row] !== 0 && known(row) !== 0) last[emails!.codes[row]!] = row + 1;
    return last;
  };
  return {
    table,
    needsEmails() {
      if (emails === undefined) return false;
      for (let row = 0; row < table.rows; row++) if (emails.codes[row] !== 0 && known(row) === 0) return true;
      return false;
    },
    learnEmails(learned) {
      if (emails === undefined) return;
      const lastRow = new Map<string, number>();
      learn().forEach((row, code) => {
        const email = row === 0 ? '' : emails.values[code]!.toLowerCase();
        if (email === '' || row < (lastRow.get(email) ?? 0)) return;
        lastRow.set(email, row);
        learned.set(email, known(row - 1));
      });
    },
    keys(learned, internNew) {
      if (ids === undefined && emails === undefined && link === undefined) return undefined;
      const byEmail =
        learned === null
          ? undefined
          : emails?.values.map((email) => (email === '' ? 0 : (learned.get(email.toLowerCase()) ?? internNew(email.toLowerCase()))));
      const codes = new Uint32Array(table.rows);
      for (let row = 0; row < table.rows; row++) codes[row] = known(row) || (byEmail?.[emails!.codes[row]!] ?? 0);
      return codes;
    },
  };
}

function interned(ids: CodeColumn, intern: (key: string) => number): Uint32Array {
  const used = new Uint8Array(dictionarySize(ids));
  for (const code of ids.codes) used[code] = 1;
  return Uint32Array.from(ids.values, (id, code) => (code === 0 || used[code] === 0 ? 0 : intern(id)));
}
