import {
  add,
  and,
  below,
  belowLanes,
  defineFunction,
  differs,
  during,
  equalLanes,
  everyLane,
  laneBits,
  loadLanes,
  lowestBit,
  orLanes,
  store,
  sub,
} from './assembler.ts';

const [BLANK, QUOTE, BACKSLASH] = [32, 34, 92] as const;

/**
 * `findJsonMarks(at, end, out, text)`: writes the place of every quote, backslash and byte below a blank from `at` on to `out`, ascending, counted from `text`; gives
 * the end of what it wrote. It looks at sixteen bytes at a time: up to fifteen behind `end` are looked at as well.
 */
export const findJsonMarks = defineFunction('findJsonMarks', ['i32', 'i32', 'i32', 'i32'], ([at, end, out, text], declare) => {
  const bits = declare('i32');
  const here = declare('v128');
  const is = (code: number) => equalLanes(here.get, everyLane(code));
  return [
    during(
      below(at.get, end.get),
      here.set(loadLanes(at.get)),
      bits.set(laneBits(orLanes(orLanes(is(QUOTE), is(BACKSLASH)), belowLanes(here.get, everyLane(BLANK))))),
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
