import {
  above,
  add,
  addFloat,
  atLeast,
  below,
  defineFunction,
  differs,
  during,
  equal,
  float,
  giveBack,
  isZero,
  load,
  loadByte,
  multiply,
  multiplyFloat,
  or,
  shiftLeft,
  shiftRight,
  and,
  storeByte,
  storeFloat,
  sub,
  toFloat,
  when,
  type Code,
} from './assembler.ts';

const [DASH, COLON, BLANK, T, Z] = [45, 58, 32, 84, 90] as const;

/** Years that the table of months knows, the first and the one after the last. */
export const FIRST_YEAR = 1970;
export const YEARS = 150;

/**
 * `readDates(text, starts, ends, count, out, kinds, months)`: epoch milliseconds of stamps as `2025-03-09T10:45:30Z` or without the `Z` (then as if it were UTC), a blank
 * for the `T` perhaps, and `NaN` for empty cells; what each is (0 empty, 1 with `Z`, 2 without) as a byte to `kinds`. `months` has a 32-bit number for each month from 1970 on: the day
 * number of its first day times 32, and its length. Stops at the first cell of another form; gives how many it has written.
 */
export const readDates = defineFunction(
  'readDates',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([text, starts, ends, count, out, kinds, months], declare) => {
    const done = declare('i32');
    const at = declare('i32');
    const length = declare('i32');
    const year = declare('i32');
    const month = declare('i32');
    const day = declare('i32');
    const hour = declare('i32');
    const minute = declare('i32');
    const second = declare('i32');
    /** More than 9 as soon as one of the digits is none. */
    const wrong = declare('i32');
    const digit = declare('i32');
    const digitAt = (offset: number): Code => digit.tee(sub(loadByte(at.get, offset), 48));
    const check = wrong.set(or(wrong.get, above(digit.get, 9)));
    const twoDigits = (into: typeof year, offset: number): Code[] => [
      into.set(multiply(digitAt(offset), 10)),
      check,
      into.set(add(into.get, digitAt(offset + 1))),
      check,
    ];
    const isNot = (offset: number, code: number) => differs(loadByte(at.get, offset), code);
    return [
      during(
        below(done.get, count.get),
        at.set(load(starts.get)),
        length.set(sub(load(ends.get), at.get)),
        at.set(add(text.get, at.get)),
        when(
          isZero(length.get),
          [storeFloat(out.get, float(Number.NaN)), storeByte(kinds.get, 0)],
          [
            wrong.set(or(above(sub(length.get, 19), 1), and(equal(length.get, 20), isNot(19, Z)))),
            wrong.set(or(wrong.get, or(or(isNot(4, DASH), isNot(7, DASH)), or(isNot(13, COLON), isNot(16, COLON))))),
            wrong.set(or(wrong.get, and(isNot(10, T), isNot(10, BLANK)))),
            when(wrong.get, [giveBack(done.get)]),
            ...twoDigits(month, 0),
            ...twoDigits(year, 2),
            year.set(sub(add(multiply(month.get, 100), year.get), FIRST_YEAR)),
            ...twoDigits(month, 5),
            ...twoDigits(day, 8),
            ...twoDigits(hour, 11),
            ...twoDigits(minute, 14),
            ...twoDigits(second, 17),
            month.set(sub(month.get, 1)),
            wrong.set(or(wrong.get, or(atLeast(year.get, YEARS), atLeast(month.get, 12)))),
            wrong.set(or(wrong.get, or(or(atLeast(hour.get, 24), atLeast(minute.get, 60)), atLeast(second.get, 60)))),
            when(wrong.get, [giveBack(done.get)]),
            month.set(load(add(months.get, shiftLeft(add(multiply(year.get, 12), month.get), 2)))),
            day.set(sub(day.get, 1)),
            when(atLeast(day.get, and(month.get, 31)), [giveBack(done.get)]),
            day.set(add(shiftRight(month.get, 5), day.get)),
            // Midnight of 1970-01-01 may be a stand-in for "no date".
            when(isZero(day.get), [giveBack(done.get)]),
            second.set(add(multiply(add(multiply(hour.get, 60), minute.get), 60), second.get)),
            storeFloat(
              out.get,
              addFloat(multiplyFloat(toFloat(day.get), float(86_400_000)), multiplyFloat(toFloat(second.get), float(1000))),
            ),
            storeByte(kinds.get, sub(21, length.get)),
          ],
        ),
        starts.set(add(starts.get, 4)),
        ends.set(add(ends.get, 4)),
        out.set(add(out.get, 8)),
        kinds.set(add(kinds.get, 1)),
        done.set(add(done.get, 1)),
      ),
      done.get,
    ];
  },
);
