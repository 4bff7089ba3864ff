import {
  above,
  add,
  and,
  atLeast,
  below,
  defineFunction,
  differs,
  equal,
  isZero,
  leave,
  load,
  loadByte,
  or,
  repeat,
  shiftLeft,
  shiftRight,
  store,
  sub,
  when,
  type Code,
} from './assembler.ts';

const [QUOTE, LF, CR, ZERO] = [34, 10, 13, 48] as const;

/** Places in the state of `scanRecords`, in numbers of 32 bits. */
export const STATE = { at: 0, mark: 1, line: 2, rows: 3 } as const;
export const STATE_NUMBERS = 4;

/**
 * `scanRecords(state, text, end, marks, count, delimiter, slots, width, starts, ends, lines, most)`: finds the cells of plain CSV records, as `RunScanner` does, and
 * writes their places until `most` rows are there. `slots` has for each column where its cells go, in bytes from `starts` and `ends`, −1 for nowhere.
 * Plain is a record that begins with a digit, has a cell for every column, ends in LF or CRLF, and has no doubled quotes in a wanted cell: at any other, the
 * state is left at its beginning. Gives the rows that are there.
 */
export const scanRecords = defineFunction(
  'scanRecords',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([state, text, end, marks, count, delimiter, slots, width, starts, ends, lines, most], declare) => {
    const at = declare('i32');
    /** Address of the next mark, and where the marks end. */
    const mark = declare('i32');
    const lastMark = declare('i32');
    const line = declare('i32');
    const rows = declare('i32');
    const recordAt = declare('i32');
    const recordMark = declare('i32');
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
    const records = { name: 'records' };
    const record = { name: 'record' };
    const quoted = { name: 'quoted' };
    const byteAt = (from: Code) => loadByte(add(text.get, from));
    const next = (pointer: typeof mark) => pointer.set(add(pointer.get, 4));
    const stopWhere = (condition: Code) => when(condition, [leave(records)]);
    return [
      at.set(load(state.get, STATE.at * 4)),
      mark.set(add(marks.get, shiftLeft(load(state.get, STATE.mark * 4), 2))),
      lastMark.set(add(marks.get, shiftLeft(count.get, 2))),
      line.set(load(state.get, STATE.line * 4)),
      rows.set(load(state.get, STATE.rows * 4)),
      lastSlot.set(add(slots.get, shiftLeft(width.get, 2))),
      recordAt.set(at.get),
      recordMark.set(mark.get),
      repeat(
        records,
        stopWhere(atLeast(rows.get, most.get)),
        stopWhere(above(sub(byteAt(add(at.get, equal(byteAt(at.get), QUOTE))), ZERO), 9)),
        lineEnds.set(1),
        slot.set(slots.get),
        row.set(shiftLeft(rows.get, 2)),
        repeat(
          record,
          stopWhere(or(atLeast(mark.get, lastMark.get), atLeast(slot.get, lastSlot.get))),
          cellAt.set(at.get),
          doubled.set(0),
          when(
            equal(byteAt(at.get), QUOTE),
            [
              cellAt.set(add(at.get, 1)),
              next(mark),
              repeat(
                quoted,
                stopWhere(atLeast(mark.get, lastMark.get)),
                place.set(load(mark.get)),
                code.set(byteAt(place.get)),
                next(mark),
                when(
                  equal(code.get, QUOTE),
                  [
                    stopWhere(atLeast(mark.get, lastMark.get)),
                    when(isZero(and(equal(load(mark.get), add(place.get, 1)), equal(byteAt(add(place.get, 1)), QUOTE))), [leave(quoted)]),
                    doubled.set(1),
                    next(mark),
                  ],
                  [lineEnds.set(add(lineEnds.get, equal(code.get, LF)))],
                ),
              ),
              cellEnd.set(place.get),
              at.set(add(place.get, 1)),
              stopWhere(differs(load(mark.get), at.get)),
            ],
            [at.set(load(mark.get)), cellEnd.set(at.get)],
          ),
          code.set(byteAt(at.get)),
          stopWhere(equal(code.get, QUOTE)),
          place.set(load(slot.get)),
          when(differs(place.get, -1), [
            stopWhere(doubled.get),
            place.set(add(place.get, row.get)),
            store(add(starts.get, place.get), cellAt.get),
            store(add(ends.get, place.get), cellEnd.get),
          ]),
          next(slot),
          next(mark),
          at.set(add(at.get, 1)),
          when(differs(code.get, delimiter.get), [
            when(equal(code.get, CR), [
              stopWhere(or(atLeast(at.get, end.get), differs(byteAt(at.get), LF))),
              at.set(add(at.get, 1)),
              next(mark),
            ]),
            leave(record),
          ]),
        ),
        stopWhere(below(slot.get, lastSlot.get)),
        store(add(lines.get, row.get), line.get),
        line.set(add(line.get, lineEnds.get)),
        rows.set(add(rows.get, 1)),
        recordAt.set(at.get),
        recordMark.set(mark.get),
      ),
      store(state.get, recordAt.get, STATE.at * 4),
      store(state.get, shiftRight(sub(recordMark.get, marks.get), 2), STATE.mark * 4),
      store(state.get, line.get, STATE.line * 4),
      store(state.get, rows.get, STATE.rows * 4),
      rows.get,
    ];
  },
);
