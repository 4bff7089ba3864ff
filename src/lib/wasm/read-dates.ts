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
  equalLanes,
  everyLane,
  float,
  giveBack,
  isZero,
  load,
  loadByte,
  loadLanes,
  multiply,
  multiplyFloat,
  or,
  orLanes,
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
import {
  aboveLanes,
  aboveShorts,
  addShorts,
  andLanes,
  anyLane,
  everyLaneIsSet,
  everyShort,
  laneValues,
  multiplyShorts,
  shiftShorts,
  shortAt,
  subLanes,
  theseLanes,
} from './lanes.ts';

const [DASH, COLON, BLANK, T, Z] = [45, 58, 32, 84, 90] as const;
/** Sixteen bytes are looked at from the start, and from here on. */
const SECONDS_FROM = 4;
/** Where `2025-03-09T10:45:30` has its digits and what parts them; the last places are filled up with ones that are there already. */
const DIGITS = theseLanes(0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17 + 16 - SECONDS_FROM, 18 + 16 - SECONDS_FROM, 0, 1);
const MARKS = theseLanes(4, 7, 10, 13, 16 + 16 - SECONDS_FROM, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4);
const marksWith = (between: number): Code => laneValues(DASH, DASH, between, COLON, COLON, ...Array<number>(11).fill(DASH));
const WITH_T = marksWith(T);
const WITH_BLANK = marksWith(BLANK);
/** The largest pairs that a clock has; of years, months and days the table of months knows more. */
const LARGEST = laneValues(...[99, 99, 12, 31, 23, 59, 59, 99].flatMap((most) => [most, 0]));

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
    const second = declare('i32');
    const isWrong = declare('i32');
    const minutes = declare('v128');
    const seconds = declare('v128');
    const digits = declare('v128');
    const marks = declare('v128');
    /** Pairs of digits: two of the year, month, day, hour, minute, second, and the first again. */
    const pairs = declare('v128');
    const pair = (place: number): Code => shortAt(place)(pairs.get);
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
            isWrong.set(or(above(sub(length.get, 19), 1), and(equal(length.get, 20), differs(loadByte(at.get, 19), Z)))),
            when(isWrong.get, [giveBack(done.get)]),
            minutes.set(loadLanes(at.get)),
            seconds.set(loadLanes(add(at.get, SECONDS_FROM))),
            marks.set(MARKS(minutes.get, seconds.get)),
            digits.set(subLanes(DIGITS(minutes.get, seconds.get), everyLane(48))),
            when(isZero(everyLaneIsSet(orLanes(equalLanes(marks.get, WITH_T), equalLanes(marks.get, WITH_BLANK)))), [giveBack(done.get)]),
            when(anyLane(aboveLanes(digits.get, everyLane(9))), [giveBack(done.get)]),
            pairs.set(addShorts(multiplyShorts(andLanes(digits.get, everyShort(255)), everyShort(10)), shiftShorts(digits.get, 8))),
            when(anyLane(aboveShorts(pairs.get, LARGEST)), [giveBack(done.get)]),
            year.set(sub(add(multiply(pair(0), 100), pair(1)), FIRST_YEAR)),
            month.set(sub(pair(2), 1)),
            day.set(pair(3)),
            when(or(atLeast(year.get, YEARS), atLeast(month.get, 12)), [giveBack(done.get)]),
            month.set(load(add(months.get, shiftLeft(add(multiply(year.get, 12), month.get), 2)))),
            day.set(sub(day.get, 1)),
            when(atLeast(day.get, and(month.get, 31)), [giveBack(done.get)]),
            day.set(add(shiftRight(month.get, 5), day.get)),
            // Midnight of 1970-01-01 may be a stand-in for "no date".
            when(isZero(day.get), [giveBack(done.get)]),
            second.set(add(multiply(add(multiply(pair(4), 60), pair(5)), 60), pair(6))),
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
