import type { CodeColumn, NumberColumn } from '../../model/columns.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { NumericScale } from '../options.ts';
import type { WordsOf } from '../staging/words-of.ts';
import { codeOf } from '../staging/words-of.ts';
import { quoted } from '../warnings.ts';
import { positiveFrom, scaleFor, scaleOf } from './scale.ts';

const KINDS = ['', 'nps', 'csat', 'ces'] as const;
const NPS = 1;
const CSAT = 2;
const NPS_SCALE: NumericScale = { min: 0, max: 10 };

/** Which question a name or a header asks: 0 when it does not say. */
function kindOf(text: string): number {
  const key = fieldKey(text);
  if (/\bnps\b|net promoter|recommend/.test(key)) return NPS;
  if (/\bces\b|effort|how easy/.test(key)) return 3;
  return /\bcsat\b|satisf|smiley|star|thumb|happy|zufrieden/.test(key) ? CSAT : 0;
}

/** `nps-2025.csv`: only where neither a column nor the header says it. */
function namedKind(file: string): number {
  const word = /(?:^|[^a-z])(nps|csat|ces)(?:[^a-z]|$)/i.exec(file.split(/[\\/]/).at(-1) ?? '')?.[1];
  return word === undefined ? 0 : kindOf(word);
}

/**
 * Kind of each answer (`nps`, `csat`, `ces`) from its column, else from the question in the header, else from the range of the scores;
 * scores outside their scale become missing and are counted; `satisfied` for csat answers as for tickets.
 */
export function readSurveys(part: WordsOf): void {
  const score = part.columns.get('score');
  if (score?.type !== 'number') return;
  const label = part.labels['score'] ?? 'score';
  const kinds = readKinds(part, score, label);
  part.columns.set('kind', { type: 'code', codes: kinds, values: KINDS });
  const scales = readScales(part);
  checkNps(part, { kinds, score, label, scaleAt: scales });
  readSatisfaction(part, { kinds, score, label, scaleAt: scales });
}

function readKinds(part: WordsOf, score: NumberColumn, label: string): Uint32Array {
  const column = codeOf(part, 'kind');
  const told = column?.values.map((word) => kindOf(word));
  const byHeader = kindOf(label) || namedKind(part.file);
  const kinds = new Uint32Array(part.rows);
  let untold = 0;
  let max = -Infinity;
  for (let row = 0; row < part.rows; row++) {
    kinds[row] = told?.[column!.codes[row]!] || byHeader;
    if (kinds[row] !== 0) continue;
    untold++;
    if (score.values[row]! > max) max = score.values[row]!;
  }
  if (untold === 0 || max === -Infinity) return kinds;
  const guess = max > 5 && max <= 10 ? NPS : CSAT;
  for (let row = 0; row < part.rows; row++) if (kinds[row] === 0) kinds[row] = guess;
  const reading = guess === NPS ? 'NPS answers from 0 to 10' : 'satisfaction scores, as none exceeds 5';
  part.findings.add({
    code: 'scale-assumed',
    count: untold,
    file: part.file,
    about: max > 10 ? `${quoted(label)} was read as satisfaction scores` : `${quoted(label)} was read as ${reading}`,
  });
  return kinds;
}

/** The scale that a row or the user names. */
type ScaleAt = (row: number) => NumericScale | undefined;

function readScales(part: WordsOf): ScaleAt {
  const { scale } = part.options;
  const column: CodeColumn | undefined = codeOf(part, 'scale');
  const told = column?.values.map((word) => scaleOf(word));
  return (row) => scale ?? told?.[column?.codes[row] ?? 0];
}

interface Answers {
  readonly kinds: Uint32Array;
  readonly score: NumberColumn;
  readonly label: string;
  readonly scaleAt: ScaleAt;
}

/** Whole numbers from 0 to 10. A scale that begins at 1 is another question, taken only when the user says so. */
function checkNps(part: WordsOf, { kinds, score, label, scaleAt }: Answers): void {
  const given = part.options.scale;
  const places = { outside: { count: 0, row: -1 }, scale: { count: 0, row: -1 } };
  for (let row = 0; row < part.rows; row++) {
    if (kinds[row] !== NPS) continue;
    const value = score.values[row]!;
    const scale = scaleAt(row) ?? NPS_SCALE;
    const refused = given === undefined && (scale.min !== 0 || scale.max !== 10);
    // A question that was skipped is no score that nobody understands; cells that are no numbers were counted when they were read.
    if (Number.isNaN(value)) continue;
    const fault = refused ? places.scale : !Number.isInteger(value) || value < scale.min || value > scale.max ? places.outside : undefined;
    if (fault === undefined) continue;
    score.values[row] = NaN;
    if (fault.count++ === 0) fault.row = row;
  }
  const report = ({ count, row }: { count: number; row: number }, about: string): void =>
    part.findings.add({ code: 'unknown-value', count, file: part.file, line: part.lines[row], about });
  report(places.outside, `${quoted(label)} (no whole number from 0 to 10)`);
  report(places.scale, `${quoted(label)} (an NPS on another scale than 0 to 10, which --scale MIN..MAX accepts)`);
}

function readSatisfaction(part: WordsOf, { kinds, score, label, scaleAt }: Answers): void {
  if (!kinds.includes(CSAT)) return;
  const assumed = assumeScale(part, { kinds, score, label, scaleAt });
  const satisfied = new Float64Array(part.rows).fill(NaN);
  let outside = 0;
  let line: number | undefined;
  for (let row = 0; row < part.rows; row++) {
    const value = score.values[row]!;
    if (kinds[row] !== CSAT || Number.isNaN(value)) continue;
    const scale = scaleAt(row) ?? assumed;
    if (scale === undefined || value < scale.min || value > scale.max) {
      score.values[row] = NaN;
      if (outside++ === 0) line = part.lines[row];
    } else satisfied[row] = value >= positiveFrom(scale) ? 1 : 0;
  }
  part.findings.add({ code: 'unknown-value', count: outside, file: part.file, line, about: `${quoted(label)} (outside the scale)` });
  part.columns.set('satisfied', { type: 'number', values: satisfied });
}

function assumeScale(part: WordsOf, { kinds, score, label, scaleAt }: Answers): NumericScale | undefined {
  let min = Infinity;
  let max = -Infinity;
  let count = 0;
  for (let row = 0; row < part.rows; row++) {
    const value = score.values[row]!;
    if (kinds[row] !== CSAT || Number.isNaN(value) || scaleAt(row) !== undefined) continue;
    count++;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const numeric = part.preset?.words?.ratings?.numeric;
  if (count === 0 || numeric !== undefined) return numeric;
  const scale = scaleFor({ min, max });
  if (scale !== undefined) {
    part.findings.add({
      code: 'scale-assumed',
      count,
      file: part.file,
      about: `${quoted(label)} was read as ${scale.min} to ${scale.max} with ${positiveFrom(scale)} and more as positive`,
    });
  }
  return scale;
}
