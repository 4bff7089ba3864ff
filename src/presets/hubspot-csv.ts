import type { FieldMapping, Preset } from './preset.ts';

const ms = (field: string, clock: 'calendar' | 'business'): FieldMapping => ({ field, unit: 'milliseconds', clock });

/** Internal names, as the API, warehouses and "property names" exports have them. */
const INTERNAL: Readonly<Record<string, string | FieldMapping | null>> = {
  'hs ticket id': 'id', 'hs object id': 'id', subject: 'subject', content: null, createdate: 'createdAt', 'closed date': 'closedAt', 'hs last closed date': null, 'hs lastmodifieddate': 'updatedAt',
  'first agent reply date': 'firstResponseAt', 'last reply date': null, 'hs last message received at': null,
  'hs pipeline': 'group', 'hs pipeline stage': 'status', 'hs ticket priority': 'priority', 'hs ticket category': 'type', 'hubspot owner id': 'agent', 'source type': 'channel',
  'time to close': ms('resolution', 'calendar'), 'time to first agent reply': ms('firstResponse', 'calendar'),
  'hs time to first response in operating hours': ms('firstResponse', 'business'), 'hs time to close in operating hours': ms('resolution', 'business'),
  'hs time to first rep assignment': null, 'hs time to first response sla status': 'firstResponseSla', 'hs time to close sla status': 'resolutionSla', 'hs is one touch ticket': null, 'hs num times contacted': null,
};

const prefixed = Object.fromEntries(Object.entries(INTERNAL).map(([name, said]) => [`property ${name}`, said]));

export const hubspotCsv: Preset = {
  id: 'hubspot-csv',
  title: 'HubSpot Service Hub: tickets (CSV)',
  system: 'hubspot',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['hs pipeline stage', 'createdate'],
      ['hs pipeline stage', 'hs ticket priority'],
      ['property hs pipeline stage', 'property createdate'],
      ['ticket id', 'ticket status', 'pipeline'],
      ['ticket id', 'ticket name', 'ticket status', 'pipeline', 'ticket owner'],
      ['ticket name', 'pipeline', 'create date'],
    ],
  },
  table: {
    columns: {
      ...INTERNAL, ...prefixed,
      'ticket id': 'id', 'ticket name': 'subject', pipeline: 'group', 'ticket status': 'status', 'create date': 'createdAt', 'close date': 'closedAt', 'last modified date': 'updatedAt', 'ticket owner': 'agent',
      priority: 'priority', source: 'channel', category: 'type', 'first agent email response date': 'firstResponseAt', 'first agent response date': 'firstResponseAt',
      'time to close hh mm ss': { field: 'resolution', unit: 'hours', clock: 'calendar' },
      'time to first agent email reply hh mm ss': { field: 'firstResponse', unit: 'hours', clock: 'calendar' },
      'associated contact ids': 'customerId', 'associated contact': null, 'associated company': 'organization', 'associated company ids': null,
    },
  },
  words: {
    statuses: {
      '1': 'new', '2': 'pending', '3': 'open', '4': 'closed', new: 'new', 'waiting on contact': 'pending', 'waiting on us': 'open', closed: 'closed',
      'new support pipeline': 'new', 'waiting on contact support pipeline': 'pending', 'waiting on us support pipeline': 'open', 'closed support pipeline': 'closed',
    },
    priorities: { low: 'low', medium: 'normal', high: 'high', urgent: 'urgent' },
    channels: { email: 'email', chat: 'chat', form: 'web', phone: 'phone' },
  },
  about: 'Export of the ticket list, with labels or with internal property names (also property_…, as warehouses have them).',
  quirks: [
    'time_to_close and its like are milliseconds, whatever their names say; labels ending in (HH:mm:ss) hold just that.',
    '"… in operating hours" is business time.',
    'Stages are numbers of the account: 1 to 4 are the default pipeline\'s, others are reported.',
    'The first agent reply covers few tickets: chats have none.',
    'Times are in the zone of the account: give --timezone.',
  ],
};
