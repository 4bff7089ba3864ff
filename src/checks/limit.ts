import { parseDuration } from '../lib/time/parse-duration.ts';
import type { CheckScale, Movement } from '../model/check.ts';
import type { Unit } from '../model/report.ts';

/** A limit in numbers; `problem` where the text is none of this unit. */
export type Limit = { readonly value: number; readonly scale: CheckScale; readonly currency: string | null } | { readonly problem: string };

export interface LimitRequest {
  readonly text: string;
  readonly unit: Unit;
  readonly movement: Movement | null;
  /** The KPI, as the subject of a complaint. */
  readonly kpi: string;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;

/**
 * What a limit says in the unit of what it is compared with: seconds, ratios 0–1, counts, points, money.
 * Nothing is guessed: a time without a unit, or 85 where 85% may be meant, is refused with what to write.
 */
export function readLimit({ text, unit, movement, kpi }: LimitRequest): Limit {
  const written = text.trim().replace(/[−]/g, '-').replace(/\s+/g, ' ');
  if (movement !== null && /^[+-]/.test(written))
    return { problem: `a ${movement} has no sign: write ${movement} <= ${written.slice(1).trim()}` };
  const [, amount = '', sign = ''] = /^(\S*?) ?(%|pp|percent|points?|pts?|\/day|a day|per day)?$/i.exec(written) ?? [];
  const number = NUMBER.test(amount) ? Number(amount) : null;
  const suffix = sign.toLowerCase();
  const percent = suffix === '%' || suffix === 'percent';
  if (percent && number !== null && movement !== null && unit !== 'ratio' && unit !== 'score') return plain(hundredth(amount), 'relative');
  switch (unit) {
    case 'seconds':
      return time({ written, kpi });
    case 'ratio':
      return movement === null ? share({ amount, number, suffix, kpi, written }) : points({ amount, number, suffix, kpi, written });
    case 'money':
      return money(written, kpi);
    case 'count':
    case 'per-day':
    case 'score': {
      const fits =
        suffix === '' || (unit === 'score' && /^p(?:oin)?ts?|^points?/.test(suffix)) || (unit === 'per-day' && /day/.test(suffix));
      if (number !== null && fits) return plain(number);
      return { problem: `${kpi} is ${WHAT[unit]}; its limit is a number such as ${EXAMPLE[unit]}, not ${written}` };
    }
  }
}

const WHAT = { count: 'a count', 'per-day': 'a number a day', score: 'a score' } as const;
const EXAMPLE = { count: '20', 'per-day': '20', score: '40' } as const;

interface Written {
  readonly written: string;
  readonly kpi: string;
}

interface Numbered extends Written {
  readonly amount: string;
  readonly number: number | null;
  readonly suffix: string;
}

function time({ written, kpi }: Written): Limit {
  const seconds = /\p{L}/u.test(written) ? parseDuration(written) : /^0+$/.test(written) ? 0 : null;
  if (seconds !== null && seconds >= 0) return plain(seconds);
  const bare = NUMBER.test(written) ? `: ${written} what?` : '';
  return { problem: `${kpi} is a time; its limit needs a unit such as 5m, 2h or 1d, not ${written}${bare}` };
}

function share({ amount, number, suffix, kpi, written }: Numbered): Limit {
  if (number !== null && (suffix === '%' || suffix === 'percent')) return plain(hundredth(amount));
  if (number !== null && suffix === '' && number >= 0 && number <= 1) return plain(number);
  if (suffix === 'pp') return { problem: `percentage points measure a change: ${kpi} drop <= ${written}` };
  const meant = number !== null && suffix === '' ? `: did you mean ${written}%?` : '';
  return { problem: `${kpi} is a share; its limit is a percentage such as 85%, not ${written}${meant}` };
}

function points({ amount, number, suffix, kpi, written }: Numbered): Limit {
  if (number !== null && suffix === 'pp') return plain(hundredth(amount), 'points');
  const meant = number === null ? '' : `: did you mean ${amount}pp?`;
  return { problem: `${kpi} is a share; how far it moves is told in percentage points such as 3pp, not ${written}${meant}` };
}

function money(written: string, kpi: string): Limit {
  const [, before, amount = '', after] = /^([A-Z]{3})? ?([+-]?[\d.]+) ?([A-Z]{3})?$/.exec(written) ?? [];
  if (NUMBER.test(amount) && (before === undefined || after === undefined))
    return { value: Number(amount), scale: 'value', currency: before ?? after ?? null };
  return { problem: `${kpi} is an amount of money; its limit is a number such as 5 or 5 EUR, not ${written}` };
}

function plain(value: number, scale: CheckScale = 'value'): Limit {
  return { value: value + 0, scale, currency: null };
}

/** 85% is 0.85, not 0.8500000000000001. */
function hundredth(amount: string): number {
  return Number(`${amount}e-2`);
}
