import { forgetTimeColumnFacts, timeColumnFacts } from '../../lib/time/time-column.ts';
import type { CodeColumn, NumberColumn, TimeColumn } from '../../model/columns.ts';
import { DEADLINE_FIELDS, FIELDS } from '../../model/kinds.ts';
import type { FieldType, TableKind } from '../../model/kinds.ts';
import { ENDS_AT } from '../staging/units.ts';
import type { Findings } from '../warnings.ts';
import { quoted } from '../warnings.ts';
import { USED } from './fate.ts';
import type { Fates } from './fate.ts';
import type { Stacked } from './stack.ts';

const DAY_MS = 86_400_000;
const CLOCKS = ['calendar', 'business', 'unknown'] as const;

/** When a row itself came to be. */
const BORN: Readonly<Record<TableKind, string>> = {
  tickets: 'createdAt',
  messages: 'at',
  changes: 'at',
  customers: 'signedUpAt',
  subscriptions: 'startedAt',
  events: 'at',
  surveys: 'at',
};

export interface Truth {
  /** What came later has not happened; `undefined` for all that the data holds. */
  readonly asOf: number | undefined;
  /** The clock: what lies more than a day ahead of it cannot have happened. */
  readonly wallClock: number;
  readonly findings: Findings;
}

/** What lies later has not happened, whatever is asked. */
export function endOfTruth({ asOf, wallClock }: Pick<Truth, 'asOf' | 'wallClock'>): number {
  return Math.max(wallClock + DAY_MS, asOf ?? -Infinity);
}

/**
 * Time stamps after `asOf` become missing, with what followed from them (a status, a rating, a duration); rows born later leave.
 * Without `asOf` those more than 24 hours ahead of the clock become missing. Both are counted. Deadlines lie ahead by their nature.
 */
export function limitToTruth(table: Stacked, fates: Fates, truth: Truth): void {
  const { asOf, wallClock, findings } = truth;
  const future = endOfTruth({ asOf, wallClock });
  const fields: Readonly<Record<string, FieldType>> = FIELDS[table.kind];
  const names = Object.keys(fields).filter((field) => fields[field] === 'time' && !DEADLINE_FIELDS.has(field));
  for (const name of names) {
    const column = table.columns.get(name);
    if (column?.type === 'time') dropFuture(table, column, { name, limit: future, fates, findings });
  }
  if (asOf === undefined) return;
  const born = table.columns.get(BORN[table.kind]);
  if (born?.type === 'time') {
    for (let row = 0; row < table.rows; row++) if (born.values[row]! > asOf && fates.of(row) === USED) fates.exclude(row, 'after-as-of');
  }
  const later = new Map<string, Uint8Array>();
  for (const name of names) {
    const column = table.columns.get(name);
    if (column?.type === 'time') later.set(name, dropFuture(table, column, { name, limit: asOf, fates, findings }));
  }
  if (table.kind === 'tickets') undoWhatFollowed(table, later, asOf);
}

function dropFuture(
  table: Stacked,
  column: TimeColumn,
  { name, limit, fates, findings }: { name: string; limit: number; fates: Fates; findings: Findings },
): Uint8Array {
  const { values } = column;
  const counts = new Map<number, { count: number; line: number }>();
  if (!(timeColumnFacts(values).last > limit)) return new Uint8Array(0);
  const later = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    if (!(values[row]! > limit)) continue;
    values[row] = NaN;
    later[row] = 1;
    // A row that is left out as a whole is counted there, not by its stamps.
    if (fates.of(row) !== USED) continue;
    const place = table.part[row]!;
    const seen = counts.get(place);
    if (seen === undefined) counts.set(place, { count: 1, line: table.lines[row]! });
    else seen.count++;
  }
  forgetTimeColumnFacts(values);
  for (const [place, { count, line }] of counts) {
    const { origin, label } = table.parts[place]!;
    findings.add({ code: 'future-timestamp', count, file: origin.file, line, about: quoted(label.columns[name] ?? name) });
  }
  return later;
}

/** A ticket solved later was open, one rated later had no rating, one answered later had no response time. */
function undoWhatFollowed(tickets: Stacked, later: ReadonlyMap<string, Uint8Array>, asOf: number): void {
  dropLaterDurations(tickets, later, asOf);
  const rated = later.get('ratedAt');
  const satisfied = tickets.columns.get('satisfied');
  const offered = tickets.columns.get('ratingOffered');
  if (rated !== undefined) {
    for (let row = 0; row < tickets.rows; row++) {
      if (rated[row] !== 1) continue;
      if (satisfied?.type === 'number') satisfied.values[row] = NaN;
      if (offered?.type === 'flag') offered.values[row] = 2;
    }
  }
  const status = tickets.columns.get('status');
  if (status?.type === 'code') reopenLaterSolved(tickets, status, later);
}

function reopenLaterSolved(tickets: Stacked, status: CodeColumn, later: ReadonlyMap<string, Uint8Array>): void {
  const solved = tickets.columns.get('solvedAt');
  const closed = tickets.columns.get('closedAt');
  const open = status.values.indexOf('open');
  const done = new Set([status.values.indexOf('solved'), status.values.indexOf('closed')]);
  for (let row = 0; row < tickets.rows; row++) {
    if (!done.has(status.codes[row]!)) continue;
    const wasLater = later.get('solvedAt')?.[row] === 1 || later.get('closedAt')?.[row] === 1;
    const remains =
      (solved?.type === 'time' && !Number.isNaN(solved.values[row])) || (closed?.type === 'time' && !Number.isNaN(closed.values[row]));
    if (wasLater && !remains) status.codes[row] = open;
  }
}

/** A ready-made duration has not happened when its end was later, or when it would have ended later by its own length. */
function dropLaterDurations(tickets: Stacked, later: ReadonlyMap<string, Uint8Array>, asOf: number): void {
  const created = tickets.columns.get('createdAt');
  for (const [field, end] of Object.entries(ENDS_AT)) {
    const endedLater = later.get(end) ?? (field === 'resolution' ? later.get('closedAt') : undefined);
    for (const clock of CLOCKS) {
      const column = tickets.columns.get(`${field}.${clock}`);
      if (column?.type !== 'number') continue;
      const byLength = clock !== 'business' && created?.type === 'time' ? created : undefined;
      dropWhere(
        column,
        (row) => endedLater?.[row] === 1 || (byLength !== undefined && byLength.values[row]! + column.values[row]! * 1000 > asOf),
      );
    }
  }
}

function dropWhere(column: NumberColumn, isGone: (row: number) => boolean): void {
  for (let row = 0; row < column.values.length; row++) if (isGone(row)) column.values[row] = NaN;
}

/** First and last time stamp of something that happened, over all rows; NaN without any. */
export function extent(tables: readonly Stacked[]): { firstAt: number; lastAt: number } {
  let firstAt = Infinity;
  let lastAt = -Infinity;
  for (const table of tables) {
    for (const [name, column] of table.columns) {
      if (column.type !== 'time' || DEADLINE_FIELDS.has(name)) continue;
      const { first, last } = timeColumnFacts(column.values);
      firstAt = Math.min(firstAt, first);
      lastAt = Math.max(lastAt, last);
    }
  }
  return Number.isFinite(firstAt) ? { firstAt, lastAt } : { firstAt: NaN, lastAt: NaN };
}
