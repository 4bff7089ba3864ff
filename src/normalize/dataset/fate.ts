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
  readonly #rows: number;
  /** `null` while all rows are used: mostly they are. */
  #of: Uint8Array | null = null;
  readonly #reasons: string[] = [];

  constructor(rows: number) {
    this.#rows = rows;
  }

  of(row: number): number {
    return this.#of === null ? USED : this.#of[row]!;
  }

  set(row: number, fate: number): void {
    this.#of ??= new Uint8Array(this.#rows);
    this.#of[row] = fate;
  }

  exclude(row: number, reason: string): void {
    let place = this.#reasons.indexOf(reason);
    if (place < 0) place = this.#reasons.push(reason) - 1;
    this.set(row, FIRST_REASON + place);
  }

  /** Whether all rows are used. */
  get areUsed(): boolean {
    return this.#of === null;
  }

  /** Whether any row was left out. */
  get excludes(): boolean {
    return this.#reasons.length > 0;
  }

  /** Why a row was left out, `undefined` if it was not. */
  reasonOf(row: number): string | undefined {
    return this.#reasons[this.of(row) - FIRST_REASON];
  }

  /** The rows that stay, in order; `null` when all of them do. */
  kept(): Uint32Array | null {
    const of = this.#of;
    if (of === null) return null;
    let count = 0;
    for (let row = 0; row < of.length; row++) if (of[row] === USED) count++;
    if (count === of.length) return null;
    const rows = new Uint32Array(count);
    let next = 0;
    for (let row = 0; row < of.length; row++) if (of[row] === USED) rows[next++] = row;
    return rows;
  }

  /** Excluded rows by reason. */
  excluded(): Map<string, number> {
    const counts = new Map<string, number>();
    if (this.#reasons.length === 0) return counts;
    for (let row = 0; row < this.#rows; row++) {
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
  if (fates.areUsed) return parts.map(({ rows }) => ({ used: rows, collapsed: 0, excluded: 0 }));
  const counts = parts.map(() => ({ used: 0, collapsed: 0, excluded: 0 }));
  for (let row = 0; row < part.length; row++) {
    const tally = counts[part[row]!]!;
    const fate = fates.of(row);
    if (fate === USED || fate === COMPLETED) tally.used++;
    else if (fate === COLLAPSED) tally.collapsed++;
    else tally.excluded++;
  }
  return counts;
}
