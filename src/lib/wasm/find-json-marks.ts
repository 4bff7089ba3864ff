import { belowLanes, defineFunction, equalLanes, everyLane, orLanes } from './assembler.ts';
import { noteMarks } from './find-marks.ts';

const [BLANK, QUOTE, BACKSLASH] = [32, 34, 92] as const;

/**
 * `findJsonMarks(at, end, out, text)`: writes the place of every quote, backslash and byte below a blank from `at` on to `out`, ascending, counted from `text`; gives
 * the end of what it wrote. It looks at sixteen bytes at a time: up to fifteen behind `end` are looked at as well.
 */
export const findJsonMarks = defineFunction('findJsonMarks', ['i32', 'i32', 'i32', 'i32'], ([at, end, out, text], declare) => {
  const bits = declare('i32');
  const here = declare('v128');
  const is = (code: number) => equalLanes(here.get, everyLane(code));
  const isMark = orLanes(orLanes(is(QUOTE), is(BACKSLASH)), belowLanes(here.get, everyLane(BLANK)));
  return [noteMarks({ at, end, out, text, here, bits }, isMark)];
});
