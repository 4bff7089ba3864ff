import type { Stacked } from './stack.ts';

/** What became of each row. The order matters nowhere; a row has exactly one fate. */
export const USED = 0;
export const COLLAPSED = 1;
/** Gave its values to another row of the same id: counted as used. */
export const COMPLETED = 2;
/** Codes from here on are reasons of exclusion (`Fates.reasons`). */
const FIRST_REASON = 3;

/** By row what became of it, with the reasons of exclusion by name. */
export class Fates {
  readonly of: Uint8Array;
  readonly #reasons: string[] = [];

  constructor(rows: number) {
    this.of = new Uint8Array(rows);
  }

  exclude(row: number, reason: string): void {
    let place = this.#reasons.indexOf(reason);
    if (place < 0) place = this.#reasons.push(reason) - 1;
    this.of[row] = FIRST_REASON + place;
  }

  /** Whether any row was left out. */
  get excludes(): boolean {
    return this.#reasons.length > 0;
  }

  /** Why a row was left out, `undefined` if it was not. */
  reasonOf(row: number): string | undefined {
    return this.#reasons[this.of[row]! - FIRST_REASON];
  }

  isUsed(row: number): boolean {
    return this.of[row] === USED;
  }

  /** The rows that stay, in order; `null` when all of them do. */
  kept(): Uint32Array | null {
    let count = 0;
    for (let row = 0; row < this.of.length; row++) if (this.of[row] === USED) count++;
    if (count === this.of.length) return null;
    const rows = new Uint32Array(count);
    let next = 0;
    for (let row = 0; row < this.of.length; row++) if (this.of[row] === USED) rows[next++] = row;
    return rows;
  }

  /** Excluded rows by reason. */
  excluded(): Map<string, number> {
    const counts = new Map<string, number>();
    if (this.#reasons.length === 0) return counts;
    for (let row = 0; row < this.of.length; row++) {
      const reason = this.reasonOf(row);
      if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
    return counts;
  }
}

export interface Tally {
  used: number;
  collapsed: number;
  excluded: number;
}

/** By part: how its rows fared. */
export function tallies({ parts, part }: Stacked, fates: Fates): Tally[] {
  const counts = parts.map(() => ({ used: 0, collapsed: 0, excluded: 0 }));
  for (let row = 0; row < part.length; row++) {
    const tally = counts[part[row]!]!;
    const fate = fates.of[row]!;
    if (fate === USED || fate === COMPLETED) tally.used++;
    else if (fate === COLLAPSED) tally.collapsed++;
    else tally.excluded++;
  }
  return counts;
}
