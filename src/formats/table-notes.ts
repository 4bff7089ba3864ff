import { formatNumber } from '../lib/text/format-number.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { pad, wrap } from '../lib/text/width.ts';
import type { Report } from '../model/report.ts';
import type { Warning } from '../model/warning.ts';
import { notComputed } from './not-computed.ts';
import { paragraph, type Screen } from './screen.ts';
import { HOW_TO_USE, unusedColumns } from './unused-columns.ts';
import { leftOut } from './words.ts';

/** KPIs without an answer, by what is missing. */
export function notComputedLines(report: Report, screen: Screen): string[] {
  const entries = notComputed(report, { all: screen.verbose });
  if (entries.length === 0) return [];
  const lines = entries.flatMap(({ why, kpis }) => {
    const whyText = forTerminal(`${why}:`);
    const [first = '', ...rest] = wrap(`${whyText} ${forTerminal(kpis)}`, screen.width - 4);
    const head = first.startsWith(whyText) ? whyText + screen.style.faint(first.slice(whyText.length)) : first;
    return [`  ${head}`, ...rest.map((line) => `    ${screen.style.faint(line)}`)];
  });
  const counted =
    screen.verbose || entries.every(({ counted }) => !counted)
      ? []
      : wrap('--verbose names all of them', screen.width - 2).map((line) => `  ${screen.style.faint(line)}`);
  return ['', screen.style.heading('NOT COMPUTED'), ...lines, ...counted];
}

/** Columns that nothing was made of, and how to say what they are. */
export function unusedLines(report: Report, screen: Screen): string[] {
  const unused = unusedColumns(report);
  if (unused === null) return [];
  const lines = unused.files.flatMap((text) => hanging(text, screen));
  const how = unused.pattern === null ? [] : hanging(`${HOW_TO_USE} ${unused.pattern}`, screen).map((line) => screen.style.faint(line));
  return ['', screen.style.heading('COLUMNS NOT USED'), ...lines, ...how];
}

/** Two blanks in, further lines four. */
function hanging(text: string, screen: Screen): string[] {
  return wrap(forTerminal(text), screen.width - 4).map((line, at) => `${at === 0 ? '  ' : '    '}${line}`);
}

/** Rows that no KPI saw, and why. */
export function leftOutLines(report: Report, screen: Screen): string[] {
  const rows = leftOut(report);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ count }) => formatNumber(count).length));
  const lines = rows.map(
    ({ count, what }) => `  ${pad(formatNumber(count), width, 'right')}  ${screen.style.faint(screen.fit(what, screen.width - width - 4))}`,
  );
  return ['', screen.style.heading('ROWS LEFT OUT'), ...lines];
}

export function warningLines(report: Report, screen: Screen): string[] {
  if (report.warnings.length === 0) return [];
  const mark = screen.style.warning('!');
  const lines = report.warnings.flatMap((warning) => {
    const [first = '', ...rest] = paragraph(screen, { text: warningText(warning), indent: '    ' });
    return [`  ${mark} ${first.slice(4)}`, ...rest];
  });
  return ['', screen.style.heading('WARNINGS'), ...lines];
}

/** The message, with its file in front and its code behind. */
export function warningText({ message, code, file, line }: Warning): string {
  const place = file === undefined || message.includes(file) ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
  return `${place}${message} [${code}]`;
}
