import type { Format } from './format.ts';
import { safeLines } from './safe-lines.ts';
import { linkLines } from './link/table-link.ts';
import { objectiveLines } from './objectives/table-objectives.ts';
import { screenFor } from './screen.ts';
import { breakdownTable } from './table-breakdown.ts';
import { checkLines } from './table-checks.ts';
import { heatmapLines } from './table-heatmap.ts';
import { renderSegmentScreen } from './segments/render-screen.ts';
import { headLines } from './table-head.ts';
import { kpiTables } from './table-kpis.ts';
import { seriesTable } from './table-series.ts';
import { leftOutLines, notComputedLines, unusedLines, warningLines } from './table-notes.ts';

/** For a terminal of 40 to 120 columns: the numbers first, then what could not be computed, what was left out and what to beware of. */
export const table: Format = {
  id: 'table',
  title: 'Tables for the terminal',
  extensions: ['txt'],
  render: (report, options) => {
    if (report.segments !== undefined) return renderSegmentScreen(report, options);
    const screen = screenFor(options);
    const lines =
      report.checks !== undefined
        ? checkLines(report, screen)
        : [
            ...headLines(report, screen),
            ...kpiTables(report, screen),
            ...seriesTable(report, screen),
            ...report.breakdowns.flatMap((breakdown) => breakdownTable(breakdown, screen)),
            ...heatmapLines(report, screen),
            ...linkLines(report, screen),
            ...objectiveLines(report, screen),
            ...notComputedLines(report, screen),
            ...unusedLines(report, screen),
            ...leftOutLines(report, screen),
            ...warningLines(report, screen),
          ];
    return safeLines(lines, screen);
  },
};
