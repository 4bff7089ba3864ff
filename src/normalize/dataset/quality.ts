import type { TimeColumn, Numbers } from '../../model/columns.ts';
import { ENDS_AT } from '../staging/units.ts';
import type { Findings } from '../warnings.ts';
import { quoted } from '../warnings.ts';
import type { Stacked } from './stack.ts';

/** What must not come before the ticket was created. */
const AFTER_CREATION: readonly (readonly [field: string, says: string])[] = [
  ['firstResponseAt', 'answered before created'],
  ['firstResolvedAt', 'first solved before created'],
  ['solvedAt', 'solved before created'],
  ['closedAt', 'closed before created'],
];

/** A duration may differ from the time stamps by a minute (rounding) and by a tenth. */
const TOLERANCE_SECONDS = 60;
const TOLERANCE_SHARE = 0.1;
/** Above this share of differing rows the column says something else than the time stamps. */
const DISAGREEING_SHARE = 0.2;
const LEAST_ROWS = 5;

/** Counts what cannot be: ends before beginnings, and ready-made durations that the time stamps contradict. */
export function reportQuality(tickets: Stacked, findings: Findings): void {
  const created = tickets.columns.get('createdAt');
  if (created?.type === 'time') {
    // A ticket whose first and last solution are the same stamp is one ticket, not two.
    const told = new Set<number>();
    for (const [field, says] of AFTER_CREATION) {
      const end = tickets.columns.get(field);
      if (end?.type !== 'time') continue;
      const rows = rowsEarlier(end.values, created.values).filter((row) => !told.has(row));
      for (const row of rows) told.add(row);
      report(tickets, rows, (file, count, line) => findings.add({ code: 'negative-duration', file, count, line, about: says }));
    }
    for (const [field, endField] of Object.entries(ENDS_AT)) compareColumn(tickets, { field, endField, created, findings });
  }
  for (const [name, column] of tickets.columns) {
    if (column.type !== 'number' || !/\.(?:calendar|business|unknown)$/.test(name)) continue;
    report(tickets, rowsBelowZero(column.values), (file, count, line, place) => {
      const label = tickets.parts[place]!.label.columns[name] ?? name;
      findings.add({ code: 'negative-duration', file, count, line, about: `given a negative ${quoted(label)}` });
    });
  }
}

// Loops of their own: mostly none is found, and a loop that calls a function for each row takes several times as long.

function rowsEarlier(ends: Float64Array, starts: Float64Array): number[] {
  const rows: number[] = [];
  for (let row = 0; row < ends.length; row++) if (ends[row]! < starts[row]!) rows.push(row);
  return rows;
}

function rowsBelowZero(values: Numbers): number[] {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (values[row]! < 0) rows.push(row);
  return rows;
}

type Reporter = (file: string, count: number, line: number, place: number) => void;

function report(table: Stacked, faulty: readonly number[], reporter: Reporter): void {
  const counts = table.parts.map(() => ({ count: 0, line: 0 }));
  for (const row of faulty) {
    const seen = counts[table.part[row]!]!;
    if (seen.count++ === 0) seen.line = table.lines[row]!;
  }
  counts.forEach(({ count, line }, place) => {
    if (count > 0) reporter(table.parts[place]!.origin.file, count, line, place);
  });
}

interface Comparison {
  readonly field: string;
  readonly endField: string;
  readonly created: TimeColumn;
  readonly findings: Findings;
}

function compareColumn(tickets: Stacked, { field, endField, created, findings }: Comparison): void {
  const end = tickets.columns.get(endField);
  const given = tickets.columns.get(`${field}.calendar`);
  if (end?.type !== 'time' || given?.type !== 'number' || end.dateOnly || created.dateOnly) return;
  const compared = tickets.parts.map(() => 0);
  const differing: number[] = [];
  for (let row = 0; row < tickets.rows; row++) {
    const seconds = (end.values[row]! - created.values[row]!) / 1000;
    const difference = Math.abs(seconds - given.values[row]!);
    if (Number.isNaN(difference)) continue;
    compared[tickets.part[row]!]!++;
    if (difference > TOLERANCE_SECONDS && difference > TOLERANCE_SHARE * Math.abs(seconds)) differing.push(row);
  }
  report(tickets, differing, (file, count, line, place) => {
    if (compared[place]! < LEAST_ROWS || count <= compared[place]! * DISAGREEING_SHARE) return;
    findings.add({
      code: 'column-disagrees',
      file,
      count,
      line,
      about: quoted(tickets.parts[place]!.label.columns[`${field}.calendar`] ?? field),
    });
  });
}
