import { sharedFloat64s } from '../../lib/shared-arrays.ts';
import type { DurationUnit } from '../../presets/preset.ts';
import { plainNumberAt } from '../../lib/text/plain-number-at.ts';
import { parseNumberCell, plainNumber } from '../../lib/text/parse-number.ts';
import { isMissingDuration, parseDuration } from '../../lib/time/parse-duration.ts';
import { RowValues } from './row-values.ts';
import { UnreadableCells, type UnreadableCount } from './unreadable-cells.ts';
import type { ColumnWriter, Cursor } from './writer.ts';
import { grown } from './writer.ts';

export const SECONDS_IN: Readonly<Record<DurationUnit, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/** Cells of two parts (`03:10`) in a column of talk or waiting times, and what the column tells of them. Such cells are written as hours and minutes. */
export interface ShortClocks {
  /** By row: 1 where there is one. */
  readonly rows: Uint8Array;
  readonly largestFirst: number;
  /** Cells of three parts whose first is not zero. */
  readonly withHours: number;
}

interface DurationPart {
  readonly values: Float64Array;
  readonly bare: Uint8Array | undefined;
  readonly short: Uint8Array | undefined;
  readonly largestFirst: number;
  readonly withHours: number;
  readonly unreadable: UnreadableCount;
}

const SHORT = /^\s*[-+−]?(\d{1,6}):\d\d\s*$/;
const WITH_HOURS = /^\s*[-+−]?0*[1-9]\d*:\d\d:\d\d/;

/** Seconds. `27:31:07`, `2h 10m` and their like carry their unit; bare numbers take the column's, which is `undefined` when neither preset nor header says it. */
export function durationWriter(cursor: Cursor, unit: DurationUnit | undefined, watchesClocks = false): ColumnWriter {
  const values = new RowValues(sharedFloat64s, NaN);
  let bare: Uint8Array | null = null;
  const unreadable = new UnreadableCells();
  const factor = unit === undefined ? 1 : SECONDS_IN[unit];
  let short: Uint8Array | null = null;
  let largestFirst = 0;
  let withHours = 0;

  const watchClock = (row: number, text: string): void => {
    const first = SHORT.exec(text)?.[1];
    if (first === undefined) {
      if (WITH_HOURS.test(text)) withHours++;
      return;
    }
    short ??= new Uint8Array(values.capacity);
    short[row] = 1;
    largestFirst = Math.max(largestFirst, Number(first));
  };

  const writeNumber = (row: number, number: number): void => {
    values.set(row, number * factor);
    if (unit === undefined && number !== 0) {
      bare ??= new Uint8Array(values.capacity);
      bare[row] = 1;
    }
  };
  const writeUnusual = (row: number, text: string): void => {
    values.set(row, NaN);
    if (isMissingDuration(text)) return;
    const seconds = parseDuration(text);
    if (seconds !== null) {
      values.set(row, seconds);
      if (watchesClocks) watchClock(row, text);
      return;
    }
    const number = parseNumberCell(text);
    // `1,234` may be a thousand or one and a bit: counted as unreadable rather than guessed
    if (number !== null && number.currency === null && !number.percent && !(number.decimal === 'either' && text.includes(','))) {
      writeNumber(row, number.value);
      return;
    }
    unreadable.add(row);
  };

  const writeText = (row: number, text: string): void => {
    const plain = plainNumber(text);
    if (plain === plain) writeNumber(row, plain);
    else writeUnusual(row, text);
  };

  return {
    write(text) {
      writeText(cursor.row, text);
    },
    writeRun({ rows, bytes, starts, ends, stride }, slot) {
      let { row } = cursor;
      for (let place = slot * stride, end = place + rows; place < end; place++, row++) {
        if (starts[place] === ends[place]) {
          values.set(row, NaN);
          continue;
        }
        const plain = plainNumberAt(bytes, starts[place]!, ends[place]!);
        if (plain === plain) writeNumber(row, plain);
        else writeText(row, bytes.toString('utf8', starts[place], ends[place]));
      }
    },
    part: (rows): DurationPart => ({
      values: values.first(rows),
      bare: bare?.subarray(0, rows),
      short: short?.subarray(0, rows),
      largestFirst,
      withHours,
      unreadable: unreadable.part(),
    }),
    append(part) {
      const others = part as DurationPart;
      const { row: first } = cursor;
      values.at(first, others.values.length).set(others.values, first);
      if (others.bare !== undefined) (bare ??= new Uint8Array(values.capacity)).set(others.bare, first);
      if (others.short !== undefined) (short ??= new Uint8Array(values.capacity)).set(others.short, first);
      largestFirst = Math.max(largestFirst, others.largestFirst);
      withHours += others.withHours;
      unreadable.append(first, others.unreadable);
    },
    grow(capacity) {
      values.grow(capacity);
      if (bare !== null) bare = grown(bare, capacity);
      if (short !== null) short = grown(short, capacity);
    },
    finish(rows) {
      return {
        column: { type: 'number', values: values.first(rows) },
        notes: unreadable.notes(),
        bare: bare === null ? null : bare.subarray(0, rows),
        short: short === null ? null : { rows: short.subarray(0, rows), largestFirst, withHours },
      };
    },
  };
}
