/**
 * Named counts beside a value. `rows` counts all rows of the selection; a mask (one byte a row of the population) those where it is 1.
 * A count named in `quiet` is left out while it is zero.
 */
export interface Tally {
  readonly name: string;
  readonly of: 'rows' | Uint8Array;
  readonly quiet?: boolean;
}

export function countTallies(tallies: readonly Tally[], rows: Int32Array): Record<string, number> {
  const masks = tallies.flatMap(({ of }) => (of === 'rows' ? [] : [of]));
  const found = countSets(masks, rows);
  const counts: Record<string, number> = {};
  let next = 0;
  for (const { name, of, quiet } of tallies) {
    const count = of === 'rows' ? rows.length : found[next++]!;
    if (count > 0 || !quiet) counts[name] = count;
  }
  return counts;
}

/** Four masks are counted in one pass, as looking the rows up is most of it. */
function countSets(masks: readonly Uint8Array[], rows: Int32Array): readonly number[] {
  const told = masks.map((mask) => countAtOnce(mask, rows));
  const others = masks.filter((_, index) => told[index] === null);
  const counts: number[] = [];
  for (let from = 0; from < others.length; from += 4) {
    const [a, b = a, c = a, d = a] = others.slice(from, from + 4) as [Uint8Array, Uint8Array?, Uint8Array?, Uint8Array?];
    counts.push(...countFour({ a, b, c, d }, rows));
  }
  let next = 0;
  return told.map((count) => count ?? counts[next++]!);
}

function countFour({ a, b, c, d }: Readonly<Record<'a' | 'b' | 'c' | 'd', Uint8Array>>, rows: Int32Array): readonly number[] {
  let [ofA, ofB, ofC, ofD] = [0, 0, 0, 0];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    ofA += a[row]!;
    ofB += b[row]!;
    ofC += c[row]!;
    ofD += d[row]!;
  }
  return [ofA, ofB, ofC, ofD];
}

/** Rows whose byte is 1; the bytes are 0 or 1. */
export function countSet(mask: Uint8Array, rows: Int32Array): number {
  const told = countAtOnce(mask, rows);
  if (told !== null) return told;
  let count = 0;
  for (let index = 0; index < rows.length; index++) count += mask[rows[index]!]!;
  return count;
}

const totals = new WeakMap<Uint8Array, number>();

/** What the whole mask tells: of all rows, where it is 1 nowhere, where it is 1 everywhere. `null` where the rows have to be looked at. */
function countAtOnce(mask: Uint8Array, rows: Int32Array): number | null {
  let total = totals.get(mask);
  if (total === undefined) totals.set(mask, (total = countOnes(mask)));
  if (total === 0) return 0;
  if (total === mask.length) return rows.length;
  return rows.length === mask.length ? total : null;
}

/** Four bytes of a word at a time, so many words that no byte runs over. */
function countOnes(mask: Uint8Array): number {
  let count = 0;
  let from = 0;
  if (mask.byteOffset % 4 === 0) {
    const words = new Uint32Array(mask.buffer, mask.byteOffset, mask.length >> 2);
    for (let word = 0; word < words.length;) {
      const end = Math.min(word + 255, words.length);
      let bytes = 0;
      for (; word < end; word++) bytes = (bytes + words[word]!) | 0;
      count += (bytes & 0xff) + ((bytes >>> 8) & 0xff) + ((bytes >>> 16) & 0xff) + (bytes >>> 24);
    }
    from = words.length * 4;
  }
  for (let row = from; row < mask.length; row++) count += mask[row]!;
  return count;
}
