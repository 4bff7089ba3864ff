import {
  above,
  add,
  addFloat,
  addLong,
  and,
  below,
  choose,
  defineFunction,
  during,
  load,
  loadByte,
  loadFloat,
  loadLanes,
  long,
  longToFloat,
  multiplyFloat,
  or,
  orLanes,
  shiftLeft,
  shiftRight,
  shiftSigned,
  store,
  storeFloat,
  sub,
  subFloat,
  toFloat,
  toLong,
  xor,
} from './assembler.ts';
import {
  andLanes,
  anyLane,
  butLanes,
  equalFloats,
  equalNumbers,
  everyNumber,
  floatsAtLeast,
  floatsBelow,
  floatsOfWholes,
  joinHalves,
  loadFour,
  lowerHalves,
  pickLanes,
  storeLanes,
  upperHalf,
  wholeOfFloats,
  widenBytes,
  widenShorts,
} from './lanes.ts';
import { overNumbers } from './over-numbers.ts';

/** Bits of what `wholesOf` gives. */
export const BROKEN = 1;
export const NEGATIVE = 2;

/**
 * `wholesOf(values, counts, size, out)`: floats as whole numbers, four at a time; −1 for those that are below zero, no numbers, or of rows that do not count
 * (1 byte each). Tells whether any that counts is broken (or 2^31 and more) and whether any is negative.
 */
export const wholesOf = defineFunction('wholesOf', ['i32', 'i32', 'i32', 'i32'], ([values, counts, size, out], declare) => {
  const end = declare('i32');
  const first = declare('v128');
  const second = declare('v128');
  const wholes = declare('v128');
  const counting = declare('v128');
  const used = declare('v128');
  const broken = declare('v128');
  const negative = declare('v128');
  const zero = declare('v128');
  const none = declare('v128');
  const one = declare('v128');
  return [
    end.set(add(out.get, shiftLeft(size.get, 2))),
    none.set(everyNumber(-1)),
    one.set(everyNumber(1)),
    during(
      below(out.get, end.get),
      first.set(loadLanes(values.get)),
      second.set(loadLanes(add(values.get, 16))),
      wholes.set(joinHalves(wholeOfFloats(first.get), wholeOfFloats(second.get))),
      counting.set(equalNumbers(widenShorts(widenBytes(loadFour(counts.get))), one.get)),
      used.set(andLanes(counting.get, lowerHalves(floatsAtLeast(first.get, zero.get), floatsAtLeast(second.get, zero.get)))),
      storeLanes(out.get, pickLanes(wholes.get, none.get, used.get)),
      broken.set(
        orLanes(
          broken.get,
          butLanes(
            used.get,
            lowerHalves(equalFloats(floatsOfWholes(wholes.get), first.get), equalFloats(floatsOfWholes(upperHalf(wholes.get)), second.get)),
          ),
        ),
      ),
      negative.set(
        orLanes(negative.get, andLanes(counting.get, lowerHalves(floatsBelow(first.get, zero.get), floatsBelow(second.get, zero.get)))),
      ),
      values.set(add(values.get, 32)),
      counts.set(add(counts.get, 4)),
      out.set(add(out.get, 16)),
    ),
    or(anyLane(broken.get), shiftLeft(anyLane(negative.get), 1)),
  ];
});

/** Places in the state of `pickWholes`, in bytes. */
export const PICKED = { max: 0, total: 8 } as const;

/**
 * `pickWholes(wholes, rows, count, out, state)`: those of some rows that are not below zero, in their order; gives how many there are. What is not used is
 * written, too, and then overwritten. The largest and the sum (a float) in the state go on from what is there.
 */
export const pickWholes = defineFunction(
  'pickWholes',
  ['i32', 'i32', 'i32', 'i32', 'i32'],
  ([wholes, rows, count, out, state], declare) => {
    const end = declare('i32');
    const begin = declare('i32');
    const value = declare('i32');
    const unused = declare('i32');
    const max = declare('i32');
    const total = declare('i64');
    return [
      end.set(add(rows.get, shiftLeft(count.get, 2))),
      begin.set(out.get),
      max.set(load(state.get, PICKED.max)),
      total.set(long(0)),
      during(
        below(rows.get, end.get),
        store(out.get, value.tee(load(add(wholes.get, shiftLeft(load(rows.get), 2))))),
        unused.set(shiftSigned(value.get, 31)),
        out.set(add(out.get, add(4, shiftLeft(unused.get, 2)))),
        value.set(and(value.get, xor(unused.get, -1))),
        total.set(addLong(total.get, toLong(value.get))),
        max.set(choose(value.get, max.get, above(value.get, max.get))),
        rows.set(add(rows.get, 4)),
      ),
      store(state.get, max.get, PICKED.max),
      storeFloat(state.get, addFloat(loadFloat(state.get, PICKED.total), longToFloat(total.get)), PICKED.total),
      shiftRight(sub(out.get, begin.get), 2),
    ];
  },
);

/** Places in the state of `sumMoments`, in bytes. */
export const MOMENTS = { squares: 0, cubes: 8 } as const;

/** `sumMoments(values, size, centre, state)`: sums of the squares and cubes of what lies between the numbers and the centre, added in their order. */
export const sumMoments = defineFunction('sumMoments', ['i32', 'i32', 'f64', 'i32'], ([values, size, centre, state], declare) => {
  const end = declare('i32');
  const offset = declare('f64');
  const square = declare('f64');
  const squares = declare('f64');
  const cubes = declare('f64');
  return [
    end.set(add(values.get, shiftLeft(size.get, 2))),
    overNumbers(
      values,
      end.get,
      offset.set(subFloat(toFloat(load(values.get)), centre.get)),
      square.set(multiplyFloat(offset.get, offset.get)),
      squares.set(addFloat(squares.get, square.get)),
      cubes.set(addFloat(cubes.get, multiplyFloat(square.get, offset.get))),
    ),
    storeFloat(state.get, squares.get, MOMENTS.squares),
    storeFloat(state.get, cubes.get, MOMENTS.cubes),
    add(0, 0),
  ];
});

/** `sumByCode(wholes, codes, rows, count, totals, counts)`: adds up the numbers of some rows by the rows' codes (a byte each), and counts them; not those below zero. */
export const sumByCode = defineFunction(
  'sumByCode',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([wholes, codes, rows, count, totals, counts], declare) => {
    const end = declare('i32');
    const row = declare('i32');
    const value = declare('i32');
    const code = declare('i32');
    const at = declare('i32');
    return [
      end.set(add(rows.get, shiftLeft(count.get, 2))),
      overNumbers(
        rows,
        end.get,
        row.set(load(rows.get)),
        value.set(load(add(wholes.get, shiftLeft(row.get, 2)))),
        code.set(loadByte(add(codes.get, row.get))),
        at.set(add(totals.get, shiftLeft(code.get, 3))),
        storeFloat(at.get, addFloat(loadFloat(at.get), toFloat(and(value.get, xor(shiftSigned(value.get, 31), -1))))),
        at.set(add(counts.get, shiftLeft(code.get, 2))),
        store(at.get, add(load(at.get), add(1, shiftSigned(value.get, 31)))),
      ),
      add(0, 0),
    ];
  },
);
