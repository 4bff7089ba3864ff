import type { NumberColumn, TimeColumn } from '../../model/columns.ts';
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
    const told = new Uint8Array(tickets.rows);
    for (const [field, says] of AFTER_CREATION) {
      const end = tickets.columns.get(field);
      if (end?.type === 'time') {
        const isEarlier = (row: number): boolean => {
          if (told[row] === 1 || !(end.values[row]! < created.values[row]!)) return false;
          told[row] = 1;
          return true;
        };
        report(tickets, isEarlier, (file, count, line) => findings.add({ code: 'negative-duration', file, count, line, about: says }));
      }
    }
    for (const [field, endField] of Object.entries(ENDS_AT)) compareColumn(tickets, { field, endField, created, findings });
  }
  for (const [name, column] of tickets.columns) {
    if (column.type !== 'number' || !/\.(?:calendar|business|unknown)$/.test(name)) continue;
    report(
      tickets,
      (row) => column.values[row]! < 0,
      (file, count, line, place) => {
        findings.add({
          code: 'negative-duration',
          file,
          count,
          line,
          about: `given a negative ${quoted(tickets.parts[place]!.label.columns[name] ?? name)}`,
        });
      },
    );
  }
}

type Reporter = (file: string, count: number, line: number, place: number) => void;

function report(table: Stacked, isFaulty: (row: number) => boolean, reporter: Reporter): void {
  const counts = table.parts.map(() => ({ count: 0, line: 0 }));
  for (let row = 0; row < table.rows; row++) {
    if (!isFaulty(row)) continue;
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
  const differs = (row: number): boolean => isOff(row, { end, given, created });
  const compared = tickets.parts.map(() => 0);
  for (let row = 0; row < tickets.rows; row++) {
    if (!Number.isNaN(end.values[row]! - created.values[row]! + given.values[row]!)) compared[tickets.part[row]!]!++;
  }
  report(tickets, differs, (file, count, line, place) => {
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

function isOff(
  row: number,
  { end, given, created }: { readonly end: TimeColumn; readonly given: NumberColumn; readonly created: TimeColumn },
): boolean {
  const seconds = (end.values[row]! - created.values[row]!) / 1000;
  const difference = Math.abs(seconds - given.values[row]!);
  return difference > TOLERANCE_SECONDS && difference > TOLERANCE_SHARE * Math.abs(seconds);
}
