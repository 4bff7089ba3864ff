import { parseInstant, parsePeriod, previousPeriod, samePeriodLastYear, type PeriodContext } from '../../lib/time/period.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import { SERIES_STEPS, WEEK_STARTS, type Period, type SeriesStep, type WeekStart } from '../../model/period.ts';
import { UserError } from '../../model/user-error.ts';
import type { RawOptions } from '../commands/command-spec.ts';
import { choose } from './choose.ts';
import { textOption } from './raw-options.ts';

export interface TimeOptions {
  /** IANA; UTC where the user did not say. */
  readonly timeZone: string;
  readonly timeZoneGiven: boolean;
  readonly weekStart: WeekStart;
  /** Epoch ms. */
  readonly asOf: number | undefined;
  /** `null` is all data. */
  readonly period: Period | null;
  readonly previous: Period | null;
  readonly every: SeriesStep | null;
  readonly clock: (typeof CLOCKS)[number];
}

const CLOCKS = ['calendar', 'business'] as const;

/** `now` is the clock, from which relative periods count unless `--as-of` is given. */
export function parseTimeOptions(options: RawOptions, now: number): TimeOptions {
  const zone = textOption(options, 'timezone');
  const timeZone = zoneClock(zone ?? 'UTC').name;
  const weekStart = choose('week-start', textOption(options, 'weekStart') ?? 'mon', WEEK_STARTS);
  const every = textOption(options, 'every');
  const asOfText = textOption(options, 'asOf');
  const asOf = asOfText === undefined ? undefined : parseInstant(asOfText, timeZone);
  const context: PeriodContext = { now: asOf ?? now, timeZone, weekStart };
  const period = chosenPeriod(options, context);
  return {
    timeZone,
    timeZoneGiven: zone !== undefined,
    weekStart,
    asOf,
    period,
    previous: periodBefore({ text: textOption(options, 'compare'), period, context }),
    every: every === undefined ? null : choose('every', every, SERIES_STEPS),
    clock: choose('clock', textOption(options, 'clock') ?? 'calendar', CLOCKS),
  };
}

function chosenPeriod(options: RawOptions, context: PeriodContext): Period | null {
  const [period, from, to] = [textOption(options, 'period'), textOption(options, 'from'), textOption(options, 'to')];
  if (from === undefined && to === undefined) return boundedOrNull(parsePeriod(period ?? 'all', context));
  if (period !== undefined)
    throw new UserError('bad-period', '--period cannot be given together with --from or --to', { hint: 'use one or the other' });
  // The beginning of the data is not known before it is read; what happened after a day is left out by --as-of.
  if (from === undefined)
    throw new UserError('bad-period', '--to needs --from', { hint: `for everything up to a day: --as-of ${to ?? ''}` });
  const first = spanOf('from', from, context);
  const last = to === undefined ? parsePeriod(today(context), context) : spanOf('to', to, context);
  if (last.end <= first.start)
    throw new UserError('bad-period', `--from ${from} is after ${to === undefined ? `today, ${last.label}` : `--to ${to}`}`);
  return boundedOrNull(parsePeriod(`${from}..${to ?? last.label}`, context));
}

/** Each by itself, so that what is wrong is named as it was typed. */
function spanOf(option: string, text: string, context: PeriodContext): Period {
  try {
    return parsePeriod(`${text}..${text}`, context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError('bad-period', `--${option} "${text}" is not a day`, {
      hint: 'Write it as 2025-03-09; a month (2025-03), a week (2025-W10), a quarter (2025-Q1) or a year (2025) also goes.',
    });
  }
}

function today({ now, timeZone }: PeriodContext): string {
  return new Date(zoneClock(timeZone).instantToWall(now)).toISOString().slice(0, 10);
}

function boundedOrNull(period: Period): Period | null {
  return Number.isFinite(period.start) ? period : null;
}

interface Comparison {
  readonly text: string | undefined;
  readonly period: Period | null;
  readonly context: PeriodContext;
}

function periodBefore({ text, period, context }: Comparison): Period | null {
  if (text === 'none' || (text === undefined && period === null)) return null;
  if (text !== undefined && text !== 'previous' && text !== 'year') return boundedOrNull(parsePeriod(text, context));
  if (period === null) {
    throw new UserError('bad-compare', `nothing comes before all data, so --compare ${text ?? ''} cannot be`, {
      hint: 'choose a --period; --compare also takes a period of its own',
    });
  }
  return text === 'year' ? samePeriodLastYear(period, context.timeZone) : previousPeriod(period, context.timeZone);
}
