import { describe, expect, it } from 'vitest';
import { ByteHeap } from '../../src/lib/wasm/byte-heap.ts';
import { RunReader } from '../../src/read/bytes/read-runs.ts';
import { ScanBuffers } from '../../src/read/bytes/scan-buffers.ts';
import { CsvRecords } from '../../src/read/csv-records.ts';
import type { ReadOutcome, RecordRun } from '../../src/read/reading.ts';
import { TableRows } from '../../src/read/table-rows.ts';

const DIALECT = { delimiter: ',', lineEnd: 'lf', padded: false } as const;
/** The third column is nobody's. */
const WANTED = [true, true, false, true];
const HEADER = ['Id', 'Name', 'Text', 'At'];

function random(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) % below;
  };
}

interface Reading {
  /** Line and wanted cells of every row, and the lines left behind, in order. */
  readonly events: readonly string[];
  readonly outcome: ReadOutcome;
  readonly inRuns: number;
}

function collect(read: (rows: TableRows, records: CsvRecords) => void): Reading {
  const events: string[] = [];
  let row: string[] = [];
  let inRuns = 0;
  const take = (text: string): void => void row.push(text);
  const rows = new TableRows({
    header: HEADER,
    line: 1,
    subHeaderLines: new Set(),
    sink: {
      cells: WANTED.map((isWanted) => (isWanted ? take : null)),
      endRecord(line) {
        events.push(`${line} ${JSON.stringify(row)}`);
        row = [];
      },
      takeRun(run) {
        inRuns += run.rows;
        events.push(...asEvents(run));
      },
    },
  });
  const records = new CsvRecords({
    dialect: DIALECT,
    width: HEADER.length,
    handler: {
      record: (cells, line) => rows.record(cells, line),
      fault(reason, line) {
        events.push(`${line} ${reason}`);
        rows.fault(reason, line);
      },
    },
  });
  read(rows, records);
  return { events, outcome: rows.outcome(), inRuns };
}

function asEvents({ rows, bytes, starts, ends, stride, lines }: RecordRun): string[] {
  return Array.from({ length: rows }, (_, row) => {
    const cells = [0, 1, 2].map((slot) => bytes.toString('utf8', starts[slot * stride + row], ends[slot * stride + row]));
    return `${lines[row]} ${JSON.stringify(cells)}`;
  });
}

/** csv-parse alone: the oracle. */
const strictly = (text: Buffer): Reading =>
  collect((_, records) => {
    records.push(text.toString());
    records.end();
  });

const inRuns = (
  text: Buffer,
  { capacity, chunk, plain = false }: { readonly capacity: number; readonly chunk: number; readonly plain?: boolean },
): Reading =>
  collect((rows, records) => {
    const runs = new RunReader({
      delimiter: 44,
      wanted: WANTED,
      least: rows.least,
      isOrdinary: (cell) => rows.isOrdinary(cell),
      capacity,
      plain,
      records,
      strictUntil: 1,
      firstLine: 1,
      takeRun: (run) => rows.run(run),
    });
    for (let at = 0; at < text.length; at += chunk) runs.push(text.subarray(at, at + chunk));
    runs.end();
  });

const REGULAR = [
  '1',
  '42',
  '007',
  '',
  'mail',
  '"a, b"',
  '"two\nlines"',
  '"she said ""no"""',
  '""',
  'é',
  '"ünï\ncødé, 😀"',
  '2025-01-01T00:00:00Z',
  ' x ',
  '-',
];
const IRREGULAR = [
  '"open',
  'a"b',
  '"a"b',
  '"a" ',
  'Total',
  'Grand Total',
  'sum',
  'Id',
  'cr\rcr',
  '\uFFFD',
  ' ',
  'As of today',
  '"""',
  '\u00a0',
];
const LINE_ENDS = ['\n', '\n', '\n', '\n', '\r\n', '\r\r\n', '\n\n', '\r\n\r\n'];

function irregularText(seed: number, { faults, rows }: { readonly faults: number; readonly rows: number }): string {
  const below = random(seed);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const cell = (): string => (below(1000) < faults ? pick(IRREGULAR) : pick(REGULAR));
  const width = (): number => (below(1000) < faults ? 1 + below(6) : 4);
  let text = `${HEADER.join(',')}\n`;
  for (let row = 0; row < rows; row++) text += Array.from({ length: width() }, cell).join(',') + pick(LINE_ENDS);
  return below(3) === 0 ? text.slice(0, text.length - below(4)) : text;
}

describe('reading in runs of bytes', () => {
  it.each([0, 3, 30, 200])('gives the cells, lines and faults of csv-parse, %d faulty cells in a thousand', (faults) => {
    for (let seed = 1; seed <= 250; seed++) {
      const below = random(seed * 7919);
      const text = Buffer.from(irregularText(seed, { faults, rows: 1 + below(60) }));
      const expected = strictly(text);
      const sizes = { capacity: 64 + below(700), chunk: 1 + below(400) };
      for (const plain of [false, true]) {
        const got = inRuns(text, { ...sizes, plain });
        expect(got.events, `seed ${seed}`).toEqual(expected.events);
        expect(got.outcome, `seed ${seed}`).toEqual(expected.outcome);
      }
    }
  });

  it('finds every cell of a regular file itself', () => {
    const text = Buffer.from(irregularText(5, { faults: 0, rows: 20_000 }));
    const { inRuns: found, outcome, events } = inRuns(text, { capacity: 32 * 1024, chunk: 100_000 });
    expect(events).toEqual(strictly(text).events);
    expect(found).toBeGreaterThan(outcome.records * 0.95);
  });

  it('reads on after bytes that are no UTF-8', () => {
    const text = Buffer.from(irregularText(9, { faults: 5, rows: 300 }), 'utf8');
    for (let at = 40; at < text.length; at += 97) if (text[at]! > 64 && text[at]! < 128) text[at] = 0xe9;
    expect(inRuns(text, { capacity: 900, chunk: 333 }).events).toEqual(strictly(text).events);
  });

  it('hands a record that fills its buffer to the strict reader', () => {
    const text = Buffer.from(
      `${HEADER.join(',')}\n1,"${'long é '.repeat(3000)}",x,y\n2,a,b,c\n3,a,"${'line\n'.repeat(2000)}",c\n4,a,b,c\n`,
    );
    expect(inRuns(text, { capacity: 1000, chunk: 777 }).events).toEqual(strictly(text).events);
  });
});

describe('the search for marks', () => {
  it('is the same with vectors as byte by byte', () => {
    const below = random(77);
    const options = { capacity: 500, slack: 40, delimiter: 59, slots: Int32Array.of(0), rows: 1 };
    const [plain, vector] = [null, ByteHeap.make()!].map((heap) => new ScanBuffers({ ...options, heap })) as [ScanBuffers, ScanBuffers];
    for (let round = 0; round < 2000; round++) {
      for (let at = 0; at < 500; at++) plain.bytes[at] = below(4) === 0 ? [34, 10, 13, 59, 44, 0, 255][below(7)]! : below(256);
      vector.bytes.set(plain.bytes.subarray(0, 500));
      const from = below(200);
      const to = from + below(500 - from + 1);
      const count = plain.findMarks(from, to);
      expect(vector.findMarks(from, to)).toBe(count);
      expect(vector.marks.slice(0, count)).toEqual(plain.marks.slice(0, count));
    }
  });
});
