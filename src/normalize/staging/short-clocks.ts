import { durationUnitOf } from '../../lib/time/parse-duration.ts';
import type { FieldMapping } from '../../presets/preset.ts';
import { isDurationNumber } from '../plan/content.ts';
import { quoted } from '../warnings.ts';
import type { Around, OpenDuration } from './units.ts';

/** Headers of call centres, which write `03:10` for three minutes and ten seconds. */
const OF_CALLS = /queue|wait|talk|hold|wrap|after.?call|acw|ring|warte|sprech|gespräch|nachbearbeit|espera|cola|conversaci|attente|appel/i;
/** Work that is booked by the hour: `00:30` is half of one (Freshdesk's "Time tracked"). */
const BOOKED = /track|spent|work|book|logged/i;
const IN_HOURS = /h{1,2}[:.\s]?mm(?![:.\s]?ss)/i;
const IN_MINUTES = /(?:^|[^h:.\s]|[^h:.][\s:.])\bm{1,2}[:.]ss/i;
/** Minutes that no hour of a day is. */
const HOURS_OF_A_DAY = 24;
const MINUTES_OF_AN_HOUR = 60;
const LEAST_ROWS = 3;
const NEAR = 0.15;

/** Whether cells of two parts may be minutes and seconds here: a header that names hours, and most durations of tickets, leave no doubt. */
export function mayBeMinutes(mapping: FieldMapping, label: string): boolean {
  if (IN_MINUTES.test(label)) return true;
  const unit = mapping.unit ?? durationUnitOf(label).unit;
  if (IN_HOURS.test(label) || unit === 'hours' || unit === 'days') return false;
  return isDurationNumber(mapping.field) || OF_CALLS.test(label);
}

type Reading = { readonly minutes: boolean; readonly why: string | null };

/** Makes minutes and seconds of a column's two-part cells, where they are that; says so where nothing in the file proves it. */
export function settleShortClocks(duration: OpenDuration, around: Around): void {
  const { label, column, short } = duration;
  if (short === null || short === undefined) return;
  const { minutes, why } = readingOf(duration, around);
  let count = 0;
  for (let row = 0; row < short.rows.length; row++) {
    if (short.rows[row] !== 1 || column.values[row] === 0) continue;
    if (minutes) column.values[row] = column.values[row]! / 60;
    count++;
  }
  if (why === null) return;
  const [read, other] = minutes ? ['minutes and seconds', 'hh:mm'] : ['hours and minutes', 'mm:ss'];
  around.findings.add({
    code: 'unit-assumed',
    count,
    file: around.file,
    about: `cells of two parts in ${quoted(label)} were read as ${read}${why}; “(${other})” behind the header's name reads them the other way`,
  });
}

/** The header's word, else longer cells of the same column, else the time stamps of the same rows, else the column's kind. */
function readingOf(duration: OpenDuration, around: Around): Reading {
  const { label, mapping, short } = duration;
  const unit = mapping.unit ?? durationUnitOf(label).unit;
  if (IN_MINUTES.test(label) || unit === 'minutes' || unit === 'seconds') return { minutes: true, why: null };
  const { largestFirst, withHours } = short!;
  const ofCalls = isDurationNumber(mapping.field);
  if (withHours > 0) return { minutes: true, why: null };
  const stamped = byTimeStamps(duration, around);
  if (stamped !== undefined) return { minutes: stamped, why: ', which is what the time stamps say' };
  if (BOOKED.test(label) && !OF_CALLS.test(label)) return { minutes: false, why: '' };
  // Nobody waits for days in a queue, but tickets do: 115:30 is a call of two hours and a ticket of five days.
  if (ofCalls && largestFirst >= HOURS_OF_A_DAY) return { minutes: true, why: null };
  if (!ofCalls && largestFirst >= MINUTES_OF_AN_HOUR) return { minutes: false, why: null };
  return { minutes: true, why: '' };
}

const SPANS: Readonly<Record<string, readonly [start: string, end: string]>> = {
  waitSeconds: ['createdAt', 'firstResponseAt'],
  handleSeconds: ['firstResponseAt', 'solvedAt'],
};

/** Whether the spans between time stamps are those of minutes; `undefined` where too few rows tell. */
function byTimeStamps({ mapping, column, short }: OpenDuration, { columns }: Around): boolean | undefined {
  const [start, end] = (SPANS[mapping.field] ?? []).map(columns);
  if (start?.type !== 'time' || end?.type !== 'time' || start.dateOnly || end.dateOnly) return undefined;
  const ratios: number[] = [];
  for (let row = 0; row < column.values.length; row++) {
    const span = (end.values[row]! - start.values[row]!) / 1000;
    if (short!.rows[row] === 1 && span > 0 && column.values[row]! > 0) ratios.push(column.values[row]! / span);
  }
  if (ratios.length < LEAST_ROWS) return undefined;
  const middle = ratios.sort((a, b) => a - b)[ratios.length >> 1]!;
  return Math.abs(middle / 60 - 1) < NEAR ? true : Math.abs(middle - 1) < NEAR ? false : undefined;
}
