import { partOf, rowHeap, stretchOf, type Part, type RowKeys } from './row-parts.ts';

/** How many of some rows have the byte 0, 1 and 2. */
export interface Kinds {
  readonly zeros: number;
  readonly ones: number;
  readonly twos: number;
}

/** Of one byte below 4 for each row. */
export function countKinds(kinds: Uint8Array, rows: Int32Array): Kinds {
  const heap = rowHeap(kinds.length);
  const stretch = heap && stretchOf(rows);
  if (stretch) {
    const counts = heap.countKinds(kinds, stretch);
    return { zeros: counts[0]!, ones: counts[1]!, twos: counts[2]! };
  }
  const part = heap && partOf(rows);
  const counts = part && countedParts(part, [kinds], () => heap.countPatterns(part, part.stretch, { kinds }));
  if (!counts) return countOneByOne(kinds, rows);
  const at = part!.key * 4;
  return { zeros: counts[at]!, ones: counts[at + 1]!, twos: counts[at + 2]! };
}

/** Masks that are counted in one pass. */
const TOGETHER = 4;

/** How many of some rows each mask has (1); its other bytes are 0. */
export function countMasks(masks: readonly Uint8Array[], rows: Int32Array): readonly number[] {
  const counts: number[] = [];
  for (let from = 0; from < masks.length; from += TOGETHER) counts.push(...countSome(masks.slice(from, from + TOGETHER), rows));
  return counts;
}

function countSome(masks: readonly Uint8Array[], rows: Int32Array): readonly number[] {
  const heap = rowHeap(masks[0]!.length);
  const stretch = heap && stretchOf(rows);
  if (stretch) return masks.map((mask) => heap.countKinds(mask, stretch)[1]!);
  const part = heap && partOf(rows);
  const counts = part && countedParts(part, masks, () => heap.countPatterns(part, part.stretch, { masks }));
  if (!counts) return countFour(masks, rows);
  const patterns = counts.subarray(part!.key << masks.length, (part!.key + 1) << masks.length);
  return masks.map((_, mask) => patterns.reduce((sum, count, pattern) => sum + ((pattern >> mask) & 1) * count, 0));
}

/** How many of some rows have each key. */
export function countKeys({ keys, size }: RowKeys, rows: Int32Array): Uint32Array {
  const stretch = stretchOf(rows);
  const counts = stretch && rowHeap(keys.length)?.countPatterns({ keys, size }, stretch, { masks: [] });
  return counts ?? countKeysOneByOne({ keys, size }, rows);
}

function countKeysOneByOne({ keys, size }: RowKeys, rows: Int32Array): Uint32Array {
  const sizes = new Uint32Array(size);
  for (let index = 0; index < rows.length; index++) sizes[keys[rows[index]!]!]!++;
  return sizes;
}

interface Counted {
  readonly keys: Part['keys'];
  readonly stretch: Part['stretch'];
  readonly of: readonly Uint8Array[];
  readonly counts: Uint32Array | null;
}

/** By the first of the arrays that are counted: one part of rows is mostly followed by the next. */
const known = new WeakMap<Uint8Array, Counted>();

function countedParts({ keys, stretch }: Part, of: readonly Uint8Array[], count: () => Uint32Array | null): Uint32Array | null {
  const last = known.get(of[0]!);
  const isSame =
    last?.keys === keys && last.stretch === stretch && last.of.length === of.length && of.every((some, at) => some === last.of[at]);
  if (isSame) return last.counts;
  const counts = count();
  known.set(of[0]!, { keys, stretch, of, counts });
  return counts;
}

/** So many rows at a time fit ten bits. */
const AT_A_TIME = 1023;

/** Each kind has ten bits of one number to be counted in: they follow no pattern, and a branch for each row would be guessed wrong. */
function countOneByOne(kinds: Uint8Array, rows: Int32Array): Kinds {
  let zeros = 0;
  let ones = 0;
  let twos = 0;
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const to = Math.min(from + AT_A_TIME, rows.length);
    let packed = 0;
    for (let index = from; index < to; index++) packed = (packed + (1 << (kinds[rows[index]!]! * 10))) | 0;
    zeros += packed & AT_A_TIME;
    ones += (packed >>> 10) & AT_A_TIME;
    twos += (packed >>> 20) & AT_A_TIME;
  }
  return { zeros, ones, twos };
}

/** Up to four in one pass, as looking the rows up is most of it. */
function countFour(masks: readonly Uint8Array[], rows: Int32Array): readonly number[] {
  const [a, b = a, c = a, d = a] = masks as [Uint8Array, Uint8Array?, Uint8Array?, Uint8Array?];
  let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    ofA += a[row]!;
    ofB += b[row]!;
    ofC += c[row]!;
    ofD += d[row]!;
  }
  return [ofA, ofB, ofC, ofD].slice(0, masks.length);
}
