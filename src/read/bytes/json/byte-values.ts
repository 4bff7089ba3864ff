const ENTRIES = 4096;
/** Longer ones seldom come again. */
const LONGEST = 64;

/** Values made of bytes that come again and again (words, lists of tags), each made once as long as no other takes its place. */
export class ByteValues<T> {
  readonly #make: (bytes: Buffer, from: number, to: number) => T;
  readonly #values: (T | undefined)[] = Array.from({ length: ENTRIES }, () => undefined);
  readonly #lengths = new Uint8Array(ENTRIES);
  readonly #keys = Buffer.alloc(ENTRIES * LONGEST);
  readonly #view = new DataView(this.#keys.buffer, this.#keys.byteOffset);

  constructor(make: (bytes: Buffer, from: number, to: number) => T) {
    this.#make = make;
  }

  /** Up to three bytes behind the end are read, and not looked at. */
  of(bytes: Buffer, view: DataView, from: number, to: number): T {
    const length = to - from;
    if (length === 0 || length > LONGEST) return this.#make(bytes, from, to);
    let hash = length;
    for (let at = from; at < to; at += 4) hash = Math.imul(hash ^ wordAt(view, at, to), 0x9e3779b1) ^ (hash >>> 15);
    const entry = (hash ^ (hash >>> 13)) & (ENTRIES - 1);
    const key = entry * LONGEST;
    if (this.#lengths[entry] === length && this.#isKept(view, { from, to, key })) return this.#values[entry] as T;
    const value = this.#make(bytes, from, to);
    this.#keys.fill(0, key, key + LONGEST);
    bytes.copy(this.#keys, key, from, to);
    this.#lengths[entry] = length;
    this.#values[entry] = value;
    return value;
  }

  #isKept(view: DataView, { from, to, key }: { readonly from: number; readonly to: number; readonly key: number }): boolean {
    const kept = this.#view;
    for (let at = from, place = key; at < to; at += 4, place += 4) if (kept.getInt32(place, true) !== wordAt(view, at, to)) return false;
    return true;
  }
}

function wordAt(view: DataView, at: number, to: number): number {
  const word = view.getInt32(at, true);
  const rest = to - at;
  return rest >= 4 ? word : word & ((1 << (rest * 8)) - 1);
}
