import type { Clock } from '../../model/kinds.ts';

const DURATION_UNITS = ['milliseconds', 'seconds', 'minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

const SECONDS: Readonly<Record<DurationUnit, number>> = { milliseconds: 0.001, seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** English, and what Chatwoot's localized exports write: Spanish, German, French, Italian, Portuguese, Dutch; without accents. */
const WORDS: Readonly<Record<DurationUnit, string>> = {
  milliseconds: 'ms msec msecs millis millisecond milliseconds',
  seconds: 's sec secs second seconds segundo segundos sek sekunde sekunden seconde secondes secondo secondi seconden',
  minutes: 'm min mins minute minutes minuto minutos minuten minuti minuut',
  hours: 'h hr hrs hour hours hora horas std stunde stunden heure heures ora ore uur uren',
  days: 'd day days dia dias tag tage tagen jour jours giorno giorni dag dagen',
};

const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  DURATION_UNITS.flatMap((unit) => WORDS[unit].split(' ').map((word): [string, DurationUnit] => [word, unit])),
);

export function secondsIn(unit: DurationUnit): number {
  return SECONDS[unit];
}

/** The unit that a word or an abbreviation names in any of the languages; `undefined` if none. Weeks are `w`, `week(s)` in `parseDuration` only. */
export function unitOfWord(word: string): DurationUnit | undefined {
  return (
    UNITS.get(word) ??
    UNITS.get(
      word
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase(),
    )
  );
}

/** What a header says of a duration column's values. */
export interface DurationHint {
  readonly unit: DurationUnit | null;
  readonly clock: Exclude<Clock, 'unknown'> | null;
}

const BUSINESS = new Set(['business', 'office', 'working', 'operating', 'opening']);
/** "business hours" names a clock, not a unit: these words lose their meaning behind such a one. */
const CLOCK_NOUNS = new Set(['hours', 'hour', 'hrs', 'days', 'time']);

/**
 * The unit and the clock that a header's words tell: "in minutes", "(in hrs)", "(min)", "handleSeconds", "duration_ms", "within business hours",
 * "office hours", "calendar". Short forms count only in brackets, behind "in" or at the end: "Min response time" is a minimum.
 */
export function durationUnitOf(header: string): DurationHint {
  const words =
    header
      .slice(0, 200)
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\d+|[()[\]]/gu) ?? [];
  let clock: DurationHint['clock'] = null;
  let unit: DurationUnit | null = null;
  words.forEach((word, index) => {
    const before = words[index - 1] ?? '';
    if (BUSINESS.has(word)) clock = 'business';
    else if (word === 'calendar') clock ??= 'calendar';
    else if (CLOCK_NOUNS.has(word) && (BUSINESS.has(before) || before === 'calendar')) return;
    else if (unit === null && !/^\d/.test(before) && marksUnit(word, words, index)) unit = unitOfWord(word) ?? null;
  });
  return { unit, clock };
}

function marksUnit(word: string, words: readonly string[], index: number): boolean {
  if (unitOfWord(word) === undefined) return false;
  const before = words[index - 1] ?? '';
  const after = words[index + 1] ?? '';
  const marked = before === 'in' || ((before === '(' || before === '[') && (after === ')' || after === ']'));
  if (word.length === 1) return marked;
  return marked || word.length > 4 || word === 'days' || after === '' || after === ')' || after === ']';
}
