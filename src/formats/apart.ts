import { formatMoney, formatNumber } from '../lib/text/format-number.ts';
import { parseDuration } from '../lib/time/parse-duration.ts';
import { formatSeconds } from '../lib/time/format-duration.ts';
import type { CheckResult, CheckScale } from '../model/check.ts';
import { valueText } from './value-text.ts';

/** In which words a number of a check is said. */
export type CheckMeasure = Pick<CheckResult, 'unit' | 'scale' | 'currency'>;

/** From the shortest way to say a number to the most exact. */
const LEVELS = 13;

/** The limit, as exact as it was written and no more: `5 min`, `90%`, `89.98%`, `3 pp`. */
export function limitText(measure: CheckMeasure, limit: number): string {
  const exact = bare(textAt(measure, limit, LEVELS - 1));
  for (let level = 0; level < LEVELS; level++) {
    const text = bare(textAt(measure, limit, level));
    if (text === exact || readBack(measure, text) === limit) return text;
  }
  return exact;
}

/**
 * The value with as many digits as it takes to stay on its side of the limit: 89.96 % that missed 90 % is not shown as 90.0 %
 * (vladopajic/go-test-coverage#144).
 */
export function textApart(measure: CheckMeasure, value: number, limit: number): string {
  const side = Math.sign(value - limit);
  for (let level = 0; level < LEVELS; level++) {
    const text = textAt(measure, value, level);
    const back = readBack(measure, text);
    if (back !== null && Math.sign(back - limit) === side) return text;
  }
  return bare(textAt(measure, value, LEVELS - 1));
}

/** A distance that is more than nothing is shown as more than nothing. */
export function distanceText(measure: CheckMeasure, distance: number): string {
  const scale: CheckScale = measure.unit === 'ratio' && measure.scale === 'value' ? 'points' : measure.scale;
  return bare(textApart({ ...measure, scale }, distance, 0));
}

/** A value of which no limit is near. */
export function checkValueText(measure: CheckMeasure, value: number): string {
  return textAt(measure, value, 0);
}

function textAt(measure: CheckMeasure, value: number, level: number): string {
  const { unit, scale, currency } = measure;
  if (scale === 'points') return `${formatNumber(value * 100, 1 + level)} pp`;
  if (scale === 'relative' || unit === 'ratio') return `${formatNumber(value * 100, 1 + level)}%`;
  if (unit === 'seconds') return level === 0 ? formatSeconds(value) : exactSeconds(value, level - 1);
  if (level === 0) return valueText(measure, value);
  if (unit === 'money')
    return level > 1 ? `${formatNumber(value, 1 + level)}${currency === undefined ? '' : ` ${currency}`}` : formatMoney(value, currency);
  return `${formatNumber(value, unit === 'score' ? level : 1 + level)}${unit === 'per-day' ? '/day' : ''}`;
}

const PARTS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

/** All units down to (parts of) seconds, those that are nothing left out. */
function exactSeconds(value: number, decimals: number): string {
  const step = 10 ** decimals;
  let rest = Math.round(Math.abs(value) * step) / step;
  const parts: string[] = [];
  for (const [size, unit] of PARTS) {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    if (whole > 0) parts.push(`${whole} ${unit}`);
  }
  const seconds = rest.toFixed(decimals).replace(/\.?0+$/, decimals > 0 ? '' : '$&');
  if (Number(seconds) > 0 || parts.length === 0) parts.push(`${seconds} s`);
  return `${value < 0 ? '−' : ''}${parts.join(' ')}`;
}

/** The number that a reader takes from the text; `null` where it is none (`<1 s`). */
function readBack({ unit, scale }: CheckMeasure, text: string): number | null {
  if (unit === 'seconds' && scale === 'value') return parseDuration(text);
  const number = Number(text.replaceAll(',', '').replace(/[^\d.e-].*$/, ''));
  if (!Number.isFinite(number)) return null;
  return scale !== 'value' || unit === 'ratio' ? number / 100 : number;
}

/** Without the zeros behind the point that say nothing. */
function bare(text: string): string {
  return text.replace(/^(-?[\d,]+)(?:\.0+|(\.\d*?[1-9])0+)(?=\D|$)/, '$1$2');
}
