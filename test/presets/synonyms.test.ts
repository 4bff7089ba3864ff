import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, TABLE_KINDS } from '../../src/model/kinds.ts';
import type { TableKind } from '../../src/model/kinds.ts';
import { fieldKey } from '../../src/presets/field-key.ts';
import { relatedFields } from '../../src/presets/synonyms/related-names.ts';
import { isKnownName, notWhatTheySeem, synonyms, timeStampOfDuration } from '../../src/presets/synonyms.ts';

const meaning = (kind: TableKind, header: string): string | undefined => {
  const found = synonyms[kind].find(fieldKey(header))?.mapping;
  return typeof found === 'string' ? found : found?.field;
};

describe.each(TABLE_KINDS)('the names of %s', (kind) => {
  it('hold every field under its own name in any spelling', () => {
    for (const field of Object.keys(FIELDS[kind])) {
      const snake = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      for (const spelling of [field, snake, snake.replaceAll('_', ' '), snake.toUpperCase(), snake.replaceAll('_', '-')])
        expect(meaning(kind, spelling), spelling).toBe(field);
    }
  });

  it('are found as they are listed: each means the first that it stands for, an earlier one is the better guess', () => {
    const list = [...synonyms[kind]];
    expect(new Set(list.map(([name]) => name)).size).toBe(list.length);
    const found = list.map(([name]) => synonyms[kind].find(name));
    expect(found.map((one) => one?.mapping)).toEqual(list.map(([, mapping]) => mapping));
    expect(found.map((one) => one?.rank)).toEqual(found.map((one) => one?.rank).toSorted((a, b) => a! - b!));
    expect(list.every(([name]) => isKnownName(name))).toBe(true);
  });

  it('are no others', () => {
    const list = new Map(synonyms[kind]);
    const words = [...new Set([...list.keys(), 'no'].flatMap((name) => name.split(' ')))];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 4 }), (some) => {
        const name = some.join(' ');
        expect(synonyms[kind].find(name)?.mapping).toEqual(list.get(name));
        expect(isKnownName(name)).toBe(TABLE_KINDS.some((one) => synonyms[one].find(name) !== undefined));
      }),
    );
  });

  it('lead to fields that exist, and are in the form in which headers are compared', () => {
    for (const [name, said] of synonyms[kind]) {
      expect(Object.keys(FIELDS[kind]), name).toContain(typeof said === 'string' ? said : said.field);
      expect(fieldKey(name), name).toBe(name);
    }
  });
});

// each list as it stands in a real layout: header → field
const LAYOUTS: readonly [string, TableKind, Readonly<Record<string, string>>][] = [
  [
    'the Zendesk-like file that speed is measured with',
    'tickets',
    {
      Id: 'id',
      Subject: 'subject',
      Status: 'status',
      Priority: 'priority',
      'Ticket type': 'type',
      Via: 'channel',
      Group: 'group',
      Assignee: 'agent',
      'Requester id': 'customerId',
      'Requester email': 'customerEmail',
      Organization: 'organization',
      Tags: 'tags',
      'Created at': 'createdAt',
      'Updated at': 'updatedAt',
      'First response at': 'firstResponseAt',
      'Solved at': 'solvedAt',
      Replies: 'agentReplies',
      'Requester replies': 'customerReplies',
      Reopens: 'reopens',
      'Satisfaction Score': 'rating',
      'Satisfaction comment': 'ratingComment',
      Locale: 'language',
    },
  ],
  [
    'a plain ticket list',
    'tickets',
    {
      id: 'id',
      status: 'status',
      created_at: 'createdAt',
      first_response_at: 'firstResponseAt',
      solved_at: 'solvedAt',
      satisfaction: 'rating',
      agent_replies: 'agentReplies',
      reopens: 'reopens',
      channel: 'channel',
      requester_id: 'customerId',
    },
  ],
  ['a plain message list', 'messages', { ticket_id: 'ticketId', created_at: 'at', author_role: 'author', public: 'public' }],
  [
    'a plain customer list',
    'customers',
    {
      id: 'id',
      signed_up_at: 'signedUpAt',
      cancelled_at: 'cancelledAt',
      trial_started_at: 'trialStartedAt',
      trial_ends_at: 'trialEndsAt',
      converted_at: 'convertedAt',
    },
  ],
  ['a plain survey list', 'surveys', { answered_at: 'at', kind: 'kind', score: 'score', customer_id: 'customerId' }],
  ['a plain subscription list', 'subscriptions', { customer_id: 'customerId', started_at: 'startedAt', ended_at: 'endedAt', mrr: 'mrr' }],
  ['a plain event list', 'events', { customer_id: 'customerId', at: 'at', name: 'name', feature: 'feature', outcome: 'outcome' }],
  [
    'what people write',
    'tickets',
    {
      Opened: 'createdAt',
      'Date opened': 'createdAt',
      'Reported at': 'createdAt',
      CreateDate: 'createdAt',
      Completed: 'solvedAt',
      'Closed At': 'closedAt',
      CSAT: 'rating',
      Account: 'customerId',
      'Public replies': 'agentReplies',
      'Agent interactions': 'agentReplies',
    },
  ],
  [
    'German',
    'tickets',
    {
      'Erstellt am': 'createdAt',
      Priorität: 'priority',
      'Gelöst am': 'solvedAt',
      'Geschlossen am': 'closedAt',
      Kanal: 'channel',
      Kunde: 'customerId',
      Zufriedenheit: 'rating',
    },
  ],
  [
    'German customers',
    'customers',
    {
      Kundennummer: 'id',
      Firma: 'organization',
      Tarif: 'plan',
      'Registriert am': 'signedUpAt',
      'Gekündigt am': 'cancelledAt',
      MRR: 'mrr',
      Land: 'country',
    },
  ],
  [
    'Spanish customers',
    'customers',
    { 'Número de cliente': 'id', Empresa: 'organization', 'Fecha de alta': 'signedUpAt', 'Fecha de baja': 'cancelledAt', País: 'country' },
  ],
  [
    'French customers',
    'customers',
    {
      'Numéro client': 'id',
      Société: 'organization',
      Forfait: 'plan',
      'Inscrit le': 'signedUpAt',
      'Résilié le': 'cancelledAt',
      Pays: 'country',
    },
  ],
  [
    'Spanish',
    'tickets',
    {
      Estado: 'status',
      'Fecha de creación': 'createdAt',
      Creada: 'createdAt',
      Prioridad: 'priority',
      'Persona asignada': 'agent',
      'Calificación de satisfacción': 'rating',
    },
  ],
  [
    'French',
    'tickets',
    { 'Créé le': 'createdAt', Statut: 'status', Priorité: 'priority', 'Résolu le': 'solvedAt', Demandeur: 'customerId' },
  ],
];

