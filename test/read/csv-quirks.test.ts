import { describe, expect, it } from 'vitest';
import { openContent, readTable, tableOf } from './reading-files.ts';

describe('a table', () => {
  it('gives header, cells and the line on which each record starts', async () => {
    const { input, rows, lines, outcome } = await tableOf('id,subject,status\n1,"two\nlines",open\n\n2,"a ""quoted"", one",solved');
    expect(input).toMatchObject({
      format: 'csv',
      delimiter: ',',
      encoding: 'utf-8',
      encodingAssumed: false,
      header: ['id', 'subject', 'status'],
      headerLine: 1,
    });
    expect(rows).toEqual([
      ['1', 'two\nlines', 'open'],
      ['2', 'a "quoted", one', 'solved'],
    ]);
    expect(lines).toEqual([2, 5]);
    expect(outcome).toEqual({ records: 2, skipped: [], furniture: 0, furnitureLines: [], undecodable: 0 });
  });

  it('keeps duplicate names in place and unnamed columns as empty names', async () => {
    const { input, rows } = await tableOf(',id,Comment,Comment,status\n0,1,a,b,open\n');
    expect(input.header).toEqual(['', 'id', 'Comment', 'Comment', 'status']);
    expect(rows).toEqual([['0', '1', 'a', 'b', 'open']]);
  });
});

describe('furniture', () => {
  it('is a sentence before the header and one after the data (Chatwoot), and blank lines between rows are nothing', async () => {
    const { input, rows, outcome } = await tableOf(
      'Reporting period 1 May 2024 to 31 May 2024\n\nAgent name,Rating,Feedback\n\nAda,5,\n\nBo,1,slow\n\nReporting period 1 May 2024 to 31 May 2024\n',
    );
    expect(input.headerLine).toBe(3);
    expect(rows).toEqual([
      ['Ada', '5', ''],
      ['Bo', '1', 'slow'],
    ]);
    expect(outcome).toMatchObject({ records: 2, skipped: [], furniture: 2, furnitureLines: [1, 9] });
  });

  it('is the trailer of a Salesforce report', async () => {
    const { rows, outcome } = await tableOf(
      'Case Number,Status,Subject\n"001","New","a"\n\n"Grand Totals (1 records)"\n\n"Confidential Information - Do Not Distribute"\n"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\n',
    );
    expect(rows).toEqual([['001', 'New', 'a']]);
    expect(outcome).toMatchObject({ records: 1, skipped: [], furniture: 3, furnitureLines: [4, 6, 7] });
  });
});

describe('a broken row', () => {
  it('with another number of cells is left behind with its line', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,a,open\n2,b\n3,c,open,x\n4,d,open,,\n5,e,open\n');
    expect(rows.map(([id]) => id)).toEqual(['1', '4', '5']);
    expect(outcome).toMatchObject({
      records: 5,
      skipped: [
        { reason: '2 cells where the header has 3', count: 1, lines: [3] },
        { reason: '4 cells where the header has 3', count: 1, lines: [4] },
      ],
    });
  });

  it('with an unclosed quote costs its own line, not the file', async () => {
    const { rows, lines, outcome } = await tableOf('id,subject,status\n1,a,open\n2,"b,open\n3,c,open\n4,"d",open\n5,e,open\n');
    expect(rows).toEqual([
      ['1', 'a', 'open'],
      ['3', 'c', 'open'],
      ['4', 'd', 'open'],
      ['5', 'e', 'open'],
    ]);
    expect(lines).toEqual([2, 4, 5, 6]);
    expect(outcome).toMatchObject({ records: 5, skipped: [{ reason: 'text after a closing quote', count: 1, lines: [3] }] });
  });
});

