import {
  add,
  and,
  below,
  defineFunction,
  differs,
  during,
  equalLanes,
  everyLane,
  laneBits,
  loadLanes,
  lowestBit,
  orLanes,
  splat,
  store,
  sub,
} from './assembler.ts';

/**
 * `findMarks(at, end, out, delimiter, text)`: writes the place of every delimiter, quote, LF and CR from `at` on to `out`, ascending, counted from `text`; gives
 * the end of what it wrote. It looks at sixteen bytes at a time: up to fifteen behind `end` are looked at as well.
 */
export const findMarks = defineFunction('findMarks', ['i32', 'i32', 'i32', 'i32', 'i32'], ([at, end, out, delimiter, text], declare) => {
  const bits = declare('i32');
  const wanted = declare('v128');
  const here = declare('v128');
  const is = (code: number) => equalLanes(here.get, everyLane(code));
  return [
    wanted.set(splat(delimiter.get)),
    during(
      below(at.get, end.get),
      here.set(loadLanes(at.get)),
      bits.set(laneBits(orLanes(orLanes(equalLanes(here.get, wanted.get), is(10)), orLanes(is(13), is(34))))),
      during(
        differs(bits.get, 0),
        store(out.get, sub(add(at.get, lowestBit(bits.get)), text.get)),
        out.set(add(out.get, 4)),
        bits.set(and(bits.get, sub(bits.get, 1))),
      ),
      at.set(add(at.get, 16)),
    ),
    out.get,
  ];
});
