import {
  add,
  below,
  choose,
  countBits,
  defineFunction,
  during,
  equal,
  equalLanes,
  everyLane,
  float,
  floatBelow,
  floatEqual,
  floatUpTo,
  isZero,
  laneBits,
  load,
  loadByte,
  loadFloat,
  loadLanes,
  loadShort,
  and,
  or,
  orLanes,
  shiftLeft,
  shiftRight,
  store,
  storeByte,
  storeShort,
  sub,
  when,
  type Code,
  type Variable,
} from './assembler.ts';
import { shiftBytes, storeLanes } from './lanes.ts';
import { overNumbers } from './over-numbers.ts';

const oneMore = (at: Variable, by: Code | number = 1): Code => store(at.get, add(load(at.get), by));

/** `placesAmong(times, count, bounds, size, out, unknown)`: how many of the ascending bounds are not after each time, in 16 bits; `unknown` for times that are none. */
export const placesAmong = defineFunction(
  'placesAmong',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([times, count, bounds, size, out, unknown], declare) => {
    const end = declare('i32');
    const time = declare('f64');
    /** Between which bounds the last time was: rows tend to stand in the order of time. */
    const from = declare('f64');
    const to = declare('f64');
    const place = declare('i32');
    const high = declare('i32');
    const middle = declare('i32');
    const bound = (at: Code): Code => loadFloat(add(bounds.get, shiftLeft(at, 3)));
    return [
      end.set(add(times.get, shiftLeft(count.get, 3))),
      during(
        below(times.get, end.get),
        time.set(loadFloat(times.get)),
        when(
          floatEqual(time.get, time.get),
          [
            when(isZero(and(floatUpTo(from.get, time.get), floatBelow(time.get, to.get))), [
              place.set(0),
              high.set(size.get),
              during(
                below(place.get, high.get),
                middle.set(shiftRight(add(place.get, high.get), 1)),
                when(floatUpTo(bound(middle.get), time.get), [place.set(add(middle.get, 1))], [high.set(middle.get)]),
              ),
              from.set(float(Number.NEGATIVE_INFINITY)),
              to.set(float(Number.POSITIVE_INFINITY)),
              when(place.get, [from.set(bound(sub(place.get, 1)))]),
              when(below(place.get, size.get), [to.set(bound(place.get))]),
            ]),
            storeShort(out.get, place.get),
          ],
          [storeShort(out.get, unknown.get)],
        ),
        times.set(add(times.get, 8)),
        out.set(add(out.get, 2)),
      ),
      add(0, 0),
    ];
  },
);

/** `splitRows(keys, rows, count, counts, size, out)`: rows by their keys (16 bits each), in their order; `counts` then has for each key where its rows end. */
export const splitRows = defineFunction(
  'splitRows',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([keys, rows, count, counts, size, out], declare) => {
    const at = declare('i32');
    const end = declare('i32');
    const some = declare('i32');
    const key = declare('i32');
    return [
      at.set(counts.get),
      end.set(add(counts.get, shiftLeft(size.get, 2))),
      overNumbers(at, end.get, store(at.get, 0)),
      key.set(keys.get),
      end.set(add(keys.get, shiftLeft(count.get, 1))),
      during(below(key.get, end.get), at.set(add(counts.get, shiftLeft(loadShort(key.get), 2))), oneMore(at), key.set(add(key.get, 2))),
      at.set(counts.get),
      end.set(add(counts.get, shiftLeft(size.get, 2))),
      overNumbers(at, end.get, some.set(load(at.get)), store(at.get, out.get), out.set(add(out.get, shiftLeft(some.get, 2)))),
      end.set(add(rows.get, shiftLeft(count.get, 2))),
      overNumbers(
        rows,
        end.get,
        at.set(add(counts.get, shiftLeft(loadShort(keys.get), 2))),
        store(some.tee(load(at.get)), load(rows.get)),
        store(at.get, add(some.get, 4)),
        keys.set(add(keys.get, 2)),
      ),
      add(0, 0),
    ];
  },
);

/** `countPatterns(keys, patterns, count, bits, counts)`: how many rows have each key (16 bits) and pattern (a byte below 2^bits). */
export const countPatterns = defineFunction(
  'countPatterns',
  ['i32', 'i32', 'i32', 'i32', 'i32'],
  ([keys, patterns, count, bits, counts], declare) => {
    const at = declare('i32');
    const end = declare('i32');
    return [
      end.set(add(patterns.get, count.get)),
      during(
        below(patterns.get, end.get),
        at.set(add(counts.get, shiftLeft(or(shiftLeft(loadShort(keys.get), bits.get), loadByte(patterns.get)), 2))),
        oneMore(at),
        keys.set(add(keys.get, 2)),
        patterns.set(add(patterns.get, 1)),
      ),
      add(0, 0),
    ];
  },
);

