import { sharedFloat64s, sharedUint8s } from '../../lib/shared-arrays.ts';
import type { TimeColumn } from '../../model/columns.ts';
import { fromExcelSerial } from '../../lib/time/excel-serial.ts';
import { readIsoAt } from '../../lib/time/iso-at.ts';
import { isMissingDate, readDateCell, swapDayMonth } from '../../lib/time/parse-date.ts';
import type { DateSlot } from '../../lib/time/parse-date.ts';
import { noteTimeColumnFacts } from '../../lib/time/time-column.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import { FALLS, RISES } from '../../lib/wasm/look-through.ts';
import { readInHeap, type ReadCells } from './heap-runs.ts';
import { RowValues } from './row-values.ts';
import { Sequence, type KnownSequence } from './sequence.ts';
import type { ColumnWriter, Cursor, Note } from './writer.ts';
import { grown } from './writer.ts';

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
  readonly kinds: Uint8Array | null;
  readonly serials: number;
  readonly sequence: KnownSequence;
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
  const values = new RowValues(sharedFloat64s, NaN);
  /** What each row holds; `null` as long as all that hold anything are instants: mostly that is all there is to know. */
  let kinds: Uint8Array | null = null;
  let serials = 0;
  const sequence = new Sequence(NaN);
  /** The kinds, when the first of another kind comes to this row. */
  const kindsBefore = (row: number): Uint8Array => {
    if (kinds !== null) return kinds;
    kinds = sharedUint8s(values.capacity);
    markInstants(values.first(row), kinds, { from: 0, to: row });
    return kinds;
  };
  const set = (row: number, ms: number, kind: number): void => {
    values.set(row, ms);
    sequence.add(row, ms);
    if (kinds !== null || kind > INSTANT) kindsBefore(row)[row] = kind;
  };
  const writeAt = (row: number, text: string): void => {
    if (text === '') return set(row, NaN, MISSING);
    if (readDateCell(text, slot)) return set(row, slot.ms, KIND[slot.kind] + ORDERS[slot.order]);
    const serial = serialMs(text);
    set(row, serial, !Number.isNaN(serial) ? (serial % 86_400_000 === 0 ? DATE : WALL) : isMissingDate(text) ? MISSING : BAD);
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
        if (from === to) set(first + row, NaN, MISSING);
        else if (readIsoAt(bytes, from, to, slot)) set(first + row, slot.ms, KIND[slot.kind]);
        else writeAt(first + row, bytes.toString('utf8', from, to));
      };
      const take = (row: number, count: number): void => {
        const { memory } = run.heap!;
        values.at(first + row, count).set(new Float64Array(memory.buffer, memory.results, count), first + row);
        sequence.addResults(memory, first + row, count);
        if (kinds !== null || memory.functions.bitsOf(memory.kinds, count) > INSTANT)
          kindsBefore(first + row).set(new Uint8Array(memory.buffer, memory.kinds, count), first + row);
      };
      readInHeap(run, column, { read: readDates, take, single });
    },
    part: (rows): TimePart => ({ values: values.first(rows), kinds: kinds?.subarray(0, rows) ?? null, serials, sequence }),
    append(part) {
      const others = part as TimePart;
      const { row: first } = cursor;
      const rows = others.values.length;
      values.at(first, rows).set(others.values, first);
      if (others.kinds !== null) kindsBefore(first).set(others.kinds, first);
      else if (kinds !== null) markInstants(values.first(first + rows), kinds, { from: first, to: first + rows });
      sequence.append(first, others.sequence);
      serials += others.serials;
    },
    grow(capacity) {
      values.grow(capacity);
      if (kinds !== null) kinds = grown(kinds, capacity);
    },
    evidence: () => (kinds === null ? NO_EVIDENCE : ordersAmong(countKinds(kinds.subarray(0, Math.min(cursor.row, kinds.length))))),
    finish(rows) {
      const { column, notes, areAsWritten } =
        kinds === null ? onlyInstants(values.first(rows)) : finishTimes(values.first(rows), kinds.subarray(0, rows), { zone, dates });
      if (areAsWritten) noteTimes(column.values, sequence.of(rows));
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

/** Sets the kinds of rows that hold an instant or nothing. */
function markInstants(values: Float64Array, kinds: Uint8Array, { from, to }: { readonly from: number; readonly to: number }): void {
  for (let row = from; row < to; row++) kinds[row] = Number.isNaN(values[row]) ? MISSING : INSTANT;
}

interface FinishedTimes {
  readonly column: TimeColumn;
  readonly notes: Note[];
  readonly areAsWritten: boolean;
}

/** Nothing to decide, and nothing to say: the usual case. */
function onlyInstants(values: Float64Array): FinishedTimes {
  return { column: { type: 'time', values, dateOnly: false }, notes: [], areAsWritten: true };
}

/** What was seen of the times, for those who would look through them. */
function noteTimes(times: Float64Array, known: KnownSequence | null): void {
  if (known === null) return;
  const { orders, least: first, greatest: last, present: dated } = known;
  const order = dated === 0 ? 0 : (orders & RISES) !== 0 ? 1 : (orders & FALLS) !== 0 ? -1 : 0;
  noteTimeColumnFacts(times, { order, first, last, dated });
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

function finishTimes(values: Float64Array, kinds: Uint8Array, how: { zone: string | undefined; dates: DateContext }): FinishedTimes {
  const notes: Note[] = [];
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
  const dateOnly = daysOnly(values, { instants, walls, dates, utc: clock === null });
  const areAsWritten = bad === 0 && clock === null && (either === 0 || order === 'dmy');
  return { column: { type: 'time', values, dateOnly }, notes, areAsWritten };
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
