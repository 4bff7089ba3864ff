import type { Format } from '../format.ts';
import { renderSegmentCsv } from './render-csv.ts';
import { renderSegmentMarkdown } from './render-markdown.ts';
import { renderSegmentScreen } from './render-screen.ts';

/** How `segment` writes in a format: its own way where people read, else as every report (its KPIs, and in JSON all of it). */
export function forSegments(format: Format): Format {
  switch (format.id) {
    case 'table':
      return { ...format, render: renderSegmentScreen };
    case 'markdown':
      return { ...format, render: renderSegmentMarkdown };
    case 'csv':
      return { ...format, render: renderSegmentCsv };
    default:
      return format;
  }
}
