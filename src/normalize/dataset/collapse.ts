import type { CodeColumn, Column, NumberColumn, TimeColumn } from '../../model/columns.ts';
import { forgetTimeColumnFacts } from '../../lib/time/time-column.ts';
import { dictionarySize } from '../../model/texts.ts';
import { areComplete } from '../staging/complete-codes.ts';
import type { Findings } from '../warnings.ts';
import { COLLAPSED, COMPLETED, USED } from './fate.ts';
import type { Fates } from './fate.ts';
import { isMissingAt, copyValue } from './cells.ts';
import type { Stacked } from './stack.ts';

/** Kinds whose rows have an identity of their own. */
const WITH_IDS: ReadonlySet<string> = new Set(['tickets', 'customers', 'surveys']);

/**
 * Of the rows with one (system, id) the highest version, else the newest update, else the one read last stays.
 * With an `asOf`, versions written later lose: they have not happened. Rows that only complete others fill what these lack.
 */
export function collapse(
  table: Stacked,
  fates: Fates,
  { findings, asOf }: { readonly findings: Findings; readonly asOf: number | undefined },
): void {
  const ids = table.columns.get('id');
  if (ids?.type !== 'code') return;
  if (table.kind === 'messages') {
    collapseRepeatedMessages(table, ids, fates);
    reportDuplicates(table, fates, findings);
  }
  if (!WITH_IDS.has(table.kind)) return;
  if (areDistinct(ids) && !table.parts.some(({ supplements }) => supplements)) return;
  const winners = chooseWinners(table, ids, fates, asOf);
  reportDuplicates(table, fates, findings);
  complete(table, ids, { fates, winners });
}

/** Messages may be numbered within their ticket: only the same id in the same ticket at the same time is the same message. */
function collapseRepeatedMessages(table: Stacked, ids: CodeColumn, fates: Fates): void {
  const tickets = table.columns.get('ticketId');
  const at = table.columns.get('at');
  if (tickets?.type !== 'code' || at?.type !== 'time') return;
  if (areDistinct(ids)) return;
  const { places, count } = systemPlaces(table);
  const seen = new Map<number, number>();
  /** Further moments of ids that came back at another time. */
  const others = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const id = ids.codes[row]!;
    const ticket = tickets.codes[row]!;
    if (id === 0 || ticket === 0) continue;
    const key = (ticket * dictionarySize(ids) + id) * count + places[table.part[row]!]!;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, row);
      continue;
    }
    const moment = `${key} ${at.values[row]}`;
    if (Object.is(at.values[before], at.values[row]) || others.has(moment)) fates.set(row, COLLAPSED);
    else others.add(moment);
  }
}

function areDistinct(ids: CodeColumn): boolean {
  const { codes } = ids;
  const size = dictionarySize(ids);
  if (areComplete(codes)) return codes.length === size - 1;
  const seen = new Uint8Array(size);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code === 0) continue;
    if (seen[code] === 1) return false;
    seen[code] = 1;
  }
  return true;
}

/** By system and id code: the row that stands for it, -1 if none. */
type Winners = readonly Int32Array[];

function systemPlaces(table: Stacked): { places: readonly number[]; count: number } {
  const systems = [...new Set(table.parts.map((part) => part.origin.system))];
  return { places: table.parts.map((part) => systems.indexOf(part.origin.system)), count: systems.length };
}

function chooseWinners(table: Stacked, ids: CodeColumn, fates: Fates, asOf: number | undefined): Winners {
  const { places, count } = systemPlaces(table);
  const winners = Array.from({ length: count }, () => new Int32Array(dictionarySize(ids)).fill(-1));
  const version = table.columns.get('version');
  const updated = table.columns.get('updatedAt');
  const order = {
    version: version?.type === 'number' ? version : undefined,
    updated: updated?.type === 'time' ? updated : undefined,
    asOf: asOf ?? Infinity,
  };
  for (let row = 0; row < table.rows; row++) {
    const code = ids.codes[row]!;
    if (code === 0 || table.parts[table.part[row]!]!.supplements) continue;
    const winner = winners[places[table.part[row]!]!]!;
    const rival = winner[code]!;
    if (rival === -1) winner[code] = row;
    else if (isNewer(row, rival, order)) {
      fates.set(rival, COLLAPSED);
      winner[code] = row;
    } else fates.set(row, COLLAPSED);
  }
  return winners;
}

interface VersionOrder {
  readonly version: NumberColumn | undefined;
  readonly updated: TimeColumn | undefined;
  readonly asOf: number;
}

function isNewer(row: number, rival: number, { version, updated, asOf }: VersionOrder): boolean {
  const at = updated?.values[row] ?? NaN;
  const rivalAt = updated?.values[rival] ?? NaN;
  if (at > asOf !== rivalAt > asOf) return rivalAt > asOf;
  const own = version?.values[row] ?? NaN;
  const other = version?.values[rival] ?? NaN;
  if (own !== other && !Number.isNaN(own) && !Number.isNaN(other)) return own > other;
  if (at !== rivalAt && !Number.isNaN(at) && !Number.isNaN(rivalAt)) return at > rivalAt;
  return true;
}

function reportDuplicates(table: Stacked, fates: Fates, findings: Findings): void {
  if (fates.areUsed) return;
  const counts = table.parts.map(() => ({ count: 0, line: 0 }));
  for (let row = 0; row < table.rows; row++) {
    if (fates.of(row) !== COLLAPSED) continue;
    const seen = counts[table.part[row]!]!;
    if (seen.count++ === 0) seen.line = table.lines[row]!;
  }
  counts.forEach(({ count, line }, place) =>
    findings.add({ code: 'duplicate-ids', count, file: table.parts[place]!.origin.file, line, about: table.kind }),
  );
}

function complete(table: Stacked, ids: CodeColumn, { fates, winners }: { readonly fates: Fates; readonly winners: Winners }): void {
  const { places } = systemPlaces(table);
  const columns = [...table.columns.values()];
  for (const column of columns) if (column.type === 'time') forgetTimeColumnFacts(column.values);
  for (let row = 0; row < table.rows; row++) {
    if (!table.parts[table.part[row]!]!.supplements) continue;
    const code = ids.codes[row]!;
    const winner = winners[places[table.part[row]!]!]!;
    const whole = code === 0 ? -1 : winner[code]!;
    if (whole === -1) {
      if (code !== 0) winner[code] = row;
      continue;
    }
    fillFrom(columns, whole, row);
    if (fates.of(row) === USED) fates.set(row, COMPLETED);
  }
}

function fillFrom(columns: readonly Column[], to: number, from: number): void {
  for (const column of columns) {
    if (column.type !== 'codes' && isMissingAt(column, to) && !isMissingAt(column, from)) copyValue(column, to, from);
  }
}
