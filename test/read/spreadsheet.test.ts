import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPiped, readTable, tableOf } from './reading-files.ts';

const FRESHDESK = readFileSync(fileURLToPath(new URL('../../fixtures/read/freshdesk.xls', import.meta.url)));

describe('spreadsheet XML (the .xls of Freshdesk)', () => {
  it('gives cells with gaps, entities and markup as a table; other worksheets are reported', async () => {
    const { input, rows, lines, outcome } = await tableOf(FRESHDESK);
    expect(input).toMatchObject({
      format: 'spreadsheet-xml',
      delimiter: null,
      header: ['Ticket ID', 'Subject', 'Status', 'Priority', 'Tags'],
      headerLine: 1,
    });
    expect(rows).toEqual([
      // The entity of the document's own DTD stays as it is written: nothing is expanded.
      ['101', '<b> & "q" é🙂 &boom; \'', '', 'High', ''],
      ['102', '', 'Open', '', 'a <b> & c'],
      ['103', 'two\nlines', '', '', ''],
    ]);
    // Row numbers as the spreadsheet shows them: ss:Index puts the first at 3, an empty row is 5.
    expect(lines).toEqual([3, 4, 6]);
    expect(outcome).toMatchObject({
      records: 4,
      skipped: [{ reason: 'on another worksheet than the first', count: 1, lines: [1] }],
      furniture: 0,
    });
  });

  it('is the same in chunks of any size', async () => {
    const whole = await tableOf(FRESHDESK);
    for (const size of [1, 3, 1000]) expect((await readTable(await openPiped(FRESHDESK, size))).rows).toEqual(whole.rows);
  });

  it('cut off is an error', async () => {
    await expect(tableOf(FRESHDESK.subarray(0, FRESHDESK.length - 300))).rejects.toMatchObject({ code: 'bad-xml' });
  });

  it('without rows is an error', async () => {
    await expect(
      tableOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'),
    ).rejects.toMatchObject({ code: 'empty-file' });
  });

  it('with an index made to exhaust memory keeps to the columns that spreadsheets have', async () => {
    const text = FRESHDESK.toString().replace('ss:Index="4"', 'ss:Index="9999999"');
    expect((await tableOf(text)).rows.length).toBe(3);
  });
});
