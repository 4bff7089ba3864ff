import {
  above,
  add,
  addLong,
  and,
  below,
  defineFunction,
  during,
  equal,
  giveBack,
  load,
  loadByte,
  long,
  longToFloat,
  multiplyLong,
  or,
  storeFloat,
  sub,
  toLong,
  when,
} from './assembler.ts';

/** Whole numbers of more digits are not exact. */
const MOST_DIGITS = 15;

/**
 * `readWholeNumbers(text, starts, ends, count, out, none)`: whole numbers of up to 15 digits without sign and leading zeros, as floats; `none` for empty cells.
 * Stops at the first cell of another form; gives how many it has written.
 */
export const readWholeNumbers = defineFunction(
  'readWholeNumbers',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'f64'],
  ([text, starts, ends, count, out, none], declare) => {
    const done = declare('i32');
    const at = declare('i32');
    const end = declare('i32');
    const digit = declare('i32');
    const value = declare('i64');
    return [
      during(
        below(done.get, count.get),
        at.set(add(text.get, load(starts.get))),
        end.set(add(text.get, load(ends.get))),
        when(
          equal(at.get, end.get),
          [storeFloat(out.get, none.get)],
          [
            when(or(above(sub(end.get, at.get), MOST_DIGITS), and(equal(loadByte(at.get), 48), above(sub(end.get, at.get), 1))), [
              giveBack(done.get),
            ]),
            value.set(long(0)),
            during(
              below(at.get, end.get),
              when(above(digit.tee(sub(loadByte(at.get), 48)), 9), [giveBack(done.get)]),
              value.set(addLong(multiplyLong(value.get, long(10)), toLong(digit.get))),
              at.set(add(at.get, 1)),
            ),
            storeFloat(out.get, longToFloat(value.get)),
          ],
        ),
        starts.set(add(starts.get, 4)),
        ends.set(add(ends.get, 4)),
        out.set(add(out.get, 8)),
        done.set(add(done.get, 1)),
      ),
      done.get,
    ];
  },
);
