import { describe, expect, it } from 'vitest';
import { tableOf } from './reading-files.ts';

describe('the delimiter', () => {
  it.for([
    ['comma', 'id,subject,status\n1,a,open\n', ','],
    ['semicolon', 'id;subject;status\n1;a;open\n', ';'],
    ['tab', 'id\tsubject\tstatus\n1\ta\topen\n', '\t'],
    ['bar', 'id|subject|status\n1|a|open\n', '|'],
    ['semicolon, with decimal commas in every row', 'id;hours;cost\n1;2,5;3,5\n2;1,5;7,25\n3;0,5;8,0\n', ';'],
    ['semicolon, with commas in the text', 'id;subject;status\n1;a, b, c;open\n2;d, e, f;open\n', ';'],
    ['comma, with semicolons in quotes and out', 'id,subject,status\n1,"a;b",open\n2,x;y,open\n3,"c;d;e",open\n', ','],
    ['comma, with tags in bars', 'id,tags,status\n1,a|b|c,open\n2,d|e|f,open\n', ','],
    ['tab, with commas', 'id\tsubject\tstatus\n1\ta, b\topen\n2\tc, d\topen\n', '\t'],
    ['comma, with a quoted line break', 'id,subject,status\n1,"a;\nb;c",open\n', ','],
    ['named by Excel', 'sep=;\nid;subject;status\n1;a;open\n', ';'],
    ['semicolon, of unknown names', 'Nummer;Betreff;Zustand\n1;a;offen\n2;b;zu\n', ';'],
    ['comma, header only', 'id,subject,status\n', ','],
    ['comma, one column', 'id\n1\n2\n', ','],
  ] as const)('%s', async ([, text, delimiter]) => {
    const { input, outcome } = await tableOf(text);
    expect(input.delimiter).toBe(delimiter);
    expect(outcome.skipped).toEqual([]);
  });

  it('may have a blank after it, before a quote', async () => {
    const { rows, outcome } = await tableOf('"id", "subject", "status"\n"1", "a, b", "open"\n"2" , "c ""d""" , "open"\n');
    expect(rows).toEqual([
      ['1', 'a, b', 'open'],
      ['2', 'c "d"', 'open'],
    ]);
    expect(outcome.skipped).toEqual([]);
  });

  it('keeps blanks in cells where quotes are strict', async () => {
    const { rows } = await tableOf('id,subject,status\n1, a ,open\n2," b ",open\n');
    expect(rows).toEqual([
      ['1', ' a ', 'open'],
      ['2', ' b ', 'open'],
    ]);
  });

  it('is found where the first name is in brackets', async () => {
    const { input } = await tableOf('[CHART] Date,id,status\n,1,open\n');
    expect(input.header).toEqual(['[CHART] Date', 'id', 'status']);
  });

  it.for([
    ['tab', '\t'],
    ['\\t', '\t'],
    ['\t', '\t'],
    ['^', '^'],
    ['Semicolon', ';'],
  ] as const)('can be given: %s', async ([delimiter, character]) => {
    const { rows } = await tableOf(`id${character}subject, all\n1${character}a\n`, { delimiter });
    expect(rows).toEqual([['1', 'a']]);
  });

  it.for(['', '"', ',,', '\n'])('cannot be %j', async (delimiter) => {
    await expect(tableOf('id,subject\n1,a\n', { delimiter })).rejects.toMatchObject({ code: 'bad-delimiter' });
  });
});