it.each(LAYOUTS)('covers %s', (_, kind, layout) => {
  for (const [header, field] of Object.entries(layout)) expect(meaning(kind, header), header).toBe(field);
});

describe('durations', () => {
  it.each([
    ['first response time', 'firstResponse', 'unknown'],
    ['time to first response', 'firstResponse', 'unknown'],
    ['Resolution time', 'resolution', 'unknown'],
    ['first resolution time', 'firstResolution', 'unknown'],
    ['requester wait time', 'requesterWait', 'unknown'],
    ['First reply time within business hours', 'firstResponse', 'business'],
    ['business first response time', 'firstResponse', 'business'],
    ['full resolution time calendar', 'resolution', 'calendar'],
  ])('%s is %s of the %s clock', (header, field, clock) => {
    expect(synonyms.tickets.find(fieldKey(header))?.mapping).toMatchObject({ field, clock });
  });

  it('say what they are when their cells turn out to be time stamps', () => {
    for (const [duration, at] of Object.entries(timeStampOfDuration))
      expect([FIELDS.tickets[duration as 'firstResponse'], FIELDS.tickets[at as 'solvedAt']]).toEqual(['duration', 'time']);
  });
});

describe('a name that is near one of ours', () => {
  it.each([
    ['Raised', 'createdAt'],
    ['Date it was raised', 'createdAt'],
    ['Done', 'solvedAt'],
    ['Datum der Erstellung', undefined],
    // a time is no person, and none of these says what it is
    ['Assigned at', undefined],
    ['Product', undefined],
    ['Kosten', undefined],
    ['Date', 'createdAt'],
    ['The', undefined],
  ])('%s is guessed to be %s', (header, field) => {
    const [best] = [meaning('tickets', header), ...relatedFields('tickets', fieldKey(header))].filter((one) => one !== undefined);
    expect(best).toBe(field);
  });
});

describe('what is not what it seems', () => {
  it.each(['customerResponseTime', 'Custom field (Time to resolution)', 'waiting_since', 'first_response_diff_in_min', 'Summation column'])(
    '%s is left alone',
    (header) => {
      expect(notWhatTheySeem.has(fieldKey(header))).toBe(true);
      expect(meaning('tickets', header)).toBeUndefined();
    },
  );

  it('a deadline is no response', () => expect(meaning('tickets', 'fr_due_by')).toBe('firstResponseDueAt'));
  it('stations count the first place too', () =>
    expect(synonyms.tickets.find('group stations')?.mapping).toEqual({ field: 'groupChanges', offset: -1 }));
});
