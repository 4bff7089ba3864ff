import {
  above,
  add,
  all,
  andLong,
  atLeast,
  below,
  defineFunction,
  differs,
  during,
  equal,
  isZeroLong,
  laneBits,
  leave,
  load,
  loadByte,
  loadLanes,
  long,
  lowestLongBit,
  or,
  orLong,
  repeat,
  shiftLeft,
  shiftLongLeft,
  shortened,
  splat,
  store,
  sub,
  subLong,
  toLong,
  when,
  type Code,
} from './assembler.ts';
import { isCsvMark } from './find-marks.ts';

const [QUOTE, LF, CR, ZERO] = [34, 10, 13, 48] as const;
/** Bytes that are looked at together. */
const BLOCK = 64;
const LANES = 16;

/** Places in the state of `scanRecords`, in numbers of 32 bits. `ended`: 1 when it stopped because the text ends, perhaps within a record. */
export const STATE = { at: 0, ended: 1, line: 2, rows: 3 } as const;
export const STATE_NUMBERS = 4;

/**
 * `scanRecords(state, text, end, delimiter, slots, width, starts, ends, lines, most)`: finds the cells of plain CSV records, as `RunScanner` does, and
 * writes their places until `most` rows are there. `slots` has for each column where its cells go, in bytes from `starts` and `ends`, −1 for nowhere.
 * Plain is a record that begins with a digit, has a cell for every column, ends in LF or CRLF, and has no doubled quotes in a wanted cell: at any other, the
 * state is left at its beginning. It looks at 64 bytes at a time, up to 63 of them behind `end`, where no mark may be. Gives the rows that are there.
 */
export const scanRecords = defineFunction(
  'scanRecords',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([state, text, end, delimiter, slots, width, starts, ends, lines, most], declare) => {
    const at = declare('i32');
    /** Where the bytes begin that are looked at, and their marks (delimiter, quote, CR, LF) that are still to come, one bit each. */
    const block = declare('i32');
    const bits = declare('i64');
    const delimiters = declare('v128');
    const here = declare('v128');
    const line = declare('i32');
    const rows = declare('i32');
    const recordAt = declare('i32');
    const lineEnds = declare('i32');
    /** Address of the slot of the next column, and where the slots end. */
    const slot = declare('i32');
    const lastSlot = declare('i32');
    const row = declare('i32');
    const cellAt = declare('i32');
    const cellEnd = declare('i32');
    const doubled = declare('i32');
    const code = declare('i32');
    const place = declare('i32');
    const ended = declare('i32');
    const records = { name: 'records' };
    const record = { name: 'record' };
    const quoted = { name: 'quoted' };
    const byteAt = (from: Code) => loadByte(add(text.get, from));
    const stopWhere = (condition: Code) => when(condition, [leave(records)]);
    const marksFrom = (offset: number): Code =>
      all(
        here.set(loadLanes(add(text.get, add(block.get, offset)))),
        shiftLongLeft(toLong(laneBits(isCsvMark(here, delimiters))), long(offset)),
      );
    const look = bits.set(orLong(orLong(marksFrom(0), marksFrom(LANES)), orLong(marksFrom(2 * LANES), marksFrom(3 * LANES))));
    /** Where the next mark is; where there is none any more, it stops. */
    const nextMark = all(
      during(
        isZeroLong(bits.get),
        block.set(add(block.get, BLOCK)),
        when(atLeast(block.get, end.get), [ended.set(1), leave(records)]),
        look,
      ),
    );
    const mark = add(block.get, shortened(lowestLongBit(bits.get)));
    const takeMark = all(nextMark, place.set(mark), bits.set(andLong(bits.get, subLong(bits.get, long(1)))));
    return [
      delimiters.set(splat(delimiter.get)),
      at.set(load(state.get, STATE.at * 4)),
      line.set(load(state.get, STATE.line * 4)),
      rows.set(load(state.get, STATE.rows * 4)),
      lastSlot.set(add(slots.get, shiftLeft(width.get, 2))),
      recordAt.set(at.get),
      block.set(at.get),
      look,
      repeat(
        records,
        stopWhere(atLeast(rows.get, most.get)),
        when(atLeast(at.get, end.get), [ended.set(1), leave(records)]),
        stopWhere(above(sub(byteAt(add(at.get, equal(byteAt(at.get), QUOTE))), ZERO), 9)),
        lineEnds.set(1),
        slot.set(slots.get),
        row.set(shiftLeft(rows.get, 2)),
        repeat(
          record,
          stopWhere(atLeast(slot.get, lastSlot.get)),
          cellAt.set(at.get),
          doubled.set(0),
          takeMark,
          cellEnd.set(place.get),
          when(equal(byteAt(at.get), QUOTE), [
            cellAt.set(add(at.get, 1)),
            repeat(
              quoted,
              takeMark,
              code.set(byteAt(place.get)),
              when(
                equal(code.get, QUOTE),
                [
                  nextMark,
                  when(or(differs(mark, add(place.get, 1)), differs(byteAt(add(place.get, 1)), QUOTE)), [leave(quoted)]),
                  doubled.set(1),
                  takeMark,
                ],
                [lineEnds.set(add(lineEnds.get, equal(code.get, LF)))],
              ),
            ),
            cellEnd.set(place.get),
            takeMark,
            stopWhere(differs(place.get, add(cellEnd.get, 1))),
          ]),
          at.set(place.get),
          code.set(byteAt(at.get)),
          stopWhere(equal(code.get, QUOTE)),
          place.set(load(slot.get)),
          when(differs(place.get, -1), [
            stopWhere(doubled.get),
            place.set(add(place.get, row.get)),
            store(add(starts.get, place.get), cellAt.get),
            store(add(ends.get, place.get), cellEnd.get),
          ]),
          slot.set(add(slot.get, 4)),
          at.set(add(at.get, 1)),
          when(differs(code.get, delimiter.get), [
            when(equal(code.get, CR), [
              when(atLeast(at.get, end.get), [ended.set(1), leave(records)]),
              stopWhere(differs(byteAt(at.get), LF)),
              takeMark,
              at.set(add(at.get, 1)),
            ]),
            leave(record),
          ]),
        ),
        stopWhere(below(slot.get, lastSlot.get)),
        store(add(lines.get, row.get), line.get),
        line.set(add(line.get, lineEnds.get)),
        rows.set(add(rows.get, 1)),
        recordAt.set(at.get),
      ),
      store(state.get, recordAt.get, STATE.at * 4),
      store(state.get, ended.get, STATE.ended * 4),
      store(state.get, line.get, STATE.line * 4),
      store(state.get, rows.get, STATE.rows * 4),
      rows.get,
    ];
  },
);
