import type { Report, ReportPeriod } from '../model/report.ts';

const ALL = 'all';

/** The days of a period in the reporting zone, both included: `2025-01-01 to 2025-03-31`. `null` without ends. */
export function daysText(period: ReportPeriod, timeZone: string): string | null {
  if (period.start === null || period.end === null) return null;
  const start = Date.parse(period.start);
  const end = Date.parse(period.end);
  if (Number.isNaN(start) || Number.isNaN(end)) return null;
  const first = wall(start, timeZone).day;
  // A period is half-open: its last day is the one just before its end. All data ends with its last time stamp, which is part of it.
  const last = wall(period.label === ALL ? end : Math.max(start, end - 1), timeZone).day;
  return first === last ? first : `${first} to ${last}`;
}

/** `2025-04-01`, with the time of day unless it is midnight. */
export function instantText(iso: string, timeZone: string): string {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return iso;
  const { day, time } = wall(ms, timeZone);
  return time === '00:00' ? day : `${day} ${time}`;
}

/** `2024-Q4 (2024-10-01 to 2024-12-31)`; a label that is its own date stands alone. */
export function labelledDays(period: ReportPeriod, timeZone: string): string {
  const days = daysText(period, timeZone);
  return days === null || days === period.label ? period.label : `${period.label} (${days})`;
}

/** Below the title, where nothing else can be told: that, and where the data is. */
export function noAnswerText({ dataSpan, timeZone }: Report): string {
  const days = dataSpan === undefined ? null : daysText({ label: ALL, ...dataSpan, complete: true }, timeZone);
  const nothing = 'No KPI can be computed from this data for this period.';
  if (days === null) return nothing;
  return `${nothing} The data ${days.includes(' ') ? `goes from ${days}` : `is of ${days}`}.`;
}

/** `2025-Q1`, `all data`, and whether it is over. */
export function periodTitle(report: Report): string {
  const { asOf, period } = report;
  const { label, start, complete } = period;
  const hasBegun = asOf === null || start === null || Date.parse(start) <= Date.parse(asOf);
  return `${label === ALL ? 'all data' : label}${complete || label === ALL || !hasBegun ? '' : ' so far'}`;
}

/** Years of four digits of the calendar that holds since 1582. */
const FIRST_PLAIN_MS = Date.UTC(1583, 0, 1);
const LAST_PLAIN_MS = Date.UTC(9999, 11, 31);

function wall(ms: number, timeZone: string): { readonly day: string; readonly time: string } {
  // A formatter takes milliseconds to make.
  if (timeZone === 'UTC' && ms >= FIRST_PLAIN_MS && ms < LAST_PLAIN_MS) {
    const iso = new Date(ms).toISOString();
    return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
  }
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
