import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presetOf } from '../../src/normalize/recognise/preset-of.ts';
import { fieldKey } from '../../src/presets/field-key.ts';
import { presets } from '../../src/presets/index.ts';
import type { Preset } from '../../src/presets/preset.ts';
import { openInput } from '../../src/read/index.ts';
import { fixturePath } from './fixture-path.ts';

type Shape = { readonly format: Preset['format']; readonly names: readonly string[] };

const headerScore = (cells: readonly string[]): number => cells.length;

async function shapeOf(path: string): Promise<Shape> {
  const input = await openInput({ path, location: fixturePath(path) }, { headerScore });
  if ('header' in input) return { format: 'table', names: input.header };
  const [main = []] = input.lists.values();
  return { format: 'json', names: [...new Set(main.flatMap((record) => Object.keys(record)))] };
}

const table = (...names: readonly string[]): Shape => ({ format: 'table', names });
const json = (...names: readonly string[]): Shape => ({ format: 'json', names });
const recognised = ({ format, names }: Shape): string | undefined => presetOf(presets, format, new Set(names.map(fieldKey)))?.id;

describe('a fixture is taken for what it is', () => {
  it.each([
    ['zendesk-csv/tickets.csv', 'zendesk-csv'],
    ['zendesk-csv/trimmed.csv', 'zendesk-csv'],
    ['zendesk-api-csv/tickets.csv', 'zendesk-api-csv'],
    ['zendesk-json/export.ndjson', 'zendesk-json'],
    ['zendesk-json/api.json', 'zendesk-json'],
    ['zendesk-metrics/tickets.json', 'zendesk-json'],
    ['zendesk-metrics/ticket_metrics.json', 'zendesk-metrics'],
    ['freshdesk-csv/tickets.csv', 'freshdesk-csv'],
    ['freshdesk-csv/tickets.xls', 'freshdesk-csv'],
    ['freshdesk-json/tickets.json', 'freshdesk-json'],
    ['freshdesk-json/search.json', 'freshdesk-json'],
    ['zammad-json/plain.json', 'zammad-json'],
    ['zammad-json/expanded.json', 'zammad-json'],
    ['intercom-json/conversations.json', 'intercom-json'],
    ['intercom-json/conversations.ndjson', 'intercom-json'],
    ['helpscout-json/conversations.json', 'helpscout-json'],
    ['helpscout-json/bare.json', 'helpscout-json'],
    ['chatwoot-json/conversations.json', 'chatwoot-json'],
    ['chatwoot-json/list.json', 'chatwoot-json'],
    ['gorgias-json/tickets.json', 'gorgias-json'],
    ['hubspot-csv/properties.csv', 'hubspot-csv'],
    ['hubspot-csv/labels.csv', 'hubspot-csv'],
    ['jira-csv/issues.csv', 'jira-csv'],
    ['jira-csv/incidencias.csv', 'jira-csv'],
    ['salesforce-csv/report.csv', 'salesforce-csv'],
    ['salesforce-csv/cases.csv', 'salesforce-csv'],
    ['servicenow-csv/incidents.csv', 'servicenow-csv'],
    ['servicenow-csv/log.csv', 'servicenow-csv'],
    ['zoho-csv/tickets.csv', 'zoho-csv'],
    ['zoho-json/tickets.json', 'zoho-json'],
    ['generic/tickets.csv', undefined],
  ])('%s is %s and nothing else', async (path, id) => {
    const shape = await shapeOf(path);
    expect(recognised(shape)).toBe(id);
    const names = new Set(shape.names.map(fieldKey));
    const matches = presets.filter((preset) => presetOf([preset], shape.format, names) !== undefined);
    expect(matches.map((preset) => preset.id)).toEqual(id === undefined ? [] : [id]);
  });
});

describe('near misses', () => {
  const freshdesk = readFileSync(fixturePath('freshdesk-csv/tickets.csv'), 'utf8').split('\n')[0]!.split(',');

  it.each<[string, Shape, string | undefined]>([
    ['Freshdesk with other capitals', table(...freshdesk.map((name) => name.toUpperCase())), 'freshdesk-csv'],
    ['Freshdesk renamed by snake case', table(...freshdesk.map((name) => name.toLowerCase().replaceAll(' ', '_'))), 'freshdesk-csv'],
    [
      'old Freshdesk',
      table('Ticket Id', 'Subject', 'Status', 'Created Time', 'First Response Time (in Hrs)', 'Resolution Time (in Hrs)'),
      'freshdesk-csv',
    ],
    [
      'Freshdesk without interactions',
      table('Ticket ID', 'Status', 'Created time', 'Resolved time', 'Initial response time'),
      'freshdesk-csv',
    ],
    [
      'Zendesk with the business column only',
      table('Id', 'Created at', 'Solved at', 'First reply time in minutes within business hours'),
      'zendesk-csv',
    ],
    [
      'Zendesk of the benchmark',
      table(
        'Id',
        'Subject',
        'Status',
        'Ticket type',
        'Via',
        'Requester id',
        'Created at',
        'First response at',
        'Solved at',
        'Satisfaction Score',
      ),
      'zendesk-csv',
    ],
    [
      "Zammad's spreadsheet",
      table('#', 'Title', 'State', 'Created At', 'Closed At', 'First Response In Min', 'Close In Min', 'Article Count'),
      undefined,
    ],
    ['Typeform', table('#', 'How likely are you to recommend us?', 'Response Type', 'Submit Date (UTC)'), undefined],
    ['a plain list', table('id', 'status', 'created_at', 'first_response_at', 'solved_at', 'channel', 'requester_id'), undefined],
    [
      'a plain list with a satisfaction',
      table('id', 'status', 'created_at', 'solved_at', 'satisfaction', 'agent_replies', 'reopens'),
      undefined,
    ],
    ['Zendesk tickets without via', json('id', 'requester_id', 'satisfaction_rating', 'created_at'), 'zendesk-json'],
    [
      'Freshdesk tickets, which have requesters too',
      json('id', 'requester_id', 'responder_id', 'fr_due_by', 'due_by', 'source'),
      'freshdesk-json',
    ],
    ['a plain JSON list', json('id', 'status', 'created_at', 'customer_id'), undefined],
    ['a JSON list with a channel', json('id', 'via', 'channel', 'opened_at', 'customer'), undefined],
  ])('%s', (_, shape, id) => expect(recognised(shape)).toBe(id));
});
