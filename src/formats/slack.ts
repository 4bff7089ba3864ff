import { forTerminal } from '../lib/text/sanitize.ts';
import { displayWidth, pad, truncate } from '../lib/text/width.ts';
import type { CheckResult } from '../model/check.ts';
import type { KpiResult, Report } from '../model/report.ts';
import { changeText } from './change-text.ts';
import { checkSentence, passedText, placeText, summaryText, toTell } from './check-text.ts';
import type { Format } from './format.ts';
import { glyphsFor } from './glyphs.ts';
import { jsonText } from './json.ts';
import { daysText, noAnswerText, periodTitle } from './period-text.ts';
import { filterText } from './table-head.ts';
import { boundText, valueText } from './value-text.ts';
import { kpiName, plural } from './words.ts';

/** Slack cuts longer messages at 40,000 characters and asks for 4,000. */
const MOST_CHARACTERS = 3800;
const NAME_WIDTH = 32;
const GLYPHS = glyphsFor(true);

/** The payload of an incoming webhook: `curl -H 'Content-Type: application/json' --data-binary @- "$WEBHOOK_URL"`. Mattermost and Rocket.Chat take the same. */
export const slack: Format = {
  id: 'slack',
  title: "A chat message: the payload of Slack's, Mattermost's and Rocket.Chat's incoming webhooks",
  extensions: ['slack.json', 'slack'],
  render: (report, { compact }) => `${jsonText({ text: message(report) }, compact)}\n`,
};

function message(report: Report): string {
  const days = daysText(report.period, report.timeZone);
  const title = `*Happiness ${report.command}: ${escaped(periodTitle(report))}*${days === null || days === report.period.label ? '' : ` (${days})`}`;
  const body = report.checks === undefined ? kpiLines(report) : checkLines(report);
  const warnings = report.warnings.length;
  const filter = filterText(report);
  return fitted([
    title,
    ...(filter === null ? [] : [escaped(filter)]),
    ...body,
    ...(warnings === 0 ? [] : [`${warnings} ${plural(warnings, 'warning')} about the data`]),
  ]);
}

/** Whole lines while they fit; a code block is closed again. */
function fitted(lines: readonly string[]): string {
  let text = '';
  for (const [at, line] of lines.entries()) {
    const next = text === '' ? line : `${text}\n${line}`;
    if (next.length > MOST_CHARACTERS) return `${text}${open(text) ? '\n```' : ''}\n… and ${lines.length - at} more lines`;
    text = next;
  }
  return text;
}

function open(text: string): boolean {
  return (text.match(/^```$/gm) ?? []).length % 2 === 1;
}

function checkLines(report: Report): string[] {
  const told = toTell(report);
  return [
    `${report.passed === false ? ':x:' : ':white_check_mark:'} ${escaped(summaryText(report))}`,
    ...told.flatMap(oneCheck),
    ...(told.length === 0 ? [] : [escaped(passedText(report))]),
  ];
}

function oneCheck(check: CheckResult): string[] {
  const { verdict, evidence } = checkSentence(check);
  const place = check.place === null ? [] : [placeText(check.place)];
  const sign = check.outcome === 'failed' ? ':x:' : ':warning:';
  return [
    `${sign} \`${code(check.name)}\``,
    `        ${escaped(`${check.title}: ${verdict}`)}`,
    `        ${escaped([...evidence, ...place].join(' · '))}`,
  ];
}

/** An aligned block: proportional letters make no table. */
function kpiLines(report: Report): string[] {
  const kpis = report.kpis.filter((kpi) => kpi.value !== null);
  if (kpis.length === 0) return [escaped(noAnswerText(report))];
  const rows = kpis.map(row);
  const widths = [0, 1].map((column) => Math.max(...rows.map((cells) => displayWidth(cells[column] ?? ''))));
  return [
    '```',
    ...rows.map(([name = '', value = '', rest = '']) =>
      `${pad(name, widths[0] ?? 0)}  ${pad(value, widths[1] ?? 0, 'right')}  ${rest}`.trimEnd(),
    ),
    '```',
  ];
}

function row(kpi: KpiResult): string[] {
  const change = changeText(kpi, GLYPHS);
  const interval =
    kpi.value === null || kpi.interval === null ? '' : `${boundText(kpi, kpi.interval.low)} to ${boundText(kpi, kpi.interval.high)}`;
  const told = [
    `n ${kpi.n.toLocaleString('en-US')}`,
    interval,
    change === null ? '' : `${change.sign} ${change.amount} ${change.word}`.trim(),
  ];
  return [
    truncate(code(kpiName(kpi)), NAME_WIDTH),
    code(valueText(kpi, kpi.value ?? 0)),
    code(told.filter((text) => text !== '').join(', ')),
  ];
}

/** Slack's three; its formatting signs, and mentions such as @here, are parted by a sign of no width where they stand in text of the data. */
function escaped(text: string): string {
  return entities(forTerminal(text)).replace(/(?<=^|[\s(])[*_~`@#]|[*_~`](?=[\s).,]|$)/g, '\u200b$&\u200b');
}

/** Within code only a backquote acts. */
function code(text: string): string {
  return entities(forTerminal(text).replace(/`/g, 'ˋ'));
}

function entities(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
