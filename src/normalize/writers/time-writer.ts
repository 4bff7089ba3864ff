import type { TimeColumn } from '../../model/columns.ts';
import { fromExcelSerial } from '../../lib/time/excel-serial.ts';
import { readIsoAt } from '../../lib/time/iso-at.ts';
import { isMissingDate, readDateCell, swapDayMonth } from '../../lib/time/parse-date.ts';
import type { DateSlot } from '../../lib/time/parse-date.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import { readInHeap, type ReadCells } from './heap-runs.ts';
import type { ColumnWriter, Cursor, Note } from './writer.ts';
import { grown, grownWith } from './writer.ts';

/** How many values of a column can only be read with the day first, only with the month first, or both ways. */
export interface OrderEvidence {
  readonly dmy: number;
  readonly mdy: number;
  readonly either: number;
}

export interface TimeWriter extends ColumnWriter {
  evidence(): OrderEvidence;
}

/** What the columns of one file share. `order` is known once all of them are read. */
export interface DateContext {
  /** Where a column does not show its order: `--date-order`, else what the file's other columns show. */
  order: 'dmy' | 'mdy' | undefined;
}

/** What a spreadsheet leaves of a date when it is saved as a number: days since 1900, here of the years 1980–2099. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
const SERIAL_FROM = 29_221;
const SERIAL_TO = 73_051;

interface TimePart {
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
  readonly serials: number;
}

const MISSING = 0;
const INSTANT = 1;
const WALL = 2;
const DATE = 3;
const BAD = 4;
/** Added to a kind: which part must be the day. */
const DAY_FIRST = 8;
const MONTH_FIRST = 16;
const EITHER = 24;
const ORDER = 24;
const NO_EVIDENCE: OrderEvidence = { dmy: 0, mdy: 0, either: 0 };
const KIND = { instant: INSTANT, wall: WALL, date: DATE } as const;
const ORDERS = { fixed: 0, dmy: DAY_FIRST, mdy: MONTH_FIRST, either: EITHER } as const;
const slot: DateSlot = { kind: 'date', ms: 0, order: 'fixed' };

/** Day-first or month-first is decided for the whole column, and wall time becomes an instant by the column's zone, when all rows are there. */
export function timeWriter(cursor: Cursor, zone: string | undefined, dates: DateContext): TimeWriter {
  let values = new Float64Array(0);
  let kinds = new Uint8Array(0);
  let serials = 0;
  const writeAt = (row: number, text: string): void => {
    if (text === '') {
      values[row] = NaN;
      kinds[row] = MISSING;
      return;
    }
    if (readDateCell(text, slot)) {
      values[row] = slot.ms;
      kinds[row] = KIND[slot.kind] + ORDERS[slot.order];
      return;
    }
    const serial = serialMs(text);
    values[row] = serial;
    kinds[row] = !Number.isNaN(serial) ? (serial % 86_400_000 === 0 ? DATE : WALL) : isMissingDate(text) ? MISSING : BAD;
    if (!Number.isNaN(serial)) serials++;
  };
  return {
    write(text) {
      writeAt(cursor.row, text);
    },
    writeRun(run, column) {
      const { row: first } = cursor;
      const { bytes, starts, ends } = run;
      const single = (row: number): void => {
        const from = starts[column * run.stride + row]!;
        const to = ends[column * run.stride + row]!;
        if (from === to) {
          values[first + row] = NaN;
          kinds[first + row] = MISSING;
        } else if (readIsoAt(bytes, from, to, slot)) {
          values[first + row] = slot.ms;
          kinds[first + row] = KIND[slot.kind];
        } else writeAt(first + row, bytes.toString('utf8', from, to));
      };
      const take = (row: number, count: number): void => {
        const { memory } = run.heap!;
        values.set(new Float64Array(memory.buffer, memory.results, count), first + row);
        kinds.set(new Uint8Array(memory.buffer, memory.kinds, count), first + row);
      };
      readInHeap(run, column, { read: readDates, take, single });
    },
    part: (rows): TimePart => ({ values: values.subarray(0, rows), kinds: kinds.subarray(0, rows), serials }),
    append(part, rows) {
      const { row: first } = cursor;
      if (part === null) {
        values.fill(NaN, first, first + rows);
        return;
      }
      const others = part as TimePart;
      values.set(others.values, first);
      kinds.set(others.kinds, first);
      serials += others.serials;
    },
    grow(capacity) {
      values = grownWith(NaN, values, capacity, cursor);
      kinds = grown(kinds, capacity);
    },
    evidence() {
      const written = kinds.subarray(0, Math.min(cursor.row, kinds.length));
      return (bitsOf(written) & ORDER) === 0 ? NO_EVIDENCE : ordersAmong(countKinds(written));
    },
    finish(rows) {
      const { column, notes } = finishTimes(values.subarray(0, rows), kinds.subarray(0, rows), { zone, dates });
      if (serials > 0) notes.push({ code: 'unit-assumed', count: serials, row: -1, says: 'bare numbers are spreadsheet dates' });
      return { column, notes };
    },
  };
}

