import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../src/model/kinds.ts';
import { timeColumnFacts } from '../../src/lib/time/time-column.ts';
import { Block } from '../../src/lib/wasm/block.ts';
import { ByteHeap } from '../../src/lib/wasm/byte-heap.ts';
import type { Column } from '../../src/model/columns.ts';
import type { RecordRun } from '../../src/read/reading.ts';
import { TableBuilder } from '../../src/normalize/staging/table-builder.ts';
import type { ColumnWriter } from '../../src/normalize/writers/writer.ts';
import { Findings } from '../../src/normalize/warnings.ts';

function random(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) % below;
  };
}

/** By field: cells that the fast way knows, then cells that it must leave to the text's way. */
const CELLS: Readonly<Record<string, readonly [usual: readonly string[], unusual: readonly string[]]>> = {
  createdAt: [
    [
      '',
      '2025-01-31T10:45:00Z',
      '2024-02-29T23:59:59Z',
      '1970-01-02 00:00:00',
      '2025-01-31 10:45',
      '2025-01-31',
      '2025-02-28T23:59:59.999Z',
      '2025-02-28 00:00:00',
    ],
    [
      '2025-02-30',
      '2025-02-29T10:00:00Z',
      '2120-01-01T00:00:00Z',
      '2025-13-01T00:00:00Z',
      '2025-00-01T00:00:00Z',
      '2025-01-00T00:00:00Z',
      '2025-01-01T10:60:00Z',
      '1970-01-01T00:00:00Z',
      '1969-12-31T23:59:59Z',
      '2025-01-31T10:45:00z',
      '2025-01-31T10:45:00+',
      '2025_01-31T10:45:00Z',
      '2O25-01-31T10:45:00Z',
      '2025-01-31T24:00:00Z',
      '2025-01-31T10:45:00+02:00',
      '03/04/2025',
      '31/01/2025',
      '1/13/2025 10:00',
      '45000',
      '1900-01-01',
      '1970-01-01',
      '0001-01-01T00:00:00Z',
      '-',
      'yesterday',
      ' 2025-01-31 ',
      '2025-01-31T10:45:60Z',
      '2016-12-31T23:59:60Z',
      '2025-01-31T10:45:00.1Z',
      '2025-01-31t10:45:00z',
      '20250131',
      '1738320300',
      '2025-1-31',
      '2025-01-31T1a:45:00Z',
      '12345-01-01',
    ],
  ],
  reopens: [
    ['', '0', '1', '42', '-3', '007', '3.5', '0.125', '123456789012345', '2.50'],
    [
      '1,234',
      '1.234',
      '12.345',
      '1.234,5',
      '€ 49',
      '$5',
      '1e3',
      'n/a',
      '-',
      '--1',
      '5-',
      '(7)',
      ' 8 ',
      '9.',
      '.5',
      '1234567890123456789',
      '0.1234567890123456',
      '1.2.3',
      'many',
      '-0',
      '12 %',
    ],
  ],
  firstResponse: [
    ['', '0', '5', '90', '1.5', '600'],
    ['0:05:00', '2h 10m', '1 day', '1,234', '-', 'soon', '-5', '27:31:07', '1.234', '7,5'],
  ],
  abandoned: [
    ['', 'true', 'false', 'yes', 'No', '1', '0'],
    ['maybe', ' TRUE ', 'n/a', 'ja', '✓', 'x'],
  ],
  priority: [
    [
      '',
      'High',
      'Low',
      'a rather long word that is shared',
      'a rather long word that is sharee',
      'abcd',
      'abcde',
      'abcdefgh',
      'abcdefghi',
      'bcd',
      'bc',
      'b',
    ],
    [' High', 'High ', 'n/a', '-', 'NULL', '7', '007', 'é', 'ünïcødé', '\u00a0Low', '\ufeffx', '0', '42', '﻿', '😀'],
  ],
  id: [
    ['1', '2', '3', '99', '1234567890123', '360000000001', '5', ''],
    ['n/a', ' 4 ', '-', '0', '999999999999999', 'NULL'],
  ],
  customerId: [
    ['1', '2', '3', '99', '1234567890123', '360000000001', '5', ''],
    ['A-1', '007', '9999999999999999', ' 4 ', '-', '1.0'],
  ],
  tags: [
    ['', 'a b', 'a', 'b a', 'vip'],
    ['a,b', 'x; y', "['p', 'q']", ' a ', 'n/a', 'é ü'],
  ],
};

