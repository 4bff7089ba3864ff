import { describe, expect, it } from 'vitest';
import { tableOf } from './reading-files.ts';

describe('the header', () => {
  it('is found below a title, filters and blank lines', async () => {
    const { input, rows, outcome } = await tableOf('Ticket report\nFilter:,none\n\nid,subject,status\n1,a,open\n2,b,open\n');
    expect(input).toMatchObject({
      header: ['id', 'subject', 'status'],
      headerLine: 4,
      sample: [
        ['1', 'a', 'open'],
        ['2', 'b', 'open'],
      ],
    });
    expect(rows.length).toBe(2);
    expect(outcome).toMatchObject({ records: 2, furniture: 2, furnitureLines: [1, 2] });
  });

  it('with broken quotes above it costs nothing', async () => {
    const { rows, outcome } = await tableOf('The "best" report\nid,subject,status\n1,a,open\n2,b,open\n');
    expect(rows.length).toBe(2);
    expect(outcome).toMatchObject({ skipped: [], furniture: 1 });
  });

  it('of unknown names is the first row as wide as the table', async () => {
    const { input } = await tableOf('Überblick\nNummer,Betreff,Zustand\n1,a,offen\n2,b,zu\n');
    expect(input).toMatchObject({ header: ['Nummer', 'Betreff', 'Zustand'], headerLine: 2 });
  });

  it('is not mistaken for a row in which two names stand by chance', async () => {
    const { input } = await tableOf('id,subject,status\n1,Status,Priority\n2,b,open\n');
    expect(input.headerLine).toBe(1);
  });

  it('keeps blanks inside names and loses those around', async () => {
    const { input } = await tableOf(' id , Created at ,status\n1,x,open\n');
    expect(input.header).toEqual(['id', 'Created at', 'status']);
  });

  it('missing: an error that says so', async () => {
    await expect(tableOf('1,2025-01-01,open\n2,2025-01-02,open\n')).rejects.toMatchObject({
      name: 'UserError',
      code: 'no-header',
      place: { line: 1 },
    });
  });

  it('of a text that is no table: an error that says so', async () => {
    await expect(tableOf('Dear all\nhere is the report\nbye\n')).rejects.toMatchObject({ name: 'UserError', code: 'no-table' });
  });
});

describe('more header rows', () => {
  it('of SurveyMonkey: the second row, in condensed and expanded form', async () => {
    for (const second of [',,,Response', ',,,Open-Ended Response']) {
      const { rows, outcome } = await tableOf(
        `Respondent ID,Collector ID,Start Date,How likely are you?\n${second}\n118,42,01/02/2025 10:00:00 AM,9\n`,
      );
      expect(rows).toEqual([['118', '42', '01/02/2025 10:00:00 AM', '9']]);
      expect(outcome).toMatchObject({ records: 1, furniture: 1, furnitureLines: [2] });
    }
  });

  it('of Qualtrics: the question texts and the import ids', async () => {
    const { input, rows, outcome } = await tableOf(
      'StartDate,ResponseId,Q1\nStart Date,Response ID,"How likely, then?"\n"{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n2025-01-02 10:00:00,R_1,9\n',
    );
    expect(input.sample).toEqual([['2025-01-02 10:00:00', 'R_1', '9']]);
    expect(rows).toEqual([['2025-01-02 10:00:00', 'R_1', '9']]);
    expect(outcome.furnitureLines).toEqual([2, 3]);
  });

  it('a second row of words above columns of values is one', async () => {
    const { rows, outcome } = await tableOf('id,date,score\nnumber,day,0 to 10\n1,2025-01-01,9\n2,2025-01-02,8\n');
    expect(rows.length).toBe(2);
    expect(outcome.furnitureLines).toEqual([2]);
  });

  it('a first row with few values is none', async () => {
    const { rows } = await tableOf('id,subject,score\nA-1,,\nA-2,b,9\nA-3,c,8\n');
    expect(rows.length).toBe(3);
  });
});
