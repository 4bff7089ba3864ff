import {
  add,
  and,
  atLeast,
  below,
  defineFunction,
  differs,
  during,
  equal,
  giveBack,
  isZero,
  leave,
  load,
  loadByte,
  multiply,
  repeat,
  shiftLeft,
  shiftRight,
  store,
  storeByte,
  sub,
  when,
  xor,
} from './assembler.ts';

/** Factors of the hash of a cell. */
const HASH_FACTORS = { first: 0x9e3779b1, last: 0x85ebca6b, middle: 0x2c1b3c6d, end: 0x297a2d39 } as const;

/** Places in the state of `findCells`, in numbers of 32 bits: what there is, and how much there may be. */
export const CELL_STATE = { size: 0, used: 1, sizeLimit: 2, usedLimit: 3 } as const;

/**
 * `findCells(text, starts, ends, count, out, state, entries, table, mask, arena)`: writes the numbers of cells in a dictionary to `out`, 0 for empty ones, and
 * learns those that it does not know. Stops where there is no room for a new one; gives how many it has written. `CellIds` says what entries, table and arena
 * hold; `state` is the next number, the bytes used of the arena, and how far both may go.
 */
export const findCells = defineFunction(
  'findCells',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([text, starts, ends, count, out, state, entries, table, mask, arena], declare) => {
    const done = declare('i32');
    const start = declare('i32');
    const length = declare('i32');
    const first = declare('i32');
    const last = declare('i32');
    /** Where the last four bytes begin. */
    const tail = declare('i32');
    const hash = declare('i32');
    const slot = declare('i32');
    const id = declare('i32');
    const entry = declare('i32');
    const held = declare('i32');
    const at = declare('i32');
    const found = { name: 'found' };
    const unlike = { name: 'unlike' };
    const stir = (by: number) => hash.set(xor(hash.get, shiftRight(hash.get, by)));
    const isSame = and(and(equal(load(entry.get), first.get), equal(load(entry.get, 4), last.get)), equal(load(entry.get, 8), length.get));
    const size = load(state.get, CELL_STATE.size * 4);
    const used = load(state.get, CELL_STATE.used * 4);
    const room = and(
      below(size, load(state.get, CELL_STATE.sizeLimit * 4)),
      atLeast(load(state.get, CELL_STATE.usedLimit * 4), add(used, length.get)),
    );
    const learn = [
      when(isZero(room), [giveBack(done.get)]),
      id.set(size),
      store(state.get, add(id.get, 1), CELL_STATE.size * 4),
      store(add(table.get, shiftLeft(slot.get, 2)), id.get),
      entry.set(add(entries.get, shiftLeft(id.get, 4))),
      store(entry.get, first.get),
      store(entry.get, last.get, 4),
      store(entry.get, length.get, 8),
      store(entry.get, used, 12),
      held.set(add(arena.get, used)),
      store(state.get, add(used, length.get), CELL_STATE.used * 4),
      at.set(0),
      during(below(at.get, length.get), storeByte(add(held.get, at.get), loadByte(add(start.get, at.get))), at.set(add(at.get, 1))),
    ];
    return [
      during(
        below(done.get, count.get),
        start.set(load(starts.get)),
        length.set(sub(load(ends.get), start.get)),
        start.set(add(text.get, start.get)),
        id.set(0),
        when(length.get, [
          first.set(load(start.get)),
          last.set(0),
          tail.set(0),
          when(
            below(length.get, 4),
            [first.set(and(first.get, sub(shiftLeft(1, shiftLeft(length.get, 3)), 1)))],
            [tail.set(sub(length.get, 4)), last.set(load(add(start.get, tail.get)))],
          ),
          hash.set(xor(multiply(first.get, HASH_FACTORS.first), multiply(xor(last.get, length.get), HASH_FACTORS.last))),
          stir(15),
          at.set(4),
          during(
            below(at.get, tail.get),
            hash.set(multiply(xor(hash.get, load(add(start.get, at.get))), HASH_FACTORS.middle)),
            stir(13),
            at.set(add(at.get, 4)),
          ),
          hash.set(multiply(hash.get, HASH_FACTORS.end)),
          stir(15),
          slot.set(and(hash.get, mask.get)),
          repeat(
            found,
            id.set(load(add(table.get, shiftLeft(slot.get, 2)))),
            when(isZero(id.get), [...learn, leave(found)]),
            entry.set(add(entries.get, shiftLeft(id.get, 4))),
            when(isSame, [
              held.set(add(arena.get, load(entry.get, 12))),
              at.set(4),
              repeat(
                unlike,
                when(atLeast(at.get, tail.get), [leave(found)]),
                when(differs(load(add(start.get, at.get)), load(add(held.get, at.get))), [leave(unlike)]),
                at.set(add(at.get, 4)),
              ),
            ]),
            slot.set(and(add(slot.get, 1), mask.get)),
          ),
        ]),
        store(out.get, id.get),
        starts.set(add(starts.get, 4)),
        ends.set(add(ends.get, 4)),
        out.set(add(out.get, 4)),
        done.set(add(done.get, 1)),
      ),
      done.get,
    ];
  },
);

/**
 * The hash of `findCells` for a cell that comes by itself, of its first and last four bytes and the words between, the last of which may overlap them.
 * Called for every cell: no object for its arguments.
 */
export function hashOf(view: DataView, start: number, end: number, first: number, last: number): number {
  let hash = Math.imul(first, HASH_FACTORS.first) ^ Math.imul(last ^ (end - start), HASH_FACTORS.last);
  hash ^= hash >>> 15;
  for (let at = start + 4; at < end - 4; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), HASH_FACTORS.middle);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, HASH_FACTORS.end);
  return hash ^ (hash >>> 15);
}
