import { describe, expect, it } from 'vitest';
import { tableOf } from './reading-files.ts';

describe('a table', () => {
  it('gives header, cells and the line on which each record starts', async () => {
    const { input, rows, lines, outcome } = await tableOf('id,subject,status\n1,"two\nlines",open\n\n2,"a ""quoted"", one",solved');
    expect(input).toMatchObject({ format: 'csv', delimiter: ',', encoding: 'utf-8', encodingAssumed: false, header: ['id', 'subject', 'status'], headerLine: 1 });
    expect(rows).toEqual([['1', 'two\nlines', 'open'], ['2', 'a "quoted", one', 'solved']]);
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
    const { input, rows, outcome } = await tableOf('Reporting period 1 May 2024 to 31 May 2024\n\nAgent name,Rating,Feedback\n\nAda,5,\n\nBo,1,slow\n\nReporting period 1 May 2024 to 31 May 2024\n');
    expect(input.headerLine).toBe(3);
    expect(rows).toEqual([['Ada', '5', ''], ['Bo', '1', 'slow']]);
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
    expect(rows).toEqual([['1', 'a', 'open'], ['3', 'c', 'open'], ['4', 'd', 'open'], ['5', 'e', 'open']]);
    expect(lines).toEqual([2, 4, 5, 6]);
    expect(outcome).toMatchObject({ records: 5, skipped: [{ reason: 'text after a closing quote', count: 1, lines: [3] }] });
  });
});
