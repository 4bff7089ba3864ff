import type { Heatmap } from '../model/report.ts';

/** What all formats say about a heatmap. */
export const DAY_NAMES: Readonly<Record<Heatmap['days'][number]['day'], string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

const REASONS: Readonly<Record<NonNullable<Heatmap['reason']>, string>> = {
  'no-data': 'nothing in the period',
  'missing-column': 'the data does not tell when',
  'no-time-of-day': 'the export has days without a time of day',
};

export function heatmapReason({ reason }: Heatmap): string | null {
  return reason === null ? null : REASONS[reason];
}

export function mostInAnHour({ days }: Heatmap): number {
  return Math.max(0, ...days.flatMap(({ hours }) => hours));
}

/** `Tuesday 09:00, 57`: the busiest hour of the week, the first of several. */
export function busiest(heatmap: Heatmap): string {
  const most = mostInAnHour(heatmap);
  const found = heatmap.days.find(({ hours }) => hours.includes(most));
  return found === undefined ? '' : `${DAY_NAMES[found.day]} ${hourText(found.hours.indexOf(most))}, ${most.toLocaleString('en-US')}`;
}

export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
