import type { KpiContext } from '../kpis/define-kpi.ts';
import type { Population } from '../kpis/measure.ts';
import { codes, flags, links, rowsOf, times } from '../kpis/facts/columns.ts';
import { conversations } from '../kpis/facts/conversations.ts';
import { DAY_MS, HOUR_MS, weekdayOf } from '../lib/time/civil.ts';
import { zoneClock } from '../lib/time/zone.ts';
import { column } from '../model/dataset.ts';
import type { Period, WeekStart } from '../model/period.ts';
import { WEEK_STARTS } from '../model/period.ts';
import type { Heatmap } from '../model/report.ts';
import type { MaskOf } from './masks.ts';
import { isUnbounded } from './time-frame.ts';

export interface HeatmapOptions {
  readonly context: KpiContext;
  readonly period: Period;
  readonly masks: MaskOf;
  readonly weekStart: WeekStart;
}

/** When in the week tickets come and when people answer them, in the reporting zone. */
export function heatmaps(options: HeatmapOptions): readonly Heatmap[] {
  return [
    { id: 'arrivals', title: 'When tickets come', ...counted(arrivals(options.context), options) },
    { id: 'answers', title: 'When we answer', ...counted(answers(options.context), options) },
  ];
}

/** Moments of a population's rows; `null` where the data knows days only, or nothing. */
interface Moments {
  readonly population: Population;
  readonly at: Float64Array | null;
  /** Days without a time of day. */
  readonly dateOnly: boolean;
}

function arrivals(context: KpiContext): Moments {
  return ticketMoments(context, 'createdAt');
}

/** Every public answer of a person; where there are no messages, the first ones that the tickets tell of. */
function answers(context: KpiContext): Moments {
  const { messages } = context.dataset.tables;
  if (messages.rows === 0) return ticketMoments(context, 'firstResponseAt');
  const { firstReplyAt } = conversations(context);
  const ticketOf = links(context, 'messages', 'ticket');
  const sentAt = times(context, 'messages', 'at');
  const authors = codes(context, 'messages', 'author');
  const isPublic = flags(context, 'messages', 'public');
  const agent = authors?.values.indexOf('agent') ?? -1;
  // What an agent wrote before anybody had asked opened the ticket: that is no answer.
  const isAnswer = (row: number): boolean =>
    authors?.codes[row] === agent && isPublic?.[row] !== 0 && sentAt[row]! >= (firstReplyAt[ticketOf[row]!] ?? Number.NaN);
  return {
    population: { ...rowsOf(context, 'messages'), ticket: ticketOf },
    at: sentAt.map((at, row) => (isAnswer(row) ? at : Number.NaN)),
    dateOnly: column(messages, 'at', 'time')?.dateOnly ?? false,
  };
}

function ticketMoments(context: KpiContext, field: 'createdAt' | 'firstResponseAt'): Moments {
  const found = column(context.dataset.tables.tickets, field, 'time');
  return { population: rowsOf(context, 'tickets'), at: found?.values ?? null, dateOnly: found?.dateOnly ?? false };
}

function counted(
  { population, at, dateOnly }: Moments,
  { context, period, masks, weekStart }: HeatmapOptions,
): Pick<Heatmap, 'n' | 'reason' | 'days'> {
  const first = WEEK_STARTS.indexOf(weekStart);
  const order = WEEK_STARTS.map((_, place) => (first + place) % 7);
  const hours = WEEK_STARTS.map(() => Array.from({ length: 24 }, () => 0));
  const days = (): Heatmap['days'] => order.map((day) => ({ day: WEEK_STARTS[day]!, hours: hours[day]! }));
  const mask = masks(population);
  if (at === null || mask === 'unknown') return { n: 0, reason: 'missing-column', days: days() };
  if (dateOnly) return { n: 0, reason: 'no-time-of-day', days: days() };
  const clock = zoneClock(context.timeZone);
  const all = isUnbounded(period);
  let n = 0;
  at.forEach((moment, row) => {
    if (Number.isNaN(moment) || (mask && mask[row] !== 1) || !(all || (moment >= period.start && moment < period.end))) return;
    const wall = clock.instantToWall(moment);
    const day = Math.floor(wall / DAY_MS);
    hours[weekdayOf(day)]![Math.floor(wall / HOUR_MS) - 24 * day]!++;
    n++;
  });
  return { n, reason: n === 0 ? 'no-data' : null, days: days() };
}
