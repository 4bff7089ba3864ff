/** A half-open span of time `[start, end)` in epoch milliseconds, with the name that users know it by. */
export interface Period {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

export const SERIES_STEPS = ['day', 'week', 'month', 'quarter'] as const;
export type SeriesStep = (typeof SERIES_STEPS)[number];
export const WEEK_STARTS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];
