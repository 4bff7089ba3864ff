import type { Format } from './format.ts';
import { screenFor } from './screen.ts';
import { breakdownTable } from './table-breakdown.ts';
import { headLines } from './table-head.ts';
import { kpiTables } from './table-kpis.ts';
import { leftOutLines, notComputedLines, warningLines } from './table-notes.ts';

/** For a terminal of 40 to 120 columns: the numbers first, then what could not be computed, what was left out and what to beware of. */
export const table: Format = {
  id: 'table',
  title: 'Tables for the terminal',
  extensions: ['txt'],
  render: (report, options) => {
    const screen = screenFor(options);
    const lines = [
      ...headLines(report, screen),
      ...kpiTables(report, screen),
      ...report.breakdowns.flatMap((breakdown) => breakdownTable(breakdown, screen)),
      ...notComputedLines(report, screen),
      ...leftOutLines(report, screen),
      ...warningLines(report, screen),
    ];
    const safe = lines.map(withoutCommand);
    return `${(screen.unicode ? safe : safe.map(plainSigns)).join('\n')}\n`;
  },
};

/** The signs of our own that ASCII terminals lack: minus, dash and the pictures of control characters. */
function plainSigns(line: string): string {
  return line.replace(/[−–]/g, '-').replace(/[\u2400-\u2421]/g, '?');
}

/** A line that begins with `::` is a command to GitHub Actions: a word of the data that was cut across lines must not become one. */
function withoutCommand(line: string): string {
  return line.replace(/^((?:\s|\u001b\[[\d;]*m)*)::/, '$1:.');
}
