import { timeColumnFacts } from '../../lib/time/time-column.ts';
import { HIT, MISS, OUT, PENDING } from '../statistics/proportion.ts';
import type { Problems } from './problems.ts';

export interface RepeatOptions {
  readonly createdAt: Float64Array;
  readonly solvedAt: Float64Array;
  /** Who each ticket is about; -1 unknown. */
  readonly who: Int32Array;
  readonly people: number;
  readonly problems: Pick<Problems, 'offsets' | 'keys'>;
  /** Tickets that were reopened in time (1). */
  readonly reopened: Uint8Array;
  /** How soon a problem comes back, ms. */
  readonly length: number;
  readonly asOf: number;
}

export interface Repeats {
  readonly outcomes: Uint8Array;
  /** Solved tickets of nobody known or without any problem (1). */
  readonly untold: Uint8Array;
}

/** So many later tickets may be looked at for each on average: of customers with very many an index is quicker. */
const MOST_STEPS = 16;

/**
 * Whether each solved ticket's problem came back to the same customer, where tickets stand in the order of time: in one pass from the last on, since what comes later
 * has then been seen. Most have a handful of tickets, and one look at the next tells. `null` for other orders, and where it would take for ever.
 */
export function repeatsInOrder({ createdAt, solvedAt, who, people, problems, reopened, length, asOf }: RepeatOptions): Repeats | null {
  const { order } = timeColumnFacts(createdAt);
  if (order === 0) return null;
  const { offsets, keys } = problems;
  const rows = createdAt.length;
  const outcomes = new Uint8Array(rows).fill(OUT);
  const untold = new Uint8Array(rows);
  // By customer, side by side as all of it is read at once: when the ticket that was seen last was opened, its row from 1 on, and its problems.
  const begunAt = new Float64Array(people * 2);
  const lasts = new Int32Array(begunAt.buffer);
  const next = new Int32Array(rows);
  // One of 32 bits a problem: tickets without a common bit share none.
  const marks = new Int32Array(rows);
  const solvedBefore: number[] = [];
  let steps = MOST_STEPS * rows;
  for (let index = rows - 1; index >= 0; index--) {
    const row = order === 1 ? index : rows - 1 - index;
    const person = who[row]!;
    const opened = createdAt[row]!;
    const solved = solvedAt[row]!;
    let bits = 0;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) bits |= 1 << (keys[at]! & 31);
    const isTold = bits !== 0 && person >= 0;
    const head = person >= 0 ? lasts[person * 4 + 2]! - 1 : -1;
    if (solved >= Number.NEGATIVE_INFINITY) {
      const until = solved + length;
      if (!isTold && reopened[row] !== 1) untold[row] = 1;
      else if (!(until <= asOf)) outcomes[row] = PENDING;
      else if (reopened[row] === 1) outcomes[row] = HIT;
      else {
        outcomes[row] = MISS;
        if (opened > solved) solvedBefore.push(row);
        else if (head >= 0) {
          let begun = begunAt[person * 2]!;
          let theirs = lasts[person * 4 + 3]!;
          for (let other = head; begun <= until;) {
            if (begun > solved && (bits & theirs) !== 0 && shareKey(offsets, keys, row, other)) {
              outcomes[row] = HIT;
              break;
            }
            other = next[other]!;
            if (other < 0) break;
            if (--steps < 0) return null;
            begun = createdAt[other]!;
            theirs = marks[other]!;
          }
        }
      }
    }
    marks[row] = bits;
    next[row] = head;
    if (person < 0) continue;
    begunAt[person * 2] = opened;
    lasts[person * 4 + 2] = row + 1;
    lasts[person * 4 + 3] = bits;
  }
  for (const row of solvedBefore) {
    const solved = solvedAt[row]!;
    for (
      let other = lasts[who[row]! * 4 + 2]! - 1;
      other >= 0 && outcomes[row] === MISS && createdAt[other]! <= solved + length;
      other = next[other]!
    ) {
      if (--steps < 0) return null;
      if (createdAt[other]! > solved && shareKey(offsets, keys, row, other)) outcomes[row] = HIT;
    }
  }
  return { outcomes, untold };
}

function shareKey(offsets: Uint32Array, keys: Problems['keys'], a: number, b: number): boolean {
  for (let at = offsets[a]!; at < offsets[a + 1]!; at++) {
    for (let other = offsets[b]!; other < offsets[b + 1]!; other++) if (keys[at] === keys[other]) return true;
  }
  return false;
}