/** Kinds 0, 1 and 2 are the same there as here. */
const readDates: ReadCells = ({ memory, text }, { starts, ends, count }) =>
  memory.functions.readDates(text, starts, ends, count, memory.results, memory.kinds, memory.months);

/** A bare number that a spreadsheet may have meant as a date. */
export function isSerialDate(text: string): boolean {
  return !Number.isNaN(serialMs(text));
}

function serialMs(text: string): number {
  if (!SERIAL.test(text)) return NaN;
  const serial = Number(text);
  return serial >= SERIAL_FROM && serial < SERIAL_TO ? (fromExcelSerial(serial) ?? NaN) : NaN;
}

/** Bits that any kind has, four rows at a time: mostly that is all there is to know. */
function bitsOf(kinds: Uint8Array): number {
  const fours = new Uint32Array(kinds.buffer, kinds.byteOffset, kinds.length >> 2);
  let bits = 0;
  for (let at = 0; at < fours.length; at++) bits |= fours[at]!;
  for (let row = fours.length * 4; row < kinds.length; row++) bits |= kinds[row]!;
  return (bits | (bits >>> 8) | (bits >>> 16) | (bits >>> 24)) & 0xff;
}

/** How often each kind occurs. */
function countKinds(kinds: Uint8Array): Uint32Array {
  const counts = new Uint32Array(ORDER + DAY_FIRST);
  for (let row = 0; row < kinds.length; row++) counts[kinds[row]!]!++;
  return counts;
}

function ordersAmong(counts: Uint32Array): OrderEvidence {
  const of = (order: number): number => counts.subarray(order, order + DAY_FIRST).reduce((total, count) => total + count, 0);
  return { dmy: of(DAY_FIRST), mdy: of(MONTH_FIRST), either: of(EITHER) };
}

function finishTimes(
  values: Float64Array,
  kinds: Uint8Array,
  how: { zone: string | undefined; dates: DateContext },
): { column: TimeColumn; notes: Note[] } {
  const notes: Note[] = [];
  // Nothing to decide, and nothing to say: the usual case.
  if ((bitsOf(kinds) & ~INSTANT) === 0) return { column: { type: 'time', values, dateOnly: false }, notes };
  const { dmy, mdy, either } = ordersAmong(countKinds(kinds));
  const known = dmy !== mdy ? (dmy > mdy ? 'dmy' : 'mdy') : how.dates.order;
  const order = known ?? 'dmy';
  const wrong = order === 'dmy' ? MONTH_FIRST : DAY_FIRST;
  let bad = 0;
  let firstBad = -1;
  let instants = 0;
  let walls = 0;
  let dates = 0;
  let firstWall = -1;
  const clock = how.zone === undefined || how.zone === 'UTC' ? null : zoneClock(how.zone);
  for (let row = 0; row < kinds.length; row++) {
    const state = kinds[row]!;
    if (state === MISSING) continue;
    const kind = state & 7;
    if (kind === BAD || (state & ORDER) === wrong) {
      values[row] = NaN;
      bad++;
      if (firstBad < 0) firstBad = row;
      continue;
    }
    if ((state & ORDER) === EITHER && order === 'mdy') values[row] = swapDayMonth(values[row]!);
    if (kind === INSTANT) {
      instants++;
      continue;
    }
    if (kind === WALL) {
      walls++;
      if (firstWall < 0) firstWall = row;
    } else dates++;
    if (clock !== null) values[row] = clock.wallToInstant(values[row]!);
  }
  if (bad > 0) notes.push({ code: 'bad-date', count: bad, row: firstBad });
  if (either > 0 && known === undefined) notes.push({ code: 'date-order-assumed', count: either, row: -1 });
  if (walls > 0 && how.zone === undefined) notes.push({ code: 'zone-assumed', count: walls, row: firstWall });
  if (walls > 0 && instants > 0) notes.push({ code: 'mixed-zones', count: walls, row: firstWall });
  return { column: { type: 'time', values, dateOnly: daysOnly(values, { instants, walls, dates, utc: clock === null }) }, notes };
}

/**
 * Mostly bare dates, or a spreadsheet's dates with a midnight on every one of them.
 * Twenty rows on five different days cannot all have happened at midnight sharp.
 */
function daysOnly(values: Float64Array, seen: { instants: number; walls: number; dates: number; utc: boolean }): boolean {
  if (seen.dates > 0 && seen.dates >= seen.walls + seen.instants) return true;
  if (seen.instants > 0 || !seen.utc || seen.walls < 20) return false;
  const days = new Set<number>();
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value % 86_400_000 !== 0) return false;
    if (days.size < 5) days.add(value);
  }
  return days.size >= 5;
}
