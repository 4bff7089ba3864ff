const ENTRIES = 8192;
/** Places that a value may take: of as many it takes the one whose turn it is. */
const WAYS = 4;
/** Longer ones seldom come again. */
const LONGEST = 64;

/** Values made of bytes that come again and again (words, lists of tags), each made once as long as no others have taken its place. */
export class ByteValues<T> {
  readonly #make: (bytes: Buffer, from: number, to: number) => T;
  // Without room until there is a value: most inputs have none of these.
  #values: (T | undefined)[] = [];
  #lengths = new Uint8Array(0);
  #keys = Buffer.alloc(0);
  #view = new DataView(this.#keys.buffer);
  #turn = 0;

  constructor(make: (bytes: Buffer, from: number, to: number) => T) {
    this.#make = make;
  }

  /** Up to three bytes behind the end are read, and not looked at. */
  of(bytes: Buffer, view: DataView, from: number, to: number): T {
    const length = to - from;
    if (length === 0 || length > LONGEST) return this.#make(bytes, from, to);
    let hash = length;
    for (let at = from; at < to; at += 4) {
      hash = Math.imul(hash ^ wordAt(view, at, to), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const first = hash & (ENTRIES - WAYS);
    const lengths = this.#lengths;
    for (let entry = first; entry < first + WAYS; entry++)
      if (lengths[entry] === length && this.#isKept(view, from, length, entry)) return this.#values[entry] as T;
    return this.#learn(bytes, from, to, first);
  }

  #isKept(view: DataView, from: number, length: number, entry: number): boolean {
    const kept = this.#view;
    const to = from + length;
    for (let at = from, place = entry * LONGEST; at < to; at += 4, place += 4)
      if (kept.getInt32(place, true) !== wordAt(view, at, to)) return false;
    return true;
  }

  #learn(bytes: Buffer, from: number, to: number, first: number): T {
    if (this.#lengths.length === 0) this.#makeRoom();
    let entry = first;
    while (entry < first + WAYS && this.#lengths[entry] !== 0) entry++;
    if (entry === first + WAYS) entry = first + (this.#turn++ & (WAYS - 1));
    const value = this.#make(bytes, from, to);
    this.#keys.fill(0, entry * LONGEST, (entry + 1) * LONGEST);
    bytes.copy(this.#keys, entry * LONGEST, from, to);
    this.#lengths[entry] = to - from;
    this.#values[entry] = value;
    return value;
  }

  #makeRoom(): void {
    this.#values = Array.from({ length: ENTRIES }, () => undefined);
    this.#lengths = new Uint8Array(ENTRIES);
    this.#keys = Buffer.alloc(ENTRIES * LONGEST);
    this.#view = new DataView(this.#keys.buffer, this.#keys.byteOffset);
  }
}

function wordAt(view: DataView, at: number, to: number): number {
  const word = view.getInt32(at, true);
  const rest = to - at;
  return rest >= 4 ? word : word & ((1 << (rest * 8)) - 1);
}
