import {
  add,
  and,
  below,
  defineFunction,
  during,
  equal,
  float,
  load,
  loadByte,
  loadLanes,
  or,
  shiftLeft,
  shiftRight,
  sub,
  type Code,
  type Variable,
} from './assembler.ts';
import {
  andLanes,
  equalFloats,
  everyFloat,
  everyNumber,
  floatsAbove,
  floatsAtLeast,
  floatsAtMost,
  floatsBelow,
  greaterFloats,
  lesserFloats,
  longBits,
  storeLanes,
  subLongs,
} from './lanes.ts';

/** What may hold of all numbers and those behind them. */
export const RISES = 1;
export const FALLS = 2;
export const CLIMBS = 4;
export const DROPS = 8;

/** How many of the numbers `lookThrough` leaves out at the end: one or two, which have none behind them to be compared with. */
export function looksThrough(count: number): number {
  return count < 3 ? 0 : (count - 1) & ~1;
}

/**
 * `lookThrough(values, count, out)`: of floats, two at a time but for the last one or two, to `out` the least and the greatest and how many are no `NaN`, each twice
 * (of the even and of the odd places; counts have 64 bits). Gives which orders hold of each number and the one behind it: none does beside `NaN`.
 */
export const lookThrough = defineFunction('lookThrough', ['i32', 'i32', 'i32'], ([values, count, out], declare) => {
  const end = declare('i32');
  const here = declare('v128');
  const next = declare('v128');
  const least = declare('v128');
  const greatest = declare('v128');
  const present = declare('v128');
  const orders = [floatsAtMost, floatsAtLeast, floatsBelow, floatsAbove].map((holds) => ({ holds, all: declare('v128') }));
  const bit = (all: Variable, place: number): Code => shiftLeft(equal(longBits(all.get), 3), place);
  return [
    end.set(sub(add(values.get, shiftLeft(count.get, 3)), 16)),
    least.set(everyFloat(float(Number.POSITIVE_INFINITY))),
    greatest.set(everyFloat(float(Number.NEGATIVE_INFINITY))),
    ...orders.map(({ all }) => all.set(everyNumber(-1))),
    during(
      below(values.get, end.get),
      here.set(loadLanes(values.get)),
      next.set(loadLanes(add(values.get, 8))),
      least.set(lesserFloats(least.get, here.get)),
      greatest.set(greaterFloats(greatest.get, here.get)),
      present.set(subLongs(present.get, equalFloats(here.get, here.get))),
      ...orders.map(({ holds, all }) => all.set(andLanes(all.get, holds(here.get, next.get)))),
      values.set(add(values.get, 16)),
    ),
    storeLanes(out.get, least.get),
    storeLanes(add(out.get, 16), greatest.get),
    storeLanes(add(out.get, 32), present.get),
    orders.map(({ all }, place) => bit(all, place)).reduce((some, more) => or(some, more)),
  ];
});

/** `bitsOf(at, count)`: bits that any of so many bytes has. */
export const bitsOf = defineFunction('bitsOf', ['i32', 'i32'], ([at, count], declare) => {
  const end = declare('i32');
  const bits = declare('i32');
  return [
    end.set(add(at.get, and(count.get, -4))),
    during(below(at.get, end.get), bits.set(or(bits.get, load(at.get))), at.set(add(at.get, 4))),
    end.set(add(end.get, and(count.get, 3))),
    during(below(at.get, end.get), bits.set(or(bits.get, loadByte(at.get))), at.set(add(at.get, 1))),
    bits.set(or(bits.get, shiftRight(bits.get, 16))),
    and(or(bits.get, shiftRight(bits.get, 8)), 255),
  ];
});
