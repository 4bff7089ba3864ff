import {
  above,
  add,
  and,
  below,
  choose,
  type Code,
  defineFunction,
  during,
  equal,
  isZero,
  leave,
  load,
  type Operand,
  or,
  repeat,
  shiftLeft,
  shiftRight,
  store,
  sub,
  when,
} from './assembler.ts';
import { storeLanes } from './lanes.ts';

import { overNumbers } from './over-numbers.ts';

export const DIGIT_BITS = 11;
export const DIGITS = 1 << DIGIT_BITS;

const digitOf = (value: Operand, shift: Code): Code => shiftLeft(and(shiftRight(value, shift), DIGITS - 1), 2);

/** `sortByDigit(from, to, size, shift, counts)`: in the order of one digit in base 2,048, equal ones as they stood. */
export const sortByDigit = defineFunction(
  'sortByDigit',
  ['i32', 'i32', 'i32', 'i32', 'i32'],
  ([from, to, size, shift, counts], declare) => {
    const at = declare('i32');
    const end = declare('i32');
    const place = declare('i32');
    const count = declare('i32');
    const value = declare('i32');
    const clear = declare('v128');
    const countsEnd = add(counts.get, DIGITS * 4);
    return [
      ...zeros(counts, at, clear),
      end.set(add(from.get, shiftLeft(size.get, 2))),
      at.set(from.get),
      overNumbers(at, end.get, place.set(add(counts.get, digitOf(load(at.get), shift.get))), store(place.get, add(load(place.get), 1))),
      place.set(to.get),
      at.set(counts.get),
      overNumbers(at, countsEnd, count.set(load(at.get)), store(at.get, place.get), place.set(add(place.get, shiftLeft(count.get, 2)))),
      at.set(from.get),
      overNumbers(
        at,
        end.get,
        place.set(add(counts.get, digitOf(value.tee(load(at.get)), shift.get))),
        store(count.tee(load(place.get)), value.get),
        store(place.get, add(count.get, 4)),
      ),
      add(0, 0),
    ];
  },
);

function zeros(counts: { get: Code }, at: { get: Code; set: (value: Operand) => Code }, clear: { get: Code }): Code[] {
  return [at.set(counts.get), during(below(at.get, add(counts.get, DIGITS * 4)), storeLanes(at.get, clear.get), at.set(add(at.get, 16)))];
}

/** `sortByCounting(values, size, max, counts)`: in place, by how often there is each; `counts` has room for all up to the largest. */
export const sortByCounting = defineFunction('sortByCounting', ['i32', 'i32', 'i32', 'i32'], ([values, size, max, counts], declare) => {
  const at = declare('i32');
  const end = declare('i32');
  const place = declare('i32');
  const value = declare('i32');
  return [
    at.set(counts.get),
    end.set(add(counts.get, shiftLeft(add(max.get, 1), 2))),
    overNumbers(at, end.get, store(at.get, 0)),
    at.set(values.get),
    end.set(add(values.get, shiftLeft(size.get, 2))),
    overNumbers(at, end.get, place.set(add(counts.get, shiftLeft(load(at.get), 2))), store(place.get, add(load(place.get), 1))),
    at.set(values.get),
    during(
      below(at.get, end.get),
      place.set(add(at.get, shiftLeft(load(add(counts.get, shiftLeft(value.get, 2))), 2))),
      overNumbers(at, place.get, store(at.get, value.get)),
      value.set(add(value.get, 1)),
    ),
    add(0, 0),
  ];
});

/**
 * `selectWhole(values, size, rank, shift, counts, spare)`: the number of that rank (from 0) among numbers in any order, by the upper digits first, from `shift`
 * on: those that share them with it are kept, and looked at more closely.
 */
export const selectWhole = defineFunction(
  'selectWhole',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([values, size, rank, shift, counts, spare], declare) => {
    const at = declare('i32');
    const end = declare('i32');
    const place = declare('i32');
    const value = declare('i32');
    const clear = declare('v128');
    const rounds = { name: 'rounds' };
    return [
      repeat(
        rounds,
        ...zeros(counts, at, clear),
        end.set(add(values.get, shiftLeft(size.get, 2))),
        at.set(values.get),
        overNumbers(at, end.get, place.set(add(counts.get, digitOf(load(at.get), shift.get))), store(place.get, add(load(place.get), 1))),
        place.set(counts.get),
        during(isZero(below(rank.get, load(place.get))), rank.set(sub(rank.get, load(place.get))), place.set(add(place.get, 4))),
        place.set(sub(place.get, counts.get)),
        when(isZero(shift.get), [leave(rounds)]),
        at.set(values.get),
        values.set(spare.get),
        size.set(0),
        overNumbers(
          at,
          end.get,
          store(add(spare.get, shiftLeft(size.get, 2)), value.tee(load(at.get))),
          size.set(add(size.get, equal(digitOf(value.get, shift.get), place.get))),
        ),
        shift.set(choose(sub(shift.get, DIGIT_BITS), 0, above(shift.get, DIGIT_BITS))),
      ),
      or(and(load(values.get), -DIGITS), shiftRight(place.get, 2)),
    ];
  },
);

/** `countUpTo(values, size, whole, state)`: how many are not larger; the least of those that are stands in the state. */
export const countUpTo = defineFunction('countUpTo', ['i32', 'i32', 'i32', 'i32'], ([values, size, whole, state], declare) => {
  const end = declare('i32');
  const value = declare('i32');
  const count = declare('i32');
  const least = declare('i32');
  const isAbove = declare('i32');
  return [
    end.set(add(values.get, shiftLeft(size.get, 2))),
    least.set(-1),
    overNumbers(
      values,
      end.get,
      value.set(load(values.get)),
      isAbove.set(above(value.get, whole.get)),
      count.set(add(count.get, isZero(isAbove.get))),
      least.set(choose(value.get, least.get, and(isAbove.get, below(value.get, least.get)))),
    ),
    store(state.get, least.get),
    count.get,
  ];
});
