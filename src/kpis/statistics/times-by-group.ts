import { NumberIndex } from '../../lib/number-index.ts';
import { timeColumnFacts } from '../../lib/time/time-column.ts';

/** Times of each group, ascending: group number → place in `starts`. */
export interface TimesByGroup {
  readonly places: NumberIndex;
  readonly starts: Uint32Array;
  readonly times: Float64Array;
}

/** Groups are whole numbers; those below 0 are nobody's. */
export function timesByGroup(groups: Float64Array, times: Float64Array): TimesByGroup {
  const places = new NumberIndex();
  const placeOf = new Int32Array(groups.length);
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row]!;
    placeOf[row] = group < 0 ? -1 : places.placeOf(group);
  }
  const starts = new Uint32Array(places.size + 1);
  for (const place of placeOf) if (place >= 0) starts[place + 1]!++;
  for (let place = 0; place < places.size; place++) starts[place + 1]! += starts[place]!;
  const filled = starts.slice();
  const sorted = new Float64Array(starts[places.size]!);
  for (let row = 0; row < groups.length; row++) if (placeOf[row]! >= 0) sorted[filled[placeOf[row]!]!++] = times[row]!;
  for (let place = 0; place < places.size; place++)
    if (starts[place + 1]! - starts[place]! > 1) sortSome(sorted, starts[place]!, starts[place + 1]!);
  return { places, starts, times: sorted };
}

/** The first time of a group after another; `Infinity` where there is none. */
export function firstAfter({ places, starts, times }: TimesByGroup, group: number, after: number): number {
  const place = places.find(group);
  if (place < 0) return Number.POSITIVE_INFINITY;
  let low = starts[place]!;
  const end = starts[place + 1]!;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= after) low = middle + 1;
    else high = middle;
  }
  return low < end ? times[low]! : Number.POSITIVE_INFINITY;
}

/** Most groups have a handful of times, mostly in order: a view and a call for each would cost more than the sorting. */
function sortSome(times: Float64Array, from: number, to: number): void {
  if (to - from > 32) {
    times.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const time = times[at]!;
    let place = at;
    for (; place > from && times[place - 1]! > time; place--) times[place] = times[place - 1]!;
    times[place] = time;
  }
}

export interface RowsByGroup {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
  /** The time of each of `rows`. */
  readonly times: Float64Array;
}

/** The rows of each group (those below 0 are nobody's) in the order of their times, undated ones last: group `g` has `rows[starts[g]] … rows[starts[g + 1] - 1]`. */
export function rowsByGroup(groups: Int32Array, times: Float64Array): RowsByGroup {
  let most = -1;
  for (let row = 0; row < groups.length; row++) if (groups[row]! > most) most = groups[row]!;
  const starts = new Uint32Array(most + 2);
  for (let row = 0; row < groups.length; row++) if (groups[row]! >= 0) starts[groups[row]! + 1]!++;
  for (let group = 0; group <= most; group++) starts[group + 1]! += starts[group]!;
  const filled = starts.slice();
  const rows = new Uint32Array(starts[most + 1]!);
  const sorted = new Float64Array(rows.length);
  for (let row = 0; row < groups.length; row++) {
    if (groups[row]! < 0) continue;
    const place = filled[groups[row]!]!++;
    rows[place] = row;
    sorted[place] = times[row]!;
  }
  if (timeColumnFacts(times).order !== 1) for (let group = 0; group <= most; group++) sortGroup({ starts, rows, times: sorted }, group);
  return { starts, rows, times: sorted };
}

function sortGroup({ starts, rows, times }: RowsByGroup, group: number): void {
  const [from, end] = [starts[group]!, starts[group + 1]!];
  let place = from + 1;
  while (place < end && times[place - 1]! <= times[place]!) place++;
  if (place >= end) return;
  const timeOf = (at: number): number => (Number.isNaN(times[at]!) ? Number.POSITIVE_INFINITY : times[at]!);
  const order = Array.from({ length: end - from }, (_, index) => from + index).toSorted((a, b) => timeOf(a) - timeOf(b) || a - b);
  const [ownRows, ownTimes] = [order.map((at) => rows[at]!), order.map((at) => times[at]!)];
  rows.set(ownRows, from);
  times.set(ownTimes, from);
}
