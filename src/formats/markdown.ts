import { hasAnswer } from '../model/has-answer.ts';
import { formatNumber } from '../lib/text/format-number.ts';
import { forMarkdown } from '../lib/text/sanitize.ts';
import type { Report } from '../model/report.ts';
import type { Format } from './format.ts';
import { glyphsFor } from './glyphs.ts';
import { markdownLink } from './link/markdown-link.ts';
import { markdownKpis } from './markdown-kpis.ts';
import { markdownChecks } from './markdown-checks.ts';
import { markdownBreakdown, markdownSeries } from './markdown-matrix.ts';
import { markdownDistributions, markdownHeatmaps } from './markdown-shapes.ts';
import { markdownObjectives } from './objectives/markdown-objectives.ts';
import { renderSegmentMarkdown } from './segments/render-markdown.ts';
import { bullets } from './markdown-table.ts';
import { notComputed } from './not-computed.ts';
import { noAnswerText, periodTitle } from './period-text.ts';
import { contextPieces, filterText, inputText } from './table-head.ts';
import { warningText } from './table-notes.ts';
import { HOW_TO_USE, unusedColumns } from './unused-columns.ts';
import { leftOut, legendFor } from './words.ts';

const SAME = glyphsFor(true).same;

/** To be pasted into an issue, a pull request, a wiki or a chat. */
export const markdown: Format = {
  id: 'markdown',
  title: 'Markdown tables for an issue, a wiki or a chat',
  extensions: ['md', 'markdown'],
  render: (report, { dist = false, verbose }) => {
    if (report.segments !== undefined) return renderSegmentMarkdown(report);
    const blocks =
      report.checks !== undefined
        ? [head(report), ...markdownChecks(report), ...warningBlocks(report)]
        : [
            head(report),
            ...kpiBlocks(report),
            ...(dist ? markdownDistributions(report.kpis) : []),
            ...markdownSeries(report),
            ...report.breakdowns.flatMap(markdownBreakdown),
            ...markdownHeatmaps(report),
            ...markdownLink(report),
            ...markdownObjectives(report),
            ...noteBlocks(report, verbose),
          ];
    return `${blocks.join('\n\n')}\n`;
  },
};

function head(report: Report): string {
  const sources = report.inputs.map((input) => `${forMarkdown(input.path)} (${forMarkdown(inputText(input, ', '))})`);
  const filter = filterText(report);
  const lines = [
    `## Happiness ${report.command}: ${forMarkdown(periodTitle(report))}`,
    ...(filter === null ? [] : [`**${forMarkdown(filter)}**`]),
    contextPieces(report).map(forMarkdown).join(' · '),
  ];
  return [...lines, ...(sources.length === 0 ? [] : [`Sources: ${sources.join('; ')}`])].join('\n\n');
}

function kpiBlocks(report: Report): string[] {
  const kpis = report.kpis.filter(hasAnswer);
  if (kpis.length === 0) return [forMarkdown(noAnswerText(report))];
  const blocks = [...new Set(kpis.map((kpi) => kpi.section))].map((section) => {
    const ours = kpis.filter((kpi) => kpi.section === section);
    return `### ${section}\n\n${markdownKpis(report, ours)}`;
  });
  const legend = legendFor(blocks.join('\n'), SAME);
  return legend.length === 0 ? blocks : [...blocks, `${legend.join('. ')}.`];
}

function noteBlocks(report: Report, verbose: boolean): string[] {
  const unused = unusedColumns(report);
  const blocks = [
    bullets(
      'Not computed',
      notComputed(report, { all: verbose }).map(({ why, kpis }) => `${forMarkdown(why)}: ${forMarkdown(kpis)}`),
    ),
    bullets(
      'Columns not used',
      unused === null ? [] : [...unused.files, ...(unused.pattern === null ? [] : [`${HOW_TO_USE} ${unused.pattern}`])].map(forMarkdown),
    ),
    bullets(
      'Rows left out',
      leftOut(report).map(({ count, what }) => `${formatNumber(count)} ${forMarkdown(what)}`),
    ),
    ...warningBlocks(report),
  ];
  return blocks.filter((block) => block !== '');
}

function warningBlocks(report: Report): string[] {
  const texts = report.warnings.map((warning) => forMarkdown(warningText(warning)));
  return texts.length === 0 ? [] : [bullets('Warnings', texts)];
}
