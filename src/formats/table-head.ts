import { formatNumber } from '../lib/text/format-number.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { displayWidth, pad } from '../lib/text/width.ts';
import type { Report, ReportInput } from '../model/report.ts';
import { daysText, instantText, labelledDays, periodTitle } from './period-text.ts';
import { flow, paragraph, type Screen } from './screen.ts';
import { plural } from './words.ts';

/** What was asked, of what, as of when: the lines above the numbers. */
export function headLines(report: Report, screen: Screen): string[] {
  const title = screen.fit(`Happiness report: ${periodTitle(report)}`, screen.width);
  return [screen.style.title(title), ...scopeLines(report, screen), ...inputLines(report.inputs, screen)];
}

/** Which rows, of which days, as of when: below every title. */
export function scopeLines(report: Report, screen: Screen): string[] {
  const filter = filterText(report);
  return [
    ...(filter === null ? [] : paragraph(screen, { text: filter, indent: '' })),
    ...flow(screen, contextPieces(report)).map((line) => screen.style.faint(line)),
  ];
}

/** `only rows where channel = chat`; `null` for a report on all rows. */
export function filterText({ filter }: Report): string | null {
  return filter === undefined ? null : `only rows where ${filter}`;
}

/** Days, zone, what it is compared with, and the instant at which the data stops. */
export function contextPieces(report: Report): string[] {
  const { period, previous, timeZone, asOf } = report;
  const days = daysText(period, timeZone);
  const pieces = [
    days === null ? timeZone : `${days} (${timeZone})`,
    asOf === null ? null : `as of ${instantText(asOf, timeZone)}`,
    previous === null ? null : `compared with ${labelledDays(previous, timeZone)}`,
  ];
  return pieces.filter((piece) => piece !== null);
}

const INPUTS_SHOWN = 12;

export function inputLines(inputs: readonly ReportInput[], screen: Screen): string[] {
  const shown = inputs.slice(0, INPUTS_SHOWN);
  if (shown.length === 0) return [];
  const facts = shown.map((input) => screen.fit(inputText(input, screen.glyphs.dot), screen.width - 2));
  const widestPath = Math.max(...shown.map((input) => displayWidth(forTerminal(input.path))));
  const pathWidth = Math.min(widestPath, screen.width >> 1);
  const beside = pathWidth + 2 + Math.max(...facts.map(displayWidth)) <= screen.width;
  const lines = shown.flatMap((input, at) => {
    const fact = screen.style.faint(facts[at] ?? '');
    return beside ? [`${pad(screen.fit(input.path, pathWidth), pathWidth)}  ${fact}`] : [screen.fit(input.path, screen.width), `  ${fact}`];
  });
  const more = inputs.length - shown.length;
  return ['', ...lines, ...(more > 0 ? [screen.style.faint(`and ${more} more ${plural(more, 'file')}`)] : [])];
}

/** `zendesk-csv · 1,210 tickets, 1,190 used`. */
export function inputText({ preset, kind, rows, used }: ReportInput, dot: string): string {
  const noun = rows === 1 ? kind.replace(/s$/, '') : kind;
  return `${preset}${dot}${formatNumber(rows)} ${noun}, ${used === rows ? 'all' : formatNumber(used)} used`;
}