function runOf(cells: readonly string[], firstLine: number): RecordRun {
  const texts = cells.map((cell) => Buffer.from(cell));
  // Something before, between and behind the cells, as in a file.
  const bytes = Buffer.concat([Buffer.from('9,'), ...texts.flatMap((text) => [text, Buffer.from(',7')]), Buffer.alloc(16, 55)]);
  const starts = new Int32Array(cells.length * 2);
  const ends = new Int32Array(cells.length * 2);
  let at = 2;
  texts.forEach((text, row) => {
    starts[cells.length + row] = at;
    ends[cells.length + row] = at + text.length;
    at += text.length + 2;
  });
  return { rows: cells.length, bytes, starts, ends, stride: cells.length, lines: Int32Array.from(cells, (_, row) => firstLine + row) };
}

/** The same in WebAssembly's memory. */
function inHeap(run: RecordRun, memory: ByteHeap): RecordRun {
  const text = new Block((run.bytes.length + 3) & ~3, memory);
  const [starts, ends] = [run.starts, run.ends].map((places) => {
    const block = new Block(places.length * 4, memory);
    block.ints.set(places);
    return block;
  }) as [Block, Block];
  text.bytes.set(run.bytes);
  return {
    ...run,
    get bytes() {
      return Buffer.from(text.bytes.buffer, text.bytes.byteOffset, text.bytes.length);
    },
    get starts() {
      return starts.ints;
    },
    get ends() {
      return ends.ints;
    },
    heap: { memory, text: text.at, starts: starts.at, ends: ends.at },
  };
}

interface Built {
  readonly column: Column | undefined;
  readonly warnings: unknown;
  readonly lines: Uint32Array;
}

function build(field: string, write: (builder: TableBuilder, writer: ColumnWriter) => void): Built {
  const findings = new Findings();
  const builder = new TableBuilder({ file: 'f.csv', findings, zone: undefined, dateOrder: undefined });
  const type = (FIELDS.tickets as Readonly<Record<string, Parameters<TableBuilder['add']>[0]['type']>>)[field]!;
  const writer = builder.add({ target: field, type, mapping: { field }, label: field });
  write(builder, writer);
  const { columns, lines } = builder.finish();
  const column = columns.get(field);
  // What was seen of times while they were written is what looking through them shows.
  if (column?.type === 'time') expect(timeColumnFacts(column.values)).toEqual(timeColumnFacts(Float64Array.from(column.values)));
  return {
    column: column?.type === 'code' ? { type: 'code', codes: column.codes, values: [...column.values] } : column,
    warnings: findings.warnings(),
    lines,
  };
}

describe('writing runs of cells', () => {
  it.each(Object.keys(CELLS).flatMap((field) => [0, 5, 100].map((unusual) => ({ field, unusual }))))(
    'gives what cell by cell gives: $field, $unusual unusual cells in a hundred',
    ({ field, unusual }) => {
      for (let seed = 1; seed <= 80; seed++) {
        const memory = seed % 2 === 0 ? ByteHeap.make()! : null;
        const below = random(seed);
        const cells = Array.from({ length: 1 + below(3000) }, () => {
          const pool = CELLS[field]![below(100) < unusual ? 1 : 0];
          return pool[below(pool.length)]!;
        });
        const expected = build(field, (builder, writer) => {
          cells.forEach((cell, row) => {
            writer.write(cell);
            builder.endRecord(row + 2);
          });
        });
        const got = build(field, (builder, writer) => {
          for (let at = 0; at < cells.length;) {
            const some = cells.slice(at, at + 1 + below(600));
            if (below(4) === 0) {
              writer.write(cells[at]!);
              builder.endRecord(at + 2);
              at += 1;
              continue;
            }
            // The run's second column: the first is nobody's.
            const run = runOf(some, at + 2);
            builder.takeRun(memory === null ? run : inHeap(run, memory), [{ ...writer, writeRun: () => undefined }, writer]);
            at += some.length;
          }
        });
        expect(got, `seed ${seed}`).toEqual(expected);
      }
    },
  );

  it.each([false, true])('makes the texts of many ids only when they are read, and keeps every id apart', (heaped) => {
    const ids = Array.from({ length: 20_000 }, (_, row) => `user${(row * 7919) % 9973}@example.com`);
    const memory = heaped ? ByteHeap.make()! : null;
    const { column } = build('customerEmail', (builder, writer) => {
      for (let at = 0; at < ids.length; at += 2000) {
        const run = runOf(ids.slice(at, at + 2000), 2);
        builder.takeRun(memory === null ? run : inHeap(run, memory), [{ ...writer, writeRun: () => undefined }, writer]);
      }
    });
    expect(column?.type === 'code' && ids.every((id, row) => column.values[column.codes[row]!] === id)).toBe(true);
    expect(column?.type === 'code' && new Set(column.values).size).toBe(column?.type === 'code' && column.values.length);
  });
});
