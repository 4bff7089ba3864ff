import { readConfigText } from '../file/read-text.ts';
import { configError } from '../config-error.ts';
import { holidayDays } from './holiday-days.ts';
import { icalEvents } from './ical.ts';

export interface HolidayFile {
  /** Absolute. */
  readonly path: string;
  /** The same for people. */
  readonly file: string;
  /** IANA zone of the calendar that it is for. */
  readonly timeZone: string;
  /** The config that names it. */
  readonly namedBy: string;
  /** Told of events that close no day. */
  readonly note: (text: string) => void;
}

/**
 * Days that an iCal file closes, as `2025-01-01` or `2025-12-24..2025-12-26`.
 * @throws UserError `bad-config` for a file that is none, and with the line of every event that is not understood.
 */
export async function readHolidays({ path, file, timeZone, namedBy, note }: HolidayFile): Promise<readonly string[]> {
  const events = icalEvents(await readConfigText(path, file, { strict: false, hint: `${namedBy} names it under holidays` }));
  if (events === null) throw configError(file, [{ message: 'is not an iCal file', hint: 'it should begin with BEGIN:VCALENDAR' }]);
  const { days, problems, passedOver } = holidayDays(events, timeZone);
  if (problems.length > 0)
    throw configError(
      file,
      problems.map(({ line, message, hint }) => ({ line, column: 1, message, hint })),
    );
  for (const { line, message, hint } of passedOver) note(`${file}:${line}: ${message}; ${hint}`);
  return days;
}
