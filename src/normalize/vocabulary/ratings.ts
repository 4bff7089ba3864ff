import { sharedFloat32s, sharedUint8s } from '../../lib/shared-arrays.ts';
import { bytesByCode, numbersByCode } from '../../lib/judge-rows.ts';
import type { CodeColumn, Codes } from '../../model/columns.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { RatingScale } from '../../presets/preset.ts';
import type { NumericScale } from '../options.ts';
import type { WordsOf } from '../staging/words-of.ts';
import { codeOf } from '../staging/words-of.ts';
import { onLines, quoted } from '../warnings.ts';
import { notOfferedWords, offeredWords, otherWords, positiveWords, ratingKey } from './rating-words.ts';
import { positiveFrom, scaleFor, scaleOf } from './scale.ts';

/** What a raw rating says. */
type Reading = 'positive' | 'other' | 'offered' | 'not-offered' | 'unknown';

/** Lines that a warning names. */
const LINES_SHOWN = 5;

/**
 * Raw ratings as `satisfied` (1 positive, 0 not, missing without an answer) and `ratingOffered` (asked, answered or not).
 * The preset's scale speaks first, then a scale column, `--scale`, known words and percent signs, and for bare numbers the scale that holds all of them, with a warning.
 */
export function readRatings(part: WordsOf): void {
  const column = codeOf(part, 'rating');
  if (column === undefined) return;
  const scale = part.preset?.words?.ratings;
  const scales = codeOf(part, 'ratingScale');
  const ownScales = scales?.values.map((word) => scaleOf(word));
  const usual = part.options.scale ?? (scale?.numeric === undefined ? inferScale(part, column, { scale, scales, ownScales }) : undefined);
  const common = column.values.map((word) => readingOf(word, scale, usual));
  const satisfied = sharedFloat32s(part.rows);
  const asked = part.columns.get('ratingOffered');
  // An export that holds the answers only does not say how many were asked: a response rate of 100 % would be made up.
  const tellsOffers = asked?.type === 'flag' || common.includes('offered') || common.includes('not-offered');
  const offered = asked?.type === 'flag' ? Uint8Array.from(asked.values) : sharedUint8s(part.rows);
  let unknown = 0;
  const lines: number[] = [];
  // Where all rows have one scale, and every word is known, a word says the same in every row.
  const isPlain = ownScales === undefined && !common.includes('unknown', 1);
  if (isPlain) readPlainly(column.codes, common, { satisfied, offered, isAsked: asked?.type === 'flag' });
  else satisfied.fill(NaN);
  for (let row = 0; row < part.rows && !isPlain; row++) {
    const code = column.codes[row]!;
    if (code === 0) continue;
    const own = ownScales?.[scales?.codes[row] ?? 0];
    const reading = own === undefined ? common[code]! : readingOf(column.values[code]!, scale, own);
    if (reading === 'unknown') {
      if (unknown++ < LINES_SHOWN) lines.push(part.lines[row]!);
      continue;
    }
    offered[row] = reading === 'not-offered' ? 0 : 1;
    if (reading === 'positive') satisfied[row] = 1;
    else if (reading === 'other') satisfied[row] = 0;
  }
  const about = `${quoted(part.labels['rating'] ?? 'rating')} (${onLines(unknown, lines)})`;
  part.findings.add({ code: 'unknown-value', topic: 'rating-words', count: unknown, file: part.file, line: lines[0], about });
  part.columns.set('satisfied', { type: 'number', values: satisfied });
  if (tellsOffers) part.columns.set('ratingOffered', { type: 'flag', values: offered });
}

function readPlainly(
  codes: Codes,
  readings: readonly Reading[],
  { satisfied, offered, isAsked }: { readonly satisfied: Float32Array; readonly offered: Uint8Array; readonly isAsked: boolean },
): void {
  const said = Float32Array.from(readings, (reading, code) =>
    code > 0 && reading === 'positive' ? 1 : code > 0 && reading === 'other' ? 0 : NaN,
  );
  const asked = Uint8Array.from(readings, (reading, code) => Number(code > 0 && reading !== 'not-offered'));
  numbersByCode(codes, said, satisfied);
  if (!isAsked) bytesByCode(codes, asked, offered);
  // Without a rating the column of its own says whether one was asked for.
  else for (let row = 0; row < codes.length; row++) if (codes[row] !== 0) offered[row] = asked[codes[row]!]!;
}

