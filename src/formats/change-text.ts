import type { KpiResult } from '../model/report.ts';
import type { Glyphs } from './glyphs.ts';
import { amountText } from './value-text.ts';
import { VERDICT_WORDS } from './words.ts';

/** A change in three parts: the sign of its direction (only where chance does not explain it), how far, and what it is worth. */
export interface ChangeText {
  readonly sign: string;
  readonly amount: string;
  readonly word: string;
}

/** `▼ -12.9% better`; `null` where nothing is compared. */
export function changeText(kpi: KpiResult, glyphs: Glyphs): ChangeText | null {
  const { change } = kpi;
  if (change === null) return null;
  const amount = amountText(kpi, change);
  if (amount === null) return null;
  const word = change.verdict === null ? '' : VERDICT_WORDS[change.verdict];
  return { sign: signOf(change.absolute, change.verdict, glyphs), amount, word };
}

function signOf(absolute: number | null, verdict: string | null, glyphs: Glyphs): string {
  if (verdict === 'no-clear-change') return glyphs.same;
  if (verdict === 'too-few') return glyphs.few;
  if (absolute === null || absolute === 0) return glyphs.same;
  return absolute > 0 ? glyphs.up : glyphs.down;
}
