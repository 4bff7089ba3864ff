import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CsvRecords, type Fault } from '../../src/read/csv-records.ts';
import type { LineEnd } from '../../src/read/scan-record.ts';
import { tableOf } from './reading-files.ts';

const HEADER = ['id', 'subject', 'status', 'priority'];

/** Text with everything that CSV finds hard. */
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', '\r\n', ' ', 'a', 'é', '語', '🙂', '\uFEFF'), { maxLength: 8 })
      .map((parts) => parts.join('')),
  },
);
const rows = fc.array(
  fc.tuple(
    fc.nat(99_999).map((id) => `x${id}`),
    cell,
    cell,
    cell,
  ),
  { minLength: 1, maxLength: 30 },
);

/** Lines are what `grep -n` calls lines: LF ends one. Independent of the reader: from the written text of each record. */
function startLines(records: readonly (readonly string[])[], write: (row: readonly string[]) => string): number[] {
  const lines: number[] = [];
  let line = 2;
  for (const record of records) {
    lines.push(line);
    line += write(record).split('\n').length - 1;
  }
  return lines;
}

describe('what csv-stringify wrote comes back cell for cell, with the line of each record', () => {
  const cases = [
    { delimiter: ',', end: '\n', encoding: 'utf8', bom: false },
    { delimiter: ',', end: '\r\n', encoding: 'utf8', bom: true },
    { delimiter: ';', end: '\r\n', encoding: 'utf16le', bom: true },
    { delimiter: ';', end: '\n', encoding: 'utf16be', bom: true },
    { delimiter: '\t', end: '\r\n', encoding: 'utf16le', bom: true },
    { delimiter: '|', end: '\n', encoding: 'utf8', bom: false },
  ] as const;
  it.for(cases)('$encoding, delimiter $delimiter, bom $bom', async ({ delimiter, end, encoding, bom }) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (records, quoted) => {
        const write = (row: readonly string[]): string =>
          stringify([[...row]], { delimiter, record_delimiter: end, quoted, quoted_match: /[\r\n\uFEFF]/ });
        const text = [HEADER, ...records].map(write).join('');
        const bytes = iconv.encode(text, encoding, { addBOM: bom });
        const read = await tableOf(bytes, { delimiter });
        expect(read.rows).toEqual(records);
        expect(read.lines).toEqual(startLines(records, write));
        expect(read.outcome).toMatchObject({ records: records.length, skipped: [], furniture: 0 });
      }),
      { numRuns: 60 },
    );
  });

  it('in windows-1252', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'é', 'ß', '€', '“', 'Ÿ', '"', ',', '\n'), maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constant('1'), letters, letters, fc.constant('né Ümlaut €')), { minLength: 1, maxLength: 20 }),
        async (records) => {
          const read = await tableOf(iconv.encode(stringify([HEADER, ...records]), 'windows-1252'));
          expect(read.input).toMatchObject({ encoding: 'windows-1252', encodingAssumed: true });
          expect(read.rows).toEqual(records);
        },
      ),
      { numRuns: 60 },
    );
  });
});

interface Event {
  readonly line: number;
  readonly cells: readonly string[] | Fault;
}

function recordsOf(chunks: readonly string[], lineEnd: LineEnd, padded: boolean, width?: number): Event[] {
  const events: Event[] = [];
  const reader = new CsvRecords({
    dialect: { delimiter: ',', lineEnd, padded },
    width,
    handler: { record: (cells, line) => events.push({ line, cells }), fault: (reason, line) => events.push({ line, cells: reason }) },
  });
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return events;
}

describe('where the chunks are cut makes no difference', () => {
  it('not even on text that is no CSV', () => {
    const text = fc
      .array(fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', ' ', 'b,c', '"x"', '"y\nz"'), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<LineEnd>('lf', 'cr'),
        fc.boolean(),
        fc.option(fc.constant(3), { nil: undefined }),
        (content, lineEnd, padded, width) => {
          expect(recordsOf([...content], lineEnd, padded, width)).toEqual(recordsOf([content], lineEnd, padded, width));
        },
      ),
      // Whether a quote swallowed rows cannot be told before the row that may have been swallowed has come.
      { numRuns: 2000, examples: [['"\r\n"\n",,\r\n', 'lf', false, 3]] },
    );
  });
});

describe('one fault in a sound file', () => {
  const good = fc.array(
    fc
      .tuple(fc.constantFrom('k', 'l'), cell, fc.constantFrom('open', 'solved'))
      .map(([a, b, c]) => [a, b.replaceAll(/[\r\n\uFEFF]/g, ''), c]),
    { minLength: 1, maxLength: 12 },
  );
  const broken = fc.constantFrom(
    '9,"no end,open\n',
    '9,stray " quote,open\n',
    '9,"early" end,open\n',
    '9,too,many,cells\n',
    '9,few\n',
    '9,x","y\n',
  );
  it('costs at most that line: every other row arrives or is reported', async () => {
    await fc.assert(
      fc.asyncProperty(good, broken, good, async (before, line, after) => {
        const write = (list: readonly (readonly string[])[]): string =>
          stringify(
            list.map((row) => [...row]),
            { quoted_string: true },
          );
        const { rows: read, outcome } = await tableOf(`id,subject,status\n${write(before)}${line}${write(after)}`, { delimiter: ',' });
        const sound = new Set([...before, ...after].map((row) => row.join('\0')));
        for (const row of read) expect(sound.has(row.join('\0'))).toBe(true);
        expect(read.slice(0, before.length)).toEqual(before);
        expect(outcome.skipped.length).toBeGreaterThan(0);
        // Nothing vanishes: a swallowed row would be in neither.
        const skipped = outcome.skipped.reduce((sum, { count }) => sum + count, 0);
        expect(read.length + skipped + outcome.furniture).toBe(before.length + after.length + 1);
      }),
      { numRuns: 300 },
    );
  });
});