function readingOf(raw: string, scale: RatingScale | undefined, numeric: NumericScale | undefined): Reading {
  const has = (words: readonly string[] | undefined): boolean => words?.includes(presetKey(raw)) === true || words?.includes(raw) === true;
  if (scale !== undefined) {
    if (has(scale.positive)) return 'positive';
    if (has(scale.negative) || has(scale.neutral)) return 'other';
    if (has(scale.offered)) return 'offered';
    if (has(scale.notOffered)) return 'not-offered';
  }
  const value = scoreOf(raw);
  if (!Number.isNaN(value)) {
    if (scale?.numeric !== undefined && numeric === undefined) {
      return onScale(value, scale.numeric, scale.numeric.positiveFrom);
    }
    return numeric === undefined ? 'unknown' : onScale(value, numeric);
  }
  const share = shareOf(raw);
  if (!Number.isNaN(share)) return onScale(share, PERCENT);
  const word = ratingKey(raw);
  if (positiveWords().has(word)) return 'positive';
  if (otherWords().has(word)) return 'other';
  if (offeredWords().has(word)) return 'offered';
  return notOfferedWords().has(word) ? 'not-offered' : 'unknown';
}

function onScale(value: number, scale: NumericScale, from = positiveFrom(scale)): Reading {
  return value < scale.min || value > scale.max ? 'unknown' : value >= from ? 'positive' : 'other';
}

function scoreOf(word: string): number {
  return Number(word.replace(',', '.'));
}

/** A percent sign names its scale. */
const PERCENT: NumericScale = { min: 0, max: 100 };

/** The number before a percent sign, else `NaN`. */
function shareOf(word: string): number {
  const digits = /^(-?\d+(?:[.,]\d+)?)\s*%$/.exec(word)?.[1];
  return digits === undefined ? NaN : scoreOf(digits);
}

/** Presets write their words as `fieldKey` makes them; signs count in numbers. */
function presetKey(raw: string): string {
  return /^[-−+]?\d/.test(raw) ? raw.trim() : fieldKey(raw);
}

interface RatingContext {
  readonly scale: RatingScale | undefined;
  readonly scales: CodeColumn | undefined;
  readonly ownScales: readonly (NumericScale | undefined)[] | undefined;
}

/** Freshdesk's API counts from −103 (extremely unhappy) to 103; 100 is neutral. */
const FRESHDESK: NumericScale = { min: -103, max: 103 };

function inferScale(part: WordsOf, column: CodeColumn, { scale: known, scales, ownScales }: RatingContext): NumericScale | undefined {
  const scores = Float64Array.from(column.values, (word, code) =>
    code === 0 || readingOf(word, known, undefined) !== 'unknown' ? NaN : scoreOf(word),
  );
  if (scores.every(Number.isNaN)) return undefined;
  let min = Infinity;
  let max = -Infinity;
  let count = 0;
  for (let row = 0; row < column.codes.length; row++) {
    const value = scores[column.codes[row]!]!;
    if (Number.isNaN(value) || ownScales?.[scales?.codes[row] ?? 0] !== undefined) continue;
    count++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (count === 0) return undefined;
  const label = quoted(part.labels['rating'] ?? 'rating');
  if (min >= -103 && max <= 103 && min < 0 && Math.max(-min, Math.abs(max)) >= 100) {
    part.findings.add({
      code: 'scale-assumed',
      count,
      file: part.file,
      about: `${label} was read as -103 to 103 with 101 and more as positive`,
    });
    return FRESHDESK;
  }
  const scale = scaleFor({ min, max });
  if (scale === undefined) return undefined;
  part.findings.add({
    code: 'scale-assumed',
    count,
    file: part.file,
    about: `${label} was read as ${scale.min} to ${scale.max} with ${positiveFrom(scale)} and more as positive`,
  });
  return scale;
}
