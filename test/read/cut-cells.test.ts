import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutCells } from '../../src/read/cut-cells.ts';
import { RecordScanner, type Dialect } from '../../src/read/scan-record.ts';

// oxfmt-ignore
const pieces = fc.constantFrom(
  'a', 'b c', ',', ';', '"', '""', '"x"', ',"a,b;c"', ';"said ""no"""', '\n"two\nlines"', ',"cr\rcr"', '\n', '\r\n', '\r\r\n', '\r', '\r\r\r\n', ' ', 'é', '😀', '\ud83d', '\0', '\uFEFF',
);

/** The records that are whole, as the reader hands them on. */
function wholeRecords(text: string, dialect: Dialect): string[] {
  const scanner = new RecordScanner(dialect);
  scanner.feed(text, true);
  const records: string[] = [];
  for (let at = 0; at < text.length && scanner.scan(at) === 'record'; at = scanner.next) records.push(text.slice(at, scanner.next));
  return records;
}

describe('cutCells', () => {
  it('gives the cells that csv-parse gives', () => {
    const seen = { quoted: 0, records: 0 };
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.constantFrom(',', ';'),
        fc.constantFrom('lf', 'cr'),
        (parts, delimiter, lineEnd) => {
          const dialect: Dialect = { delimiter, lineEnd, padded: false };
          const records = wholeRecords(parts.join(''), dialect);
          const end = lineEnd === 'lf' ? '\n' : '\r';
          const block = records.join('') + (records.at(-1)?.endsWith(end) === false ? end : '');
          const expected = parse(block, {
            delimiter,
            record_delimiter: lineEnd === 'cr' ? ['\r'] : ['\r\r\n', '\r\n', '\n'],
            relax_column_count: true,
          });
          expect(cutCells(block, dialect)).toEqual(expected);
          seen.records += records.length;
          seen.quoted += block.includes('"') ? 1 : 0;
        },
      ),
      { numRuns: 5000 },
    );
    expect(seen.records).toBeGreaterThan(2000);
    expect(seen.quoted).toBeGreaterThan(400);
  });

  it('takes quotes and their doubles off', () => {
    const cells = cutCells('id,"said ""no""","two\r\nlines"\r\r\n"",,\n', { delimiter: ',', lineEnd: 'lf', padded: false });
    expect(cells).toEqual([
      ['id', 'said "no"', 'two\r\nlines'],
      ['', '', ''],
    ]);
  });
});
