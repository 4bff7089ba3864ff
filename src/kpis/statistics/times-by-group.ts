/** Times of each group, ascending: group number → place in `starts`. */
export interface TimesByGroup {
  readonly places: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
  readonly times: Float64Array;
}

/** Groups are any numbers; those below 0 are nobody's. */
export function timesByGroup(groups: Float64Array, times: Float64Array): TimesByGroup {
  const places = new Map<number, number>();
  const placeOf = new Int32Array(groups.length);
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row]!;
    let place = group < 0 ? -1 : places.get(group);
    if (place === undefined) places.set(group, (place = places.size));
    placeOf[row] = place;
  }
  const starts = new Uint32Array(places.size + 1);
  for (const place of placeOf) if (place >= 0) starts[place + 1]!++;
  for (let place = 0; place < places.size; place++) starts[place + 1]! += starts[place]!;
  const filled = starts.slice();
  const sorted = new Float64Array(starts[places.size]!);
  for (let row = 0; row < groups.length; row++) if (placeOf[row]! >= 0) sorted[filled[placeOf[row]!]!++] = times[row]!;
  for (let place = 0; place < places.size; place++) if (starts[place + 1]! - starts[place]! > 1) sorted.subarray(starts[place]!, starts[place + 1]!).sort();
  return { places, starts, times: sorted };
}

/** The first time of a group after another; `Infinity` where there is none. */
export function firstAfter({ places, starts, times }: TimesByGroup, group: number, after: number): number {
  const place = places.get(group);
  if (place === undefined) return Number.POSITIVE_INFINITY;
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
