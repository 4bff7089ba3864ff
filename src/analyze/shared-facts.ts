/** What KPIs derive from the data and share: computed once a run, or once in a row. */
export class SharedFacts {
  readonly #kept = new Map<string, unknown>();
  #ofThis = new Map<string, unknown>();
  #ofLast = new Map<string, unknown>();
  readonly #ofThisAlone = new Map<string, unknown>();

  /** Kept for the whole run. */
  memo<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, make());
    return this.#kept.get(key) as T;
  }

  /** Kept until a KPI was answered without it. */
  lately<T>(key: string, make: () => T): T {
    if (!this.#ofThis.has(key)) this.#ofThis.set(key, this.#ofLast.has(key) ? this.#ofLast.get(key) : make());
    return this.#ofThis.get(key) as T;
  }

  /** Kept until the KPI is answered. */
  briefly<T>(key: string, make: () => T): T {
    if (!this.#ofThisAlone.has(key)) this.#ofThisAlone.set(key, make());
    return this.#ofThisAlone.get(key) as T;
  }

  /** A KPI was answered: what it did not ask for goes. */
  next(): void {
    this.#ofLast = this.#ofThis;
    this.#ofThis = new Map();
    this.#ofThisAlone.clear();
  }
}
