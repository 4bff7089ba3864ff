import { describe, expect, it } from 'vitest';
import { parseDataOptions } from '../../../src/cli/options/data-options.ts';

describe('parseDataOptions', () => {
  it('leaves to the detection what is not given', () => {
    expect(parseDataOptions({})).toEqual({
      preset: undefined,
      forced: [],
      map: [],
      scale: undefined,
      dateOrder: undefined,
      encoding: undefined,
      delimiter: undefined,
    });
  });

  it('names the kind of files, in the order of the kinds', () => {
    expect(parseDataOptions({ surveys: ['nps.csv'], tickets: ['a.csv', 'b.csv'] }).forced).toEqual([
      { path: 'a.csv', kind: 'tickets' },
      { path: 'b.csv', kind: 'tickets' },
      { path: 'nps.csv', kind: 'surveys' },
    ]);
  });

  it.for([
    ['tickets.createdAt=Opened on', 'Opened on'],
    ['tickets.createdAt="Opened on"', 'Opened on'],
    [' tickets.createdAt = a=b ', 'a=b'],
    ["tickets.createdAt='日付'", '日付'],
  ] as const)('maps %s', ([text, column]) => {
    expect(parseDataOptions({ map: [text] }).map).toEqual([{ kind: 'tickets', field: 'createdAt', column }]);
  });

  it.for([
    ['1..5', 1, 5],
    ['-2..2', -2, 2],
    ['0 .. 10', 0, 10],
    ['0.5..1.5', 0.5, 1.5],
  ] as const)('takes the scale %s', ([text, min, max]) => {
    expect(parseDataOptions({ scale: text }).scale).toEqual({ min, max });
  });

  it.for([
    ['utf8', 'utf-8'],
    ['UTF-16', 'utf-16le'],
    ['cp1252', 'windows-1252'],
    ['latin1', 'windows-1252'],
  ])('knows %s by its other name', ([text, encoding]) => {
    expect(parseDataOptions({ encoding: text }).encoding).toBe(encoding);
  });

  it.for([
    [',', ','],
    ['tab', '\t'],
    ['\\t', '\t'],
    ['semicolon', ';'],
    ['^', '^'],
  ])('splits at %s', ([text, delimiter]) => {
    expect(parseDataOptions({ delimiter: text }).delimiter).toBe(delimiter);
  });

  it.for([
    [{ map: ['Opened on'] }, '--map "Opened on" is not of the form tickets.createdAt="Opened on"'],
    [{ map: ['ticket.createdAt=x'] }, '--map "ticket" is not one of tickets, messages, changes, customers, subscriptions, events, surveys'],
    [{ scale: '5..1' }, '--scale "5..1" is not a range from low to high, such as 1..5'],
    [{ scale: '5' }, '--scale "5" is not a range from low to high, such as 1..5'],
    [{ dateOrder: 'ymm' }, '--date-order "ymm" is not one of dmy, mdy, ymd'],
    [{ encoding: 'ebcdic' }, '--encoding "ebcdic" is not one of utf-8, utf-16le, utf-16be, windows-1252'],
    [{ delimiter: ',,' }, '--delimiter ",," is not one sign, such as , ; | or tab'],
    [{ delimiter: '"' }, '--delimiter "\\"" is not one sign, such as , ; | or tab'],
  ])('refuses %o', ([options, message]) => {
    expect(() => parseDataOptions(options as never)).toThrow(message as string);
  });
});
