import { at, named, textAt } from './json/record.ts';
import type { JsonListLayout, Preset } from './preset.ts';
import { ZOHO_WORDS } from './zoho/words.ts';

const TICKETS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    subject: 'subject',
    status: [{ from: 'statusType' }, { from: 'status' }],
    priority: 'priority',
    channel: 'channel',
    type: [{ from: 'classification' }, { from: 'category' }],
    language: 'language',
    direction: named('direction', (ticket) => ({ in: 'inbound', out: 'outbound' })[(textAt(ticket, 'direction') ?? '').toLowerCase()]),
    group: [{ from: 'department.name' }, { from: 'departmentId' }],
    agent: [{ from: 'assignee.email' }, { from: 'assigneeId' }],
    customerId: [{ from: 'contact.id' }, { from: 'contactId' }],
    customerEmail: [{ from: 'contact.email' }, { from: 'email' }],
    organization: [{ from: 'contact.account.accountName' }, { from: 'accountId' }],
    createdAt: 'createdTime',
    updatedAt: 'modifiedTime',
    dueAt: 'dueDate',
    firstResponseDueAt: 'responseDueDate',
    closedAt: named('closedTime', (ticket) =>
      textAt(ticket, 'statusType') === 'Closed' || textAt(ticket, 'statusType') === undefined ? at(ticket, 'closedTime') : undefined,
    ),
  },
  exclude: (ticket) =>
    at(ticket, 'isSpam') === true ? 'spam' : at(ticket, 'isDeleted') === true || at(ticket, 'isTrashed') === true ? 'deleted' : undefined,
};

export const zohoJson: Preset = {
  id: 'zoho-json',
  title: 'Zoho Desk: tickets of the API (JSON)',
  system: 'zoho',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['ticket number', 'customer response time'],
      ['ticket number', 'customer response time', 'status type'],
      ['ticket number', 'status type', 'department id'],
    ],
  },
  json: { lists: { '': TICKETS, tickets: TICKETS } },
  words: ZOHO_WORDS,
  zone: 'UTC',
  about: 'GET /api/v1/tickets: {"data": […]}, with or without include=contacts,assignee.',
  quirks: [
    'customerResponseTime is when the customer last wrote: no response of ours, and not read.',
    'Statuses are free words; statusType (Open, On Hold, Closed) counts.',
    'Lists leave contact, assignee and department out: their flat ids serve.',
    'sentiment is no rating. Spam is left out and counted.',
    'There is no first response in a ticket.',
  ],
};