describe('quotes', () => {
  it.for([
    ['stray in an unquoted cell', '2,b"b,open', 'quote inside an unquoted cell'],
    ['closed too early', '2,"b" b,open', 'text after a closing quote'],
    ['not doubled', '2,"say "hi" now",open', 'text after a closing quote'],
  ] as const)('%s: the row is left behind', async ([, row, reason]) => {
    const { rows, outcome } = await tableOf(`id,subject,status\n1,a,open\n${row}\n3,"c, d",open\n`);
    expect(rows).toEqual([
      ['1', 'a', 'open'],
      ['3', 'c, d', 'open'],
    ]);
    expect(outcome).toMatchObject({ records: 3, skipped: [{ reason, count: 1, lines: [3] }] });
  });

  it('never closed until the end: reported where it opened, the rows after it arrive', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,"two\nlines","open\n2,b,open\n3,c,solved\n');
    // Line 3 is where the last cell of the first record opens.
    expect(outcome.skipped).toEqual([{ reason: 'unclosed quote', count: 1, lines: [3] }]);
    expect(rows).toEqual([
      ['2', 'b', 'open'],
      ['3', 'c', 'solved'],
    ]);
  });

  it('that swallow whole rows because a later cell starts with a delimiter are seen by the rows inside', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,"a,open\n2,b,open\n3,c,open\n4,", d",open\n5,e,open\n');
    expect(rows).toEqual([
      ['2', 'b', 'open'],
      ['3', 'c', 'open'],
      ['4', ', d', 'open'],
      ['5', 'e', 'open'],
    ]);
    expect(outcome.skipped).toMatchObject([{ count: 1, lines: [2] }]);
  });

  it('of a row that is too long and spans lines by right cost one record', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,"a\nb, c",open,x\n2,b,open\n');
    expect(rows).toEqual([['2', 'b', 'open']]);
    expect(outcome).toMatchObject({ records: 2, skipped: [{ reason: '4 cells where the header has 3', lines: [2] }] });
  });

  it('all broken: one clear error with the first line', async () => {
    await expect(tableOf(`id,subject,status\n${'1,a"b,open\n'.repeat(20)}`)).rejects.toMatchObject({
      name: 'UserError',
      code: 'bad-csv',
      place: { line: 2, file: expect.stringContaining('export.csv') },
    });
  });

  it('broken in more than 1,000 rows and one in ten: one clear error, while 1,500 in 20,000 are skipped and counted', async () => {
    const file = (good: number): string => `id,subject,status\n${`${'1,a,open\n'.repeat(good)}2,b"b,open\n`.repeat(1500)}`;
    await expect(tableOf(file(1))).rejects.toMatchObject({ code: 'bad-csv' });
    const { outcome } = await tableOf(file(12));
    expect(outcome).toMatchObject({ records: 19_500, skipped: [{ count: 1500, lines: [14, 27, 40, 53, 66] }] });
  });
});

describe('an unclosed quote in a large file', () => {
  it('gives up after 4 MiB, in linear time, and loses only its line', async () => {
    const line = '1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,open\n';
    const { rows, outcome } = await tableOf(`id,subject,status\n${line}2,"b,open\n${line.repeat(60_000)}`);
    expect(rows.length).toBe(60_001);
    expect(outcome).toMatchObject({ records: 60_002, skipped: [{ reason: 'unclosed quote', count: 1, lines: [3] }] });
  });

  it('a line without end is left behind, not held', async () => {
    const { rows, outcome } = await tableOf(`id,subject,status\n1,a,open\n2,${'b'.repeat(5 * 1024 * 1024)},open\n3,c,open\n`);
    expect(rows.map(([id]) => id)).toEqual(['1', '3']);
    expect(outcome.skipped).toEqual([{ reason: 'longer than 4 MiB', count: 1, lines: [3] }]);
  });
});

describe('line ends', () => {
  it.for([
    ['LF', 'id,subject,status\n1,a,open\n2,b,open\n'],
    ['CRLF', 'id,subject,status\r\n1,a,open\r\n2,b,open\r\n'],
    ['LF and CRLF mixed', 'id,subject,status\n1,a,open\r\n2,b,open\n'],
    ['CRLF first, then LF', 'id,subject,status\r\n1,a,open\n2,b,open\n'],
    ['CR CR LF', 'id,subject,status\r\r\n1,a,open\r\r\n2,b,open\r\r\n'],
    ['CR alone', 'id,subject,status\r1,a,open\r2,b,open\r'],
    ['none after the last row', 'id,subject,status\n1,a,open\n2,b,open'],
    ['half a CRLF after the last row', 'id,subject,status\r\n1,a,open\r\n2,b,open\r'],
  ] as const)('%s', async ([, text]) => {
    const { rows, lines, outcome } = await tableOf(text);
    expect(rows).toEqual([
      ['1', 'a', 'open'],
      ['2', 'b', 'open'],
    ]);
    expect(lines).toEqual([2, 3]);
    expect(outcome).toMatchObject({ records: 2, skipped: [] });
  });

  it('CRLF inside quotes stays, and counts as one line', async () => {
    const { rows, lines } = await tableOf('id,subject,status\n1,"a\r\nb",open\n2,b,open\n');
    expect(rows[0]).toEqual(['1', 'a\r\nb', 'open']);
    expect(lines).toEqual([2, 4]);
  });

  it('a CR inside a cell of an LF file is part of the cell', async () => {
    const { rows } = await tableOf('id,subject,status\n1,a\rb,open\n');
    expect(rows).toEqual([['1', 'a\rb', 'open']]);
  });

  it('NUL stays in its cell', async () => {
    const { rows } = await tableOf('id,subject,status\n1,a\0b,open\n');
    expect(rows).toEqual([['1', 'a\0b', 'open']]);
  });
});

