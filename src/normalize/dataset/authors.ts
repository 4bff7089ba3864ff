import type { CodeColumn } from '../../model/columns.ts';
import { dictionarySize } from '../../model/texts.ts';
import { AUTHORS } from '../../model/kinds.ts';
import type { Author } from '../../model/kinds.ts';
import { zeroCodes } from '../staging/narrow-codes.ts';
import type { Person } from '../staging/part.ts';
import { roleOf } from '../vocabulary/authors.ts';
import { codeColumn } from './customers.ts';
import { recodeNumbers } from './identity.ts';
import type { Stacked } from './stack.ts';

const UNKNOWN = AUTHORS.indexOf('unknown') + 1;
const BOT = AUTHORS.indexOf('bot') + 1;
const CUSTOMER = AUTHORS.indexOf('customer') + 1;

/**
 * Who wrote the messages that do not say it, in this order: the ticket's customer; whom the product's directory knows, by role;
 * whoever is assigned to any ticket of the export is an agent; the rest are unknown.
 */
export function settleAuthors({
  messages,
  links,
  tickets,
  people,
  bots,
}: {
  readonly messages: Stacked;
  readonly links: Int32Array;
  readonly tickets: Stacked;
  readonly people: readonly Person[];
  /** Whom the user calls machines: they are, whatever the export says of them. */
  readonly bots: readonly string[];
}): void {
  const said = codeColumn(messages, 'author');
  const authorIds = codeColumn(messages, 'authorId');
  if (said === undefined && authorIds === undefined) return;
  const ours = said?.values.map((word) => AUTHORS.indexOf(word as Author) + 1);
  const roles = rolesById(tickets, people);
  const textOf = lowerTexts(authorIds);
  /** By author: 0 as long as nobody has looked. */
  const roleOfAuthor = new Uint8Array(authorIds === undefined ? 1 : dictionarySize(authorIds));
  const isCustomer = customerTest(authorIds, tickets);
  const machines = bots.length === 0 ? new Set<number>() : machinesAmong(authorIds?.values ?? [''], { people, bots });
  const codes = zeroCodes(messages.rows, AUTHORS.length + 1);
  for (let row = 0; row < messages.rows; row++) {
    const author = authorIds?.codes[row] ?? 0;
    if (machines.size > 0 && machines.has(author)) {
      codes[row] = BOT;
      continue;
    }
    const told = ours?.[said!.codes[row]!] ?? 0;
    if (told !== 0 && told !== UNKNOWN) {
      codes[row] = told;
      continue;
    }
    codes[row] = UNKNOWN;
    if (author === 0) continue;
    if (links[row]! >= 0 && isCustomer(author, links[row]!)) codes[row] = CUSTOMER;
    else codes[row] = roleOfAuthor[author] ||= roles.get(textOf(author)) ?? UNKNOWN;
  }
  messages.columns.set('author', { type: 'code', codes, values: ['', ...AUTHORS] });
}

/** Codes of authors that the user calls machines, by what the export writes or by the name or address that its directory knows. */
function machinesAmong(
  ids: readonly string[],
  { people, bots }: { readonly people: readonly Person[]; readonly bots: readonly string[] },
): ReadonlySet<number> {
  const named = new Set(bots.map((bot) => bot.trim().toLowerCase()));
  for (const { id, email, name } of people) {
    if (named.has(name.trim().toLowerCase()) || named.has(email.trim().toLowerCase())) named.add(id.toLowerCase());
  }
  named.delete('');
  return new Set(ids.flatMap((id, code) => (named.has(id.trim().toLowerCase()) ? [code] : [])));
}

/** Codes of roles by id and address, in small letters. */
function rolesById(tickets: Stacked, people: readonly Person[]): ReadonlyMap<string, number> {
  const roles = new Map<string, number>();
  const note = (text: string, author: Author): void => {
    if (text !== '') roles.set(text.toLowerCase(), AUTHORS.indexOf(author) + 1);
  };
  for (const agent of codeColumn(tickets, 'agent')?.values ?? []) note(agent, 'agent');
  for (const { id, email, role } of people) {
    const author = roleOf(role, undefined);
    if (author === 'unknown') continue;
    note(id, author);
    note(email, author);
  }
  return roles;
}

/** Whether an author, by code, is the customer of a ticket, by its id or its address. */
function customerTest(authors: CodeColumn | undefined, tickets: Stacked): (author: number, ticket: number) => boolean {
  const ids = codeColumn(tickets, 'customerId');
  const emails = codeColumn(tickets, 'customerEmail');
  const [numbers, others] = [authors?.texts?.numbers, ids?.texts?.numbers];
  if (ids !== undefined && numbers !== undefined && others !== undefined && emails === undefined) {
    const { codes } = ids;
    const authorOf = recodeNumbers(others, numbers);
    return (author, ticket) => author === authorOf[codes[ticket]!];
  }
  const [textOf, idOf, emailOf] = [lowerTexts(authors), lowerTexts(ids), lowerTexts(emails)];
  return (author, ticket) => {
    const text = textOf(author);
    return idOf(ids?.codes[ticket] ?? 0) === text || emailOf(emails?.codes[ticket] ?? 0) === text;
  };
}

/** By code the text in small letters. Few are asked for: each is made then. */
function lowerTexts(column: CodeColumn | undefined): (code: number) => string {
  const made: (string | undefined)[] = [];
  return (code) => (made[code] ??= (column?.texts?.text(code) ?? column?.values[code] ?? '').toLowerCase());
}

/** E-mail addresses of requesters that only the directory knows. */
export function addEmails(tickets: Stacked, people: readonly Person[]): void {
  const ids = codeColumn(tickets, 'customerId');
  const emails = new Map(people.filter(({ id, email }) => id !== '' && email !== '').map(({ id, email }) => [id, email]));
  if (ids === undefined || emails.size === 0) return;
  const own = codeColumn(tickets, 'customerEmail');
  const values = [...(own?.values ?? [''])];
  const byId = Uint32Array.from(ids.values, (id) => {
    const email = emails.get(id);
    return email === undefined ? 0 : values.push(email) - 1;
  });
  const codes = new Uint32Array(ids.codes).map((id, row) => own?.codes[row] || byId[id]!);
  tickets.columns.set('customerEmail', { type: 'code', codes, values });
}
