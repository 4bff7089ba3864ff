import type { TableKind } from '../../model/kinds.ts';
import type { OpenedInput, ReadOutcome } from '../../read/reading.ts';
import { onLines, type Findings } from '../warnings.ts';
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

/** An input is not of the encoding that its head looked like: it must be opened again. See `OpenedInput`. */
export class WrongEncoding extends Error {}

/** What the reader left behind, in its own words, which hold no cell contents. @throws WrongEncoding */
export function reportOutcome(
  { path: file, encoding, encodingIsGuess, format }: OpenedInput,
  outcome: ReadOutcome,
  findings: Findings,
): void {
  if (encodingIsGuess && (outcome.undecodable ?? 0) > 0) throw new WrongEncoding();
  // Records of one JSON document are found by their number, all others by their line.
  const noun = format === 'json' ? 'record' : 'line';
  for (const { reason, count, lines } of outcome.skipped) {
    const rows = count > lines.length && outcome.skipped.length > 1 ? `${count.toLocaleString('en-US')} rows, ` : '';
    findings.add({ code: 'skipped-rows', count, file, line: lines[0], about: `${reason} (${rows}${onLines(count, lines, noun)})` });
  }
  findings.add({ code: 'furniture-skipped', count: outcome.furniture, file, line: outcome.furnitureLines[0] });
  const { short, undecodable = 0 } = outcome;
  if (short !== undefined) findings.add({ code: 'unknown-value', topic: 'short-rows', count: short.count, file, line: short.lines[0] });
  findings.add({ code: 'encoding-assumed', topic: 'undecodable', count: undecodable, file, about: encoding });
}