describe('rows that are none', () => {
  it('a header repeated by joining files is furniture', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,a,open\nid,subject,status\n2,b,open\n');
    expect(rows.length).toBe(2);
    expect(outcome).toMatchObject({ records: 2, furniture: 1, furnitureLines: [3] });
  });

  it('rows of empty cells are blank lines', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,a,open\n,,\n  \n2,b,open\n,,,,\n');
    expect(rows.length).toBe(2);
    expect(outcome).toMatchObject({ records: 2, furniture: 0, skipped: [] });
  });

  it('a total in the first of all cells ends the table; a lone cell between rows is a row that is too short', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,a,open\nlost\n2,b,open\nGrand Totals (2 records),,\n');
    expect(rows.length).toBe(2);
    expect(outcome).toMatchObject({
      records: 3,
      furniture: 1,
      furnitureLines: [5],
      skipped: [{ reason: '1 cell where the header has 3', lines: [3] }],
    });
  });

  it('a row of sums ends the table; a row by that name between others is a row', async () => {
    const { rows, outcome } = await tableOf('id,subject,score\n1,a,5\nTotal,,9\n2,b,4\nTotal,,"9"\n');
    expect(rows.map(([id]) => id)).toEqual(['1', 'Total', '2']);
    expect(outcome).toMatchObject({ records: 3, furniture: 1, furnitureLines: [5] });
  });

  it('more one-cell lines at the end than a trailer has are broken rows', async () => {
    const { outcome } = await tableOf(`id,subject,status\n1,a,open\n${'lost\n'.repeat(11)}`);
    expect(outcome).toMatchObject({ furniture: 0, skipped: [{ count: 11, lines: [3, 4, 5, 6, 7] }] });
  });

  it('a second table below is reported by its width', async () => {
    const { rows, outcome } = await tableOf('id,subject,status\n1,a,open\n\nagent,tickets\nAda,1\n');
    expect(rows.length).toBe(1);
    expect(outcome.skipped).toEqual([{ reason: '2 cells where the header has 3', count: 2, lines: [4, 5] }]);
  });

  it('rows may lack the cells of unnamed columns at the end', async () => {
    const { rows } = await tableOf('id,subject,status,,\n1,a,open\n2,b,open,,\n');
    expect(rows).toEqual([
      ['1', 'a', 'open', '', ''],
      ['2', 'b', 'open', '', ''],
    ]);
  });
});

describe('reading', () => {
  it('makes no call for a column that nobody asked for', async () => {
    const input = await openContent('id,subject,status\n1,a,open\n');
    if (!('header' in input)) throw new Error('a table');
    const seen: string[] = [];
    await input.read({ cells: [null, (text) => seen.push(text), null], endRecord: (line) => seen.push(String(line)) });
    expect(seen).toEqual(['a', '2']);
  });

  it('can be done twice on a file', async () => {
    const input = await openContent('id,subject,status\n1,a,open\n');
    expect((await readTable(input)).rows).toEqual((await readTable(input)).rows);
  });

  it('tells its progress in bytes', async () => {
    const seen: [number, number, number | null][] = [];
    const text = `id,subject,status\n${'1,a,open\n'.repeat(300_000)}`;
    await tableOf(text, { onProgress: ({ records, bytes, totalBytes }) => seen.push([records, bytes, totalBytes]) });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)?.slice(1)).toEqual([text.length, text.length]);
    expect(seen.at(-1)?.[0]).toBe(300_000);
    expect(seen.map(([records]) => records)).toEqual(seen.map(([records]) => records).toSorted((a, b) => a - b));
  });
});
