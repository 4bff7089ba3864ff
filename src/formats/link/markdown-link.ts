import { forMarkdown } from '../../lib/text/sanitize.ts';
import type { LinkComparison } from '../../model/link-report.ts';
import type { Report } from '../../model/report.ts';
import { markdownTable } from '../markdown-table.ts';
import { differenceText, LINK_VERDICTS, linkNotes, shareText } from './link-text.ts';

export function markdownLink({ link }: Report): string[] {
  if (link === undefined) return [];
  const tables = link.comparisons.filter(({ outcomes }) => outcomes.length > 0).map(comparisonTable);
  return [
    [
      '### Support and what became of customers',
      ...tables,
      linkNotes(link)
        .map((note) => forMarkdown(note))
        .join(' '),
    ].join('\n\n'),
  ];
}

function comparisonTable({ title, since, groups, outcomes }: LinkComparison): string {
  const rows = outcomes.map((outcome) => [
    outcome.id,
    ...outcome.groups.map((share) => shareText(share) ?? '–'),
    differenceText(outcome) ?? '–',
    outcome.verdict === null ? '' : LINK_VERDICTS[outcome.verdict],
  ]);
  return `**${forMarkdown(title)}** (${forMarkdown(since)})\n\n${markdownTable({ head: ['', ...groups.map(forMarkdown), 'Difference', ''], aligns: ['left', 'right', 'right', 'right', 'left'], rows })}`;
}
