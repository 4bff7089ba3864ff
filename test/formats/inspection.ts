import type { Inspection } from '../../src/model/inspection.ts';
import { HOSTILE } from './rich-report.ts';

export const inspection: Inspection = {
  schemaVersion: 1,
  generator: { name: 'happiness', version: '0.1.0' },
  command: 'inspect',
  timeZone: 'UTC',
  timeZoneGiven: false,
  files: [
    {
      path: 'exports/tickets.csv',
      format: 'csv',
      encoding: 'windows-1252',
      encodingAssumed: true,
      delimiter: ';',
      headerLine: 3,
      preset: 'zendesk-csv',
      tables: [{ kind: 'tickets', rows: 1210, used: 1190, excluded: 12, collapsed: 6, skipped: 2 }],
      columns: [
        { name: 'Id', feeds: ['tickets.id'], holds: 'numbers' },
        { name: 'Created at', feeds: ['tickets.createdAt'], holds: 'times', samples: ['2025-01-02 10:00', '2025-01-03 09:30'] },
        { name: 'First reply time in minutes', feeds: ['tickets.firstResponse.calendar'], holds: 'numbers' },
        { name: 'Raised in the customer portal of the second line (local time)', feeds: [], holds: 'times', guess: 'solvedAt' },
        { name: 'Mood', feeds: [], holds: 'text' },
        { name: 'Notes', feeds: [], holds: 'nothing' },
      ],
      warnings: [
        {
          code: 'zone-assumed',
          message: '1,190 time stamps in “Created at” have no time zone and were read as UTC; --timezone sets another.',
          count: 1190,
          file: 'exports/tickets.csv',
          line: 4,
        },
        {
          code: 'unknown-status',
          message: '3 tickets have a status that nobody told us the meaning of, counted as open.',
          count: 3,
          file: 'exports/tickets.csv',
        },
      ],
      error: null,
    },
    {
      path: 'other.csv',
      format: 'csv',
      encoding: 'utf-8',
      encodingAssumed: false,
      delimiter: ',',
      headerLine: 1,
      preset: null,
      tables: [],
      columns: [
        { name: 'Raised', feeds: [], holds: 'times', guess: 'createdAt' },
        { name: 'Ref', feeds: [], holds: 'numbers', guess: 'id' },
        // guessed once already
        { name: 'a: b #', feeds: [], holds: 'text', guess: 'id' },
      ],
      likelyKind: 'tickets',
      warnings: [],
      error: {
        code: 'unrecognised-input',
        message: 'its columns are those of no known kind of table: “Raised”',
        hint: 'Say what the columns are.',
      },
    },
    {
      path: 'api.json',
      format: 'json',
      encoding: 'utf-8',
      encodingAssumed: false,
      delimiter: null,
      headerLine: null,
      preset: 'zendesk-json',
      tables: [
        { kind: 'tickets', rows: 1, used: 1, excluded: 0, collapsed: 0, skipped: 0 },
        { kind: 'messages', rows: 5, used: 5, excluded: 0, collapsed: 0, skipped: 0 },
      ],
      columns: [
        { name: 'created_at', feeds: ['tickets.createdAt', 'messages.at'], holds: null },
        ...Array.from({ length: 14 }, (_, at) => ({ name: `member_${at}`, feeds: [], holds: null })),
      ],
      warnings: [],
      error: null,
    },
  ],
  computable: [
    { id: 'tickets-per-day', title: 'Tickets per day', section: 'Volume' },
    { id: 'backlog', title: 'Backlog', section: 'Volume' },
    { id: 'first-response-time', title: 'First response time', section: 'Speed' },
  ],
  lacking: [
    { id: 'handle-time', title: 'Handle time', section: 'Effort and cost', missing: ['tickets.handleSeconds'] },
    { id: 'nps', title: 'Net promoter score (NPS)', section: 'Satisfaction', missing: ['surveys.score'] },
  ],
  config: null,
};

export const hostileInspection: Inspection = {
  ...inspection,
  files: HOSTILE.map((text) => ({
    ...inspection.files[0]!,
    path: text ?? 'null',
    preset: text,
    delimiter: '\x1b',
    columns: [
      { name: text ?? '', feeds: [], holds: 'text' as const, samples: [text ?? ''] },
      { name: text ?? '', feeds: [`tickets.${text ?? ''}`], holds: null },
    ],
    warnings: [{ code: 'bad-date' as const, message: `::${text ?? ''}`, count: 1, file: text ?? 'x' }],
    error: { code: 'x', message: text ?? 'null', hint: text },
  })),
};
