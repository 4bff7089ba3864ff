import { DAY_MS, HOUR_MS, weekdayOf } from '../../lib/time/civil.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import type { TimeColumn } from '../../model/columns.ts';
import { column, type Dataset } from '../../model/dataset.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { Dimension } from '../dimension.ts';
import { codesFor, throughLink } from '../grouping.ts';
import { linkedRows } from '../links.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** Day of the week on which the ticket was created, in the reporting time zone. Monday first. */
export const weekday = calendarDimension({
  id: 'weekday',
  title: 'Weekday',
  names: WEEKDAYS,
  indexOf: (wallMs) => weekdayOf(Math.floor(wallMs / DAY_MS)),
});

/** Hour of the day in which the ticket was created, in the reporting time zone: `00` to `23`. Not where the export gives days only. */
export const hour = calendarDimension({
  id: 'hour',
  title: 'Hour',
  names: HOURS,
  indexOf: (wallMs) => Math.floor(wallMs / HOUR_MS) - 24 * Math.floor(wallMs / DAY_MS),
  needsTimeOfDay: true,
});

interface CalendarDimension {
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly indexOf: (wallMs: number) => number;
  readonly needsTimeOfDay?: boolean;
}

function calendarDimension({ id, title, names, indexOf, needsTimeOfDay = false }: CalendarDimension): Dimension {
  const values = ['', ...names];
  return {
    id,
    title,
    ordered: true,
    operational: true,
    values: names,
    groups: ({ dataset, timeZone }, table) => {
      const created = creation(dataset, table);
      if (created === null || (needsTimeOfDay && created.column.dateOnly)) return null;
      const clock = zoneClock(timeZone);
      const { values: instants } = created.column;
      const codes = codesFor(instants.length, (row) =>
        Number.isNaN(instants[row]!) ? 0 : 1 + indexOf(clock.instantToWall(instants[row]!)),
      );
      return throughLink({ codes, values }, created.rows);
    },
  };
}

function creation(dataset: Dataset, table: TableKind): { readonly column: TimeColumn; readonly rows: Int32Array | 'own' } | null {
  const createdAt = column(dataset.tables.tickets, 'createdAt', 'time');
  const rows = linkedRows(dataset, { from: table, to: 'tickets' });
  return createdAt === undefined || rows === null ? null : { column: createdAt, rows };
}
