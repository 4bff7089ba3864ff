import { describe, expect, it } from 'vitest';
import { json, run, tableOf } from './inputs.ts';

const AT = '2025-03-10T09:00:00Z';

describe('warnings and the account of the inputs', () => {
  it('never hold what a cell holds', async () => {
    const secret = 'Ann Secret <ann@secret.org>';
    const tickets = tableOf(
      't.csv',
      [
        'id',
        'created_at',
        'solved_at',
        'first response time',
        'reopens',
        'satisfaction',
        'resolution status',
        'requester',
        'abandoned',
        'first_response_at',
      ],
      [
        ['1', AT, AT, '5', '1', '5', 'met', secret, 'no', AT],
        ['2', AT, AT, '5', '1', '4', 'met', secret, 'no', AT],
        ['3', AT, AT, '5', '1', '4', 'met', secret, 'no', AT],
        ['4', AT, AT, '5', '1', '4', 'met', secret, 'no', AT],
        ['', secret, secret, secret, secret, secret, secret, secret, secret, secret],
        ['1', '2099-01-01T00:00:00Z', '2001-01-01T00:00:00Z', '-5', '1,234', '99999', 'met', secret, 'no', AT],
      ],
    );
    const messages = tableOf(
      'm.csv',
      ['ticket_id', 'at', 'author_role', 'public'],
      [
        [secret, AT, secret, secret],
        ['7', AT, 'agent', 'true'],
        ['8', AT, 'agent', 'true'],
      ],
    );
    const { warnings, inputs, excluded } = await run([tickets, messages]);
    expect(warnings.length).toBeGreaterThan(5);
    expect(JSON.stringify({ warnings, inputs, excluded })).not.toMatch(/secret/i);
  });

  it('nor do errors, of tables or of JSON', async () => {
    for (const input of [
      tableOf('x.csv', ['colour'], [['secret']]),
      json('x.json', { '': [{ colour: 'secret', inner: { shape: 'secret' } }] }),
    ]) {
      const error: unknown = await run([input]).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'UserError', code: 'unrecognised-input' });
      expect(String(error) + JSON.stringify(error)).not.toContain('secret');
    }
  });

  it('are one sentence each, with what settles it where an option does', async () => {
    const { warnings } = await run([
      tableOf(
        't.csv',
        ['id', 'created_at', 'satisfaction'],
        [
          ['1', '03/04/2025 10:00', '5'],
          ['2', 'rubbish', '4'],
          ['3', '05/06/2025 10:00', '1'],
        ],
      ),
    ]);
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      ['bad-date', '1 date in “created_at” could not be read and counts as missing; --date-order sets the order of day and month.'],
      [
        'date-order-assumed',
        '2 dates in “created_at” could be day-month or month-day and were read day first; --date-order mdy reads the month first.',
      ],
      ['zone-assumed', '2 time stamps in “created_at” have no time zone and were read as UTC; --timezone sets another.'],
      [
        'scale-assumed',
        'The rating scale was assumed: “satisfaction” was read as 1 to 5 with 4 and more as positive; --scale MIN..MAX sets it.',
      ],
    ]);
  });
});
