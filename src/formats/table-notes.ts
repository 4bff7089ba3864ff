import { formatNumber } from '../lib/text/format-number.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { displayWidth, pad, wrap } from '../lib/text/width.ts';
import type { Report } from '../model/report.ts';
import type { Warning } from '../model/warning.ts';
import { paragraph, type Screen } from './screen.ts';
import { hasAnswer, kpiName, leftOut, reasonText } from './words.ts';

/** KPIs without an answer, a line each with its reason. */
export function notComputedLines(report: Report, screen: Screen): string[] {
  const kpis = report.kpis.filter((kpi) => !hasAnswer(kpi));
  if (kpis.length === 0) return [];
  const names = kpis.map((kpi) => forTerminal(kpiName(kpi)));
  const width = Math.min(Math.max(...names.map(displayWidth)), Math.floor(screen.width * 0.45));
  const lines = kpis.flatMap((kpi, at) => {
    const [first = '', ...rest] = wrap(forTerminal(reasonText(kpi)), screen.width - width - 4).map((line) => screen.style.faint(line));
    return [`  ${pad(screen.fit(names[at] ?? '', width), width)}  ${first}`, ...rest.map((line) => ' '.repeat(width + 4) + line)];
  });
  return ['', screen.style.heading('NOT COMPUTED'), ...lines];
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
