import { NumberIndex } from '../../lib/number-index.ts';

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
