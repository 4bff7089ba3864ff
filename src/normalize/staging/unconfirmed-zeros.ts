import type { Column, NumberColumn } from '../../model/columns.ts';

/** A duration column whose zeros stand for "none" by its preset's word. */
export interface ZeroIsNone {
  readonly field: string;
  readonly column: NumberColumn;
}

/** The time stamps that say that it happened after all. */
const CONFIRMED_BY: Readonly<Record<string, readonly string[]>> = {
  firstResponse: ['firstResponseAt'],
  resolution: ['solvedAt', 'closedAt'],
};

/** Freshdesk writes 00:00:00 for what never happened and for what happened outside business hours: only a time stamp tells which. The latter is a value (kpis.md §12, 10). */
export function dropUnconfirmedZeros(suspects: readonly ZeroIsNone[], columnOf: (field: string) => Column | undefined): void {
  for (const { field, column } of suspects) {
    const stamps = (CONFIRMED_BY[field] ?? []).map(columnOf).filter((stamp) => stamp?.type === 'time');
    column.values.forEach((seconds, row) => {
      if (seconds === 0 && stamps.every((stamp) => Number.isNaN(stamp.values[row]!))) column.values[row] = Number.NaN;
    });
  }
}
