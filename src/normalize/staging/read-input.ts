import type { TableKind } from '../../model/kinds.ts';
import type { ReadOutcome } from '../../read/reading.ts';
import type { Findings } from '../warnings.ts';
import type { NamedGroup, Part, Person } from './part.ts';

/** One input after reading. */
export interface ReadInput {
  readonly parts: readonly Part[];
  readonly people: readonly Person[];
  readonly groups: readonly NamedGroup[];
  /** The kind that the file's own records are; skipped and directory records count under it. */
  readonly kind: TableKind;
  readonly presetId: string;
  readonly encoding: string;
  readonly file: string;
  /** Records that could not be read. */
  readonly skipped: number;
  /** Records that fed no table but were used (a directory of people or groups). */
  readonly beside: number;
  readonly unmapped: readonly string[];
}

export function skippedOf(outcome: ReadOutcome): number {
  return outcome.skipped.reduce((sum, { count }) => sum + count, 0);
}

/** What the reader left behind, in its own words, which hold no cell contents. */
export function reportOutcome(file: string, outcome: ReadOutcome, findings: Findings): void {
  for (const { reason, count, lines } of outcome.skipped)
    findings.add({ code: 'skipped-rows', count, file, line: lines[0], about: reason });
  findings.add({ code: 'furniture-skipped', count: outcome.furniture, file, line: outcome.furnitureLines[0] });
}