/** `joinMasks(a, b, c, d, count, out)`: four bytes of 0 or 1 as the bits of one, sixteen rows at a time. */
export const joinMasks = defineFunction('joinMasks', ['i32', 'i32', 'i32', 'i32', 'i32', 'i32'], ([a, b, c, d, count, out], declare) => {
  const end = declare('i32');
  const next = [a, b, c, d, out].map((at) => at.set(add(at.get, 16)));
  return [
    end.set(add(a.get, count.get)),
    during(
      below(a.get, end.get),
      storeLanes(
        out.get,
        orLanes(
          orLanes(loadLanes(a.get), shiftBytes(loadLanes(b.get), 1)),
          orLanes(shiftBytes(loadLanes(c.get), 2), shiftBytes(loadLanes(d.get), 3)),
        ),
      ),
      ...next,
    ),
    add(0, 0),
  ];
});

/** `countKinds(bytes, count, counts)`: how many bytes are 0, 1 and 2, added to what is there; sixteen at a time, those behind the last must be others. */
export const countKinds = defineFunction('countKinds', ['i32', 'i32', 'i32'], ([bytes, count, counts], declare) => {
  const end = declare('i32');
  const lanes = declare('v128');
  const kinds = [0, 1, 2].map((kind) => ({ kind, found: declare('i32') }));
  return [
    end.set(add(bytes.get, count.get)),
    during(
      below(bytes.get, end.get),
      lanes.set(loadLanes(bytes.get)),
      ...kinds.map(({ kind, found }) => found.set(add(found.get, countBits(laneBits(equalLanes(lanes.get, everyLane(kind))))))),
      bytes.set(add(bytes.get, 16)),
    ),
    ...kinds.map(({ kind, found }) => store(counts.get, add(load(counts.get, kind * 4), found.get), kind * 4)),
    add(0, 0),
  ];
});

/** `countChanges(from, until, count, changes)`: one more from one place (16 bits) on, and one less from another on, where that is later. */
export const countChanges = defineFunction('countChanges', ['i32', 'i32', 'i32', 'i32'], ([from, until, count, changes], declare) => {
  const end = declare('i32');
  const at = declare('i32');
  return [
    end.set(add(from.get, shiftLeft(count.get, 1))),
    during(
      below(from.get, end.get),
      when(below(loadShort(from.get), loadShort(until.get)), [
        at.set(add(changes.get, shiftLeft(loadShort(from.get), 2))),
        oneMore(at),
        at.set(add(changes.get, shiftLeft(loadShort(until.get), 2))),
        oneMore(at, -1),
      ]),
      from.set(add(from.get, 2)),
      until.set(add(until.get, 2)),
    ),
    add(0, 0),
  ];
});

/** `markSame(keys, others, count, bytes, out)`: bit 0 of a byte, and bit 1 where two keys (16 bits) are the same. */
export const markSame = defineFunction('markSame', ['i32', 'i32', 'i32', 'i32', 'i32'], ([keys, others, count, bytes, out], declare) => {
  const end = declare('i32');
  return [
    end.set(add(bytes.get, count.get)),
    during(
      below(bytes.get, end.get),
      storeByte(out.get, or(equal(loadByte(bytes.get), 1), shiftLeft(equal(loadShort(keys.get), loadShort(others.get)), 1))),
      ...[keys, others].map((at) => at.set(add(at.get, 2))),
      ...[bytes, out].map((at) => at.set(add(at.get, 1))),
    ),
    add(0, 0),
  ];
});

/** `openAt(entered, left, count, time, out)`: 1 where something entered before a time, or nobody knows when, and had not left before it. */
export const openAt = defineFunction('openAt', ['i32', 'i32', 'i32', 'f64', 'i32'], ([entered, left, count, time, out], declare) => {
  const end = declare('i32');
  return [
    end.set(add(out.get, count.get)),
    during(
      below(out.get, end.get),
      storeByte(out.get, choose(0, 1, or(floatUpTo(time.get, loadFloat(entered.get)), floatBelow(loadFloat(left.get), time.get)))),
      ...[entered, left].map((at) => at.set(add(at.get, 8))),
      out.set(add(out.get, 1)),
    ),
    add(0, 0),
  ];
});
