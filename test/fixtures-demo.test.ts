import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

const demo = fileURLToPath(new URL('../fixtures/demo/', import.meta.url));
type Row = Record<string, string>;
const rows = (name: string, delimiter = ','): Row[] => parse(readFileSync(join(demo, name)), { bom: true, columns: true, delimiter });

function groupBy(list: readonly Row[], key: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of list) groups.set(row[key] ?? '', [...(groups.get(row[key] ?? '') ?? []), row]);
  return groups;
}

const inOrder = (list: readonly Row[], key: string): boolean => list.every((row, i) => i === 0 || list[i - 1]![key]! <= row[key]!);

const tickets = rows('tickets.csv');
const messages = groupBy(rows('messages.csv'), 'ticket_id');
const changes = groupBy(rows('changes.csv'), 'ticket_id');
const customers = new Map(rows('customers.csv').map((row): [string | undefined, Row] => [row['id'], row]));
const subscriptions = groupBy(rows('subscriptions.csv'), 'customer_id');
const newest = new Map<string, Row>();
for (const row of tickets) {
  const known = newest.get(row['Id']!);
  if (known === undefined || known['Updated at']! <= row['Updated at']!) newest.set(row['Id']!, row);
}
const current = [...newest.values()];
const statusOf = (row: Row): string => row['Status']!.toLowerCase();
const ordinary = current.filter((row) => !['spam', 'merged', 'test'].includes(statusOf(row)));

describe('the demonstration data', () => {
  it('is what its generator writes, byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'));
    try {
      execFileSync(process.execPath, [join(demo, 'make', 'demo.mjs'), folder]);
      const made = readdirSync(folder).sort();
      expect(made).toEqual(
        readdirSync(demo)
          .filter((name) => name.endsWith('.csv'))
          .sort(),
      );
      for (const name of made)
        expect({ name, same: readFileSync(join(folder, name)).equals(readFileSync(join(demo, name))) }).toEqual({ name, same: true });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('stays small enough for a repository', () => {
    const bytes = readdirSync(demo)
      .filter((name) => name.endsWith('.csv'))
      .reduce((sum, name) => sum + readFileSync(join(demo, name)).length, 0);
    expect(bytes).toBeLessThan(2_500_000);
    expect(current.length).toBeGreaterThan(2000);
  });

  it('has the quirks that its generator promises', () => {
    expect(readFileSync(join(demo, 'tickets.csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(tickets.length - newest.size).toBeGreaterThan(4);
    expect(tickets.some((row) => row['Subject']!.includes('\n'))).toBe(true);
    expect(new Set(current.map(statusOf))).toEqual(
      new Set(['new', 'open', 'pending', 'on-hold', 'solved', 'closed', 'spam', 'merged', 'test']),
    );
    expect(current.filter((row) => row['Solved at'] !== '' && row['Solved at']! < row['Created at']!)).toHaveLength(1);
    expect(readFileSync(join(demo, 'surveys.csv'), 'utf8')).toContain(';\r\n');
  });

  it('tells the same of replies in tickets and messages', () => {
    for (const ticket of current) {
      const said = messages.get(ticket['Id']!) ?? [];
      expect(inOrder(said, 'created_at')).toBe(true);
      const asked = said.findIndex((row) => row['author_role'] === 'customer');
      const replies = asked < 0 ? [] : said.slice(asked).filter((row) => row['author_role'] === 'agent' && row['public'] === 'true');
      const facts = {
        id: ticket['Id'],
        first: replies[0]?.['created_at'] ?? '',
        replies: String(replies.length),
        asked: String(said.filter((row) => row['author_role'] === 'customer').length),
      };
      expect({
        id: ticket['Id'],
        first: ticket['First response at'],
        replies: ticket['Replies'],
        asked: ticket['Requester replies'],
      }).toEqual(facts);
    }
  });

  it('tells the same of states, groups and assignees in tickets and changes', () => {
    for (const ticket of current) {
      const history = changes.get(ticket['Id']!) ?? [];
      expect(inOrder(history, 'at')).toBe(true);
      const of = (field: string): Row[] => history.filter((row) => row['field'] === field);
      for (const field of ['status', 'group', 'assignee'])
        of(field).forEach((row, i, all) => {
          if (i > 0) expect(row['from']).toBe(all[i - 1]!['to']);
        });
      const states = of('status');
      const solves = states.filter((row) => row['to'] === 'solved').map((row) => row['at']);
      const status = states.at(-1)?.['to'] ?? 'new';
      const over = status === 'solved' || status === 'closed';
      if (ordinary.includes(ticket)) expect(statusOf(ticket)).toBe(status);
      const expected = {
        id: ticket['Id'],
        first: over ? solves[0] : '',
        solved: over ? solves.at(-1) : '',
        closed: status === 'closed' ? states.at(-1)!['at'] : '',
        reopens: String(states.filter((row) => row['from'] === 'solved' && row['to'] !== 'closed').length),
        group: of('group').at(-1)?.['to'] ?? ticket['Group'],
        assignee: of('assignee').at(-1)?.['to'] ?? '',
        groupChanges: String(of('group').length),
        assigneeChanges: String(of('assignee').filter((row) => row['from'] !== '').length),
      };
      expect({
        id: ticket['Id'],
        first: ticket['First resolved at'],
        solved: ticket['Solved at'],
        closed: ticket['Closed at'],
        reopens: ticket['Reopens'],
        group: ticket['Group'],
        assignee: ticket['Assignee'],
        groupChanges: ticket['Group changes'],
        assigneeChanges: ticket['Assignee changes'],
      }).toEqual(expected);
    }
  });

  it('knows every customer, and none before the signup', () => {
    for (const ticket of current) {
      if (ticket['Requester id'] === '') continue;
      const customer = customers.get(ticket['Requester id']);
      const early = customer === undefined || customer['signed_up_at']! > ticket['Created at']!;
      expect({ id: ticket['Id'], early, fake: customer?.['fake'] }).toEqual({ id: ticket['Id'], early: false, fake: 'false' });
    }
    for (const event of rows('events.csv')) expect(customers.has(event['customer_id'])).toBe(true);
    for (const customer of customers.values())
      if (customer['referred_by'] !== '') expect(customers.has(customer['referred_by'])).toBe(true);
  });

  it('tells the same of plans, prices and leavers in customers, subscriptions and events', () => {
    const cancels = new Map(
      rows('events.csv')
        .filter((row) => row['name'] === 'cancel')
        .map((row) => [row['customer_id'], row['at']]),
    );
    for (const [id, customer] of customers) {
      const all = subscriptions.get(id!) ?? [];
      const paid = all.filter((row) => row['trial'] === 'false');
      all.slice(1).forEach((row, i) => expect(row['started_at']).toBe(all[i]!['ended_at']));
      expect(paid[0]?.['started_at'] ?? '').toBe(customer['converted_at']);
      expect(String(paid.at(-1)?.['mrr'] ?? 0)).toBe(customer['mrr']);
      if (paid.length > 0)
        expect({ plan: paid.at(-1)!['plan'], ended: paid.at(-1)!['ended_at'] }).toEqual({
          plan: customer['plan'],
          ended: customer['cancelled_at'],
        });
      expect(cancels.get(id) ?? '').toBe(customer['cancelled_at']);
    }
  });
});
