import type { Preset } from './preset.ts';

export const servicenowCsv: Preset = {
  id: 'servicenow-csv',
  title: 'ServiceNow: incidents (CSV)',
  system: 'servicenow',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['number', 'opened at', 'sys mod count'],
      ['number', 'opened at', 'sys updated on'],
      ['number', 'opened at', 'sys updated at'],
      ['number', 'opened at', 'assignment group'],
      ['number', 'opened', 'short description', 'assignment group'],
      ['number', 'opened', 'caller', 'assignment group'],
    ],
  },
  table: {
    columns: {
      number: 'id', 'sys id': null, active: null, 'short description': 'subject',
      state: 'status', 'incident state': 'status', priority: 'priority', impact: null, urgency: null, severity: null, 'priority confirmation': null,
      'contact type': 'channel', category: 'type', subcategory: null, 'assignment group': 'group', 'assigned to': 'agent',
      'caller id': 'customerId', caller: 'customerId', 'opened by': null, 'sys created by': null, 'sys updated by': null, company: 'organization',
      'opened at': 'createdAt', opened: 'createdAt', 'sys created at': null, 'sys created on': null,
      'sys updated at': 'updatedAt', 'sys updated on': 'updatedAt', updated: 'updatedAt',
      'resolved at': 'solvedAt', resolved: 'solvedAt', 'closed at': 'closedAt', closed: 'closedAt',
      'reopen count': 'reopens', 'reassignment count': 'assigneeChanges', 'sys mod count': 'version',
      'made sla': 'resolutionSla', 'problem id': 'problemId', 'closed code': 'rootCause', 'close code': 'rootCause',
      'business stc': { field: 'resolution', unit: 'seconds', clock: 'business' }, 'calendar stc': { field: 'resolution', unit: 'seconds', clock: 'calendar' },
      'business duration': null, 'calendar duration': null, notify: null, knowledge: null, location: null, vendor: null, 'caused by': null, rfc: null, 'cmdb ci': null,
    },
  },
  words: {
    statuses: {
      '1': 'new', '2': 'open', '3': 'on-hold', '6': 'solved', '7': 'closed', '8': 'closed',
      new: 'new', active: 'open', 'in progress': 'open', 'on hold': 'on-hold', 'awaiting user info': 'pending', 'awaiting problem': 'on-hold', 'awaiting vendor': 'on-hold', 'awaiting evidence': 'on-hold',
      resolved: 'solved', closed: 'closed', canceled: 'closed',
    },
    priorities: { '1 critical': 'urgent', '2 high': 'high', '3 moderate': 'normal', '4 low': 'low', '5 planning': 'low', '1': 'urgent', '2': 'high', '3': 'normal', '4': 'low', '5': 'low' },
    channels: { 'self service': 'web', 'direct opening': 'direct', walk: 'walk-in', 'walk in': 'walk-in', email: 'email', phone: 'phone', ivr: 'phone', chat: 'chat', 'virtual agent': 'chat' },
  },
  about: 'Export of the incident list, with field names or with labels; also logs with one row for each update of an incident.',
  quirks: [
    'One row for each update: of the rows of one number the one with the highest sys_mod_count holds.',
    'Dates may be day first, which is decided for the whole column; "?" is no value.',
    'Times are in the zone of the user who exported: give --timezone.',
    'Priority 1 is the highest. impact and urgency make the priority and are not priorities of their own.',
    'Durations written as dates of 1970 are not read: the time stamps tell.',
    'There is no first response in incidents.',
  ],
};
