import * as v from 'valibot';
import { DAYS } from '../../model/settings.ts';
import { condition } from './condition.ts';
import { dayRange, openingHours, text } from './values.ts';
import { timeZone } from './zone.ts';

const shifts = v.array(openingHours, 'a list of opening hours such as ["09:00-12:00", "13:00-17:00"]');

const weekly = v.strictObject(
  Object.fromEntries(DAYS.map((day) => [day, v.optional(shifts)])) as Record<
    (typeof DAYS)[number],
    v.OptionalSchema<typeof shifts, undefined>
  >,
  'the hours of each day such as { mon: ["09:00-17:00"] }',
);

const holidayFile = v.strictObject({ ics: text('the path of an iCal file') }, 'a day, days, or { ics: FILE }');

/** One calendar as written; what it extends is not looked at yet. */
export const calendar = v.strictObject(
  {
    timezone: v.optional(timeZone),
    weekly: v.optional(weekly),
    holidays: v.optional(v.array(v.union([dayRange, holidayFile], 'a day, days, or { ics: FILE }'), 'a list of days')),
    overrides: v.optional(
      v.record(
        v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, 'a day such as 2025-12-31')),
        shifts,
        'hours of single days such as { "2025-12-31": ["09:00-12:00"] }',
      ),
    ),
    extends: v.optional(text('the name of another calendar')),
    when: v.optional(condition),
  },
  'a mapping with timezone, weekly, holidays, overrides, extends, when',
);

export type CalendarEntry = v.InferOutput<typeof calendar>;
