import { hasAnswer } from '../model/has-answer.ts';
import { forMarkdown, forTerminal } from '../lib/text/sanitize.ts';
import type { CheckResult } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { checkSentence, passedText, summaryText, toTell } from './check-text.ts';
import type { Format } from './format.ts';
import { markdownChecks } from './markdown-checks.ts';
import { markdownKpis } from './markdown-kpis.ts';
import { periodTitle } from './period-text.ts';
import { filterText } from './table-head.ts';

/** GitHub shows that many annotations of a kind a step, and drops the others without a word. */
const SHOWN = 10;

/**
 * Workflow commands for GitHub Actions: an annotation for each missed check, worst first, on the line of its rule. On standard output of a
 * step the command line also appends `jobSummary` to the step's summary.
 */
export const github: Format = {
  id: 'github',
  title: 'GitHub Actions: annotations on standard output, and the job summary',
  extensions: ['github'],
  needsChecks: true,
  render: (report) => {
    const told = toTell(report);
    const lines = [
      ...annotations(
        'error',
        told.filter(({ outcome }) => outcome === 'failed'),
      ),
      ...annotations(
        'warning',
        told.filter(({ outcome }) => outcome === 'warned'),
      ),
      forTerminal(`happiness check, ${report.period.label}: ${summaryText(report)}, ${passedText(report)}`),
    ];
    return `${lines.join('\n')}\n`;
  },
  jobSummary: (report, room) => withinRoom(summaryBlocks(report), room),
};

function annotations(kind: 'error' | 'warning', checks: readonly CheckResult[]): string[] {
  const more = checks.length - SHOWN;
  return checks.slice(0, SHOWN).map((check, at) => {
    const { verdict, evidence } = checkSentence(check);
    const rest = at === SHOWN - 1 && more > 0 ? ` (and ${more} more: see the log and the job summary)` : '';
    const { place } = check;
    const where =
      place === null || place.line === null
        ? {}
        : { file: place.file, line: String(place.line), ...(place.column === null ? {} : { col: String(place.column) }) };
    const properties = Object.entries({ ...where, title: check.name }).map(([name, value]) => `${name}=${property(value)}`);
    return `::${kind} ${properties.join(',')}::${data(`${check.title}: ${verdict}; ${evidence.join(', ')}${rest}`)}`;
  });
}

/** `%` and line breaks: GitHub would decode what the data has written as a command of its own. */
function data(text: string): string {
  return forTerminal(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function summaryBlocks(report: Report): string[] {
  const kpis = report.kpis.filter(hasAnswer);
  const filter = filterText(report);
  const all = (report.checks ?? []).length === 0 ? [] : [details('All checks', markdownChecks(report, { all: true }).slice(1))];
  return [
    `### Happiness check: ${forMarkdown(periodTitle(report))}`,
    ...(filter === null ? [] : [`**${forMarkdown(filter)}**`]),
    ...markdownChecks(report),
    ...all,
    ...(kpis.length === 0 ? [] : [details('KPIs', [markdownKpis(report, kpis)])]),
  ];
}

function details(title: string, blocks: readonly string[]): string {
  return [`<details><summary>${title}</summary>`, ...blocks, '</details>'].join('\n\n');
}

const CUT = '\n\nCut here: a job summary must not be larger than 1 MiB.\n';

/** GitHub refuses a summary that is too large as a whole: whole sections while they fit, of the first that does not the lines that do; never half a row. */
function withinRoom(blocks: readonly string[], room: number): string {
  const text = `${blocks.join('\n\n')}\n`;
  if (bytes(text) <= room) return text;
  let kept = '';
  for (const block of blocks) {
    const left = room - bytes(kept) - bytes(CUT) - 2;
    if (bytes(block) <= left) {
      kept += kept === '' ? block : `\n\n${block}`;
      continue;
    }
    const lines = block.startsWith('<details>') ? [] : linesWithin(block, left);
    if (lines.length > 2) kept += `${kept === '' ? '' : '\n\n'}${lines.join('\n')}`;
    break;
  }
  return room < bytes(CUT) ? '' : `${kept}${CUT}`;
}

function linesWithin(block: string, left: number): string[] {
  const lines: string[] = [];
  let used = 0;
  for (const line of block.split('\n')) {
    used += bytes(line) + 1;
    if (used > left) break;
    lines.push(line);
  }
  return lines;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
