import {
  add,
  all,
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
  type Code,
  type Variable,
} from './assembler.ts';

interface Search {
  /** Places, counted from `text`, of what is found in `[at, end)` go to `out`. */
  readonly at: Variable;
  readonly end: Variable;
  readonly out: Variable;
  readonly text: Variable;
  /** Sixteen bytes. */
  readonly here: Variable;
  readonly bits: Variable;
}

/** Notes every byte whose lane `isMark` sets, and gives the end of what it wrote. Up to fifteen bytes behind `end` are looked at as well. */
export const noteMarks = ({ at, end, out, text, here, bits }: Search, isMark: Code): Code =>
  all(
    during(
      below(at.get, end.get),
      here.set(loadLanes(at.get)),
      bits.set(laneBits(isMark)),
      during(
        differs(bits.get, 0),
        store(out.get, sub(add(at.get, lowestBit(bits.get)), text.get)),
        out.set(add(out.get, 4)),
        bits.set(and(bits.get, sub(bits.get, 1))),
      ),
      at.set(add(at.get, 16)),
    ),
    out.get,
  );

/** What parts cells and records of CSV: the delimiter (sixteen times in `delimiters`), a quote, LF or CR. */
export const isCsvMark = (here: Variable, delimiters: Variable): Code => {
  const is = (code: number): Code => equalLanes(here.get, everyLane(code));
  return orLanes(orLanes(equalLanes(here.get, delimiters.get), is(10)), orLanes(is(13), is(34)));
};

/**
 * `findMarks(at, end, out, delimiter, text)`: writes the place of every delimiter, quote, LF and CR from `at` on to `out`, ascending, counted from `text`; gives
 * the end of what it wrote. It looks at sixteen bytes at a time: up to fifteen behind `end` are looked at as well.
 */
export const findMarks = defineFunction('findMarks', ['i32', 'i32', 'i32', 'i32', 'i32'], ([at, end, out, delimiter, text], declare) => {
  const bits = declare('i32');
  const delimiters = declare('v128');
  const here = declare('v128');
  return [delimiters.set(splat(delimiter.get)), noteMarks({ at, end, out, text, here, bits }, isCsvMark(here, delimiters))];
});
