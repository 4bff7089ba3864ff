import { readOpeningHours } from '../../lib/time/opening-hours.ts';
import type { CalendarSettings } from '../../model/settings.ts';
import { UserError } from '../../model/user-error.ts';
import type { Problem } from '../problem.ts';
import type { CalendarEntry } from '../schema/calendars.ts';

/** Days that an iCal file closes; its path as the config writes it. */
export type HolidayReader = (file: string, timeZone: string) => Promise<readonly string[]>;

export interface CalendarRequest {
  readonly entries: Readonly<Record<string, CalendarEntry>>;
  /** For calendars without one of their own. */
  readonly timeZone: string;
  readonly readHolidays: HolidayReader;
}

/**
 * Calendars as they count: what a calendar `extends` filled in (a weekday's hours, an override and the zone are replaced, holidays add up,
 * `when` is its own), iCal files read.
 */
export async function resolveCalendars({ entries, timeZone, readHolidays }: CalendarRequest): Promise<{
  readonly calendars: Record<string, CalendarSettings>;
  readonly problems: readonly Problem[];
}> {
  const calendars = Object.create(null) as Record<string, CalendarSettings>;
  const problems: Problem[] = [];
  for (const name of Object.keys(entries)) {
    const chain = ancestry(entries, name);
    const zone = chain.map((entry) => entry.timezone).findLast((own) => own !== undefined) ?? timeZone;
    const calendar: CalendarSettings = {
      timeZone: zone,
      weekly: Object.assign({}, ...chain.map(({ weekly }) => given(weekly ?? {}))) as CalendarSettings['weekly'],
      holidays: await holidaysOf(chain, (file) => readHolidays(file, zone)),
      overrides: Object.assign(Object.create(null), ...chain.map(({ overrides }) => overrides ?? {})) as CalendarSettings['overrides'],
      when: entries[name]?.when ?? null,
    };
    calendars[name] = calendar;
    const problem = neverOpen(calendar);
    if (problem !== null)
      problems.push({ path: ['calendars', name], at: 'key', message: `calendars.${name}: ${problem.message}`, hint: problem.place.hint });
  }
  return { calendars, problems };
}

/** The calendar behind all those that it extends, the furthest one first. */
function ancestry(entries: CalendarRequest['entries'], name: string): readonly CalendarEntry[] {
  const chain: CalendarEntry[] = [];
  for (let next: string | undefined = name; next !== undefined; next = chain[0]?.extends) {
    const entry: CalendarEntry | undefined = entries[next];
    if (entry === undefined || chain.includes(entry)) break;
    chain.unshift(entry);
  }
  return chain;
}

async function holidaysOf(
  chain: readonly CalendarEntry[],
  readFile: (file: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const days: string[] = [];
  for (const holiday of chain.flatMap(({ holidays }) => holidays ?? [])) {
    if (typeof holiday === 'string') days.push(holiday);
    else days.push(...(await readFile(holiday.ics)));
  }
  return [...new Set(days)];
}

function given<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function neverOpen(calendar: CalendarSettings): UserError | null {
  try {
    readOpeningHours(calendar);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
