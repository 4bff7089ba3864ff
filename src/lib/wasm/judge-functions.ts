import {
  add,
  below,
  defineFunction,
  during,
  load,
  loadByte,
  loadLanes,
  loadShort,
  orLanes,
  shiftLeft,
  store,
  storeByte,
  type Code,
  type Variable,
} from './assembler.ts';
import {
  addNumbers,
  andLanes,
  differentFloats,
  divideFloats,
  equalFloats,
  everyFloat,
  everyNumber,
  floatsAbove,
  floatsAtLeast,
  lowerHalves,
  narrowNumbers,
  narrowShorts,
  pickLanes,
  shiftBytes,
  storeLanes,
  subFloats,
  subNumbers,
  takeBytes,
} from './lanes.ts';
import { overNumbers } from './over-numbers.ts';

const next = (at: Variable, bytes: number): Code => at.set(add(at.get, bytes));

/**
 * `judge(values, low, high, others, table, count, out)`: of each float 0 below `low`, 1 from there to `high`, 2 above, 3 where there is none, and four times
 * the byte (below 4) of `others`: what the table of sixteen bytes has for that. Sixteen rows at a time.
 */
export const judge = defineFunction(
  'judge',
  ['i32', 'f64', 'f64', 'i32', 'i32', 'i32', 'i32'],
  ([values, low, high, others, table, count, out], declare) => {
    const end = declare('i32');
    const answers = declare('v128');
    const lows = declare('v128');
    const highs = declare('v128');
    const none = declare('v128');
    const zero = declare('v128');
    const first = declare('v128');
    const second = declare('v128');
    const kinds = [0, 1, 2, 3].map(() => declare('v128')) as [Variable, Variable, Variable, Variable];
    const both = (of: (floats: Code) => Code): Code => lowerHalves(of(first.get), of(second.get));
    const four = (kind: Variable, at: number): Code[] => [
      first.set(loadLanes(add(values.get, at * 32))),
      second.set(loadLanes(add(values.get, at * 32 + 16))),
      kind.set(
        orLanes(
          subNumbers(
            zero.get,
            addNumbers(
              both((floats) => floatsAtLeast(floats, lows.get)),
              both((floats) => floatsAbove(floats, highs.get)),
            ),
          ),
          andLanes(
            both((floats) => differentFloats(floats, floats)),
            none.get,
          ),
        ),
      ),
    ];
    return [
      end.set(add(out.get, count.get)),
      answers.set(loadLanes(table.get)),
      lows.set(everyFloat(low.get)),
      highs.set(everyFloat(high.get)),
      none.set(everyNumber(3)),
      during(
        below(out.get, end.get),
        ...kinds.flatMap(four),
        storeLanes(
          out.get,
          takeBytes(
            answers.get,
            orLanes(
              narrowShorts(narrowNumbers(kinds[0].get, kinds[1].get), narrowNumbers(kinds[2].get, kinds[3].get)),
              shiftBytes(loadLanes(others.get), 2),
            ),
          ),
        ),
        next(values, 128),
        next(others, 16),
        next(out, 16),
      ),
      add(0, 0),
    ];
  },
);

/** `combine(one, other, table, count, out)`: of two bytes below 4, the second four times, what the table of sixteen bytes has for that. Sixteen rows at a time. */
export const combine = defineFunction('combine', ['i32', 'i32', 'i32', 'i32', 'i32'], ([one, other, table, count, out], declare) => {
  const end = declare('i32');
  const answers = declare('v128');
  return [
    end.set(add(out.get, count.get)),
    answers.set(loadLanes(table.get)),
    during(
      below(out.get, end.get),
      storeLanes(out.get, takeBytes(answers.get, orLanes(loadLanes(one.get), shiftBytes(loadLanes(other.get), 2)))),
      next(one, 16),
      next(other, 16),
      next(out, 16),
    ),
    add(0, 0),
  ];
});

/** `lookUp(keys, table, count, out)`: the byte that the table has for each key (16 bits). */
export const lookUp = defineFunction('lookUp', ['i32', 'i32', 'i32', 'i32'], ([keys, table, count, out], declare) => {
  const end = declare('i32');
  return [
    end.set(add(out.get, count.get)),
    during(below(out.get, end.get), storeByte(out.get, loadByte(add(table.get, loadShort(keys.get)))), next(keys, 2), next(out, 1)),
    add(0, 0),
  ];
});

/** `lookUpWords(keys, table, count, out)`: the four bytes that the table has for each key (16 bits). */
export const lookUpWords = defineFunction('lookUpWords', ['i32', 'i32', 'i32', 'i32'], ([keys, table, count, out], declare) => {
  const end = declare('i32');
  return [
    end.set(add(out.get, shiftLeft(count.get, 2))),
    overNumbers(out, end.get, store(out.get, load(add(table.get, shiftLeft(loadShort(keys.get), 2)))), next(keys, 2)),
    add(0, 0),
  ];
});

/** `dividedDifference(from, to, divisor, count, out)`: what lies between two floats, divided. Two rows at a time. */
export const dividedDifference = defineFunction(
  'dividedDifference',
  ['i32', 'i32', 'f64', 'i32', 'i32'],
  ([from, to, divisor, count, out], declare) => {
    const end = declare('i32');
    const divisors = declare('v128');
    return [
      end.set(add(out.get, shiftLeft(count.get, 3))),
      divisors.set(everyFloat(divisor.get)),
      during(
        below(out.get, end.get),
        storeLanes(out.get, divideFloats(subFloats(loadLanes(to.get), loadLanes(from.get)), divisors.get)),
        ...[from, to, out].map((at) => next(at, 16)),
      ),
      add(0, 0),
    ];
  },
);

/** `firstKnown(best, other, count, out)`: each float, or the other where there is none. Two rows at a time. */
export const firstKnown = defineFunction('firstKnown', ['i32', 'i32', 'i32', 'i32'], ([best, other, count, out], declare) => {
  const end = declare('i32');
  const floats = declare('v128');
  return [
    end.set(add(out.get, shiftLeft(count.get, 3))),
    during(
      below(out.get, end.get),
      floats.set(loadLanes(best.get)),
      storeLanes(out.get, pickLanes(floats.get, loadLanes(other.get), equalFloats(floats.get, floats.get))),
      ...[best, other, out].map((at) => next(at, 16)),
    ),
    add(0, 0),
  ];
});
