import { formatNumber, formatRatio } from '../../lib/text/format-number.ts';
import { forMarkdown } from '../../lib/text/sanitize.ts';
import type { Report } from '../../model/report.ts';
import type { SegmentMember, SegmentResult } from '../../model/segment-report.ts';
import { bullets, markdownTable } from '../markdown-table.ts';
import { instantText, periodTitle } from '../period-text.ts';
import { warningText } from '../table-notes.ts';
import { factsText } from './facts-text.ts';
import { movesOf } from './moves.ts';
import { populationPieces, rateLine } from './segment-text.ts';

/** For a wiki or an issue: the mix with its rules, the moves, the segments of the config and, with `--list`, the customers to act on. */
export function renderSegmentMarkdown(report: Report): string {
  const listed = (report.segments ?? []).find(({ members }) => members !== undefined);
  const rates = report.kpis.filter(({ id }) => id !== 'customer-vector').map((kpi) => forMarkdown(rateLine(kpi, report)));
  const blocks = [
    `## Customer segments: ${forMarkdown(periodTitle(report))}`,
    populationPieces(report).map(forMarkdown).join(' · '),
    ...(listed === undefined ? summary(report) : [memberTable(listed)]),
    ...(listed === undefined ? rates : []),
    bullets(
      'Warnings',
      report.warnings.map((warning) => forMarkdown(warningText(warning))),
    ),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function summary(report: Report): string[] {
  return [segmentTable(report, 'vector'), moves(report), segmentTable(report, 'segment')];
}

function segmentTable(report: Report, kind: SegmentResult['kind']): string {
  const segments = (report.segments ?? []).filter((segment) => segment.kind === kind);
  if (segments.length === 0) return '';
  const rows = segments.map(({ key, customers, share, rule, rules, missing }) => [
    forMarkdown(key),
    customers === null ? '–' : formatNumber(customers),
    share === null ? '–' : formatRatio(share),
    missing.length > 0
      ? forMarkdown(`${rule} (the data has no ${missing.join(', ')})`)
      : rules.length === 0
        ? forMarkdown(rule)
        : rules.map((one) => `${forMarkdown(one.rule)}: ${formatNumber(one.customers)}`).join('; '),
  ]);
  const title = kind === 'vector' ? '### Where customers are heading' : '### Segments of the config';
  return `${title}\n\n${markdownTable({ head: [kind === 'vector' ? 'Vector' : 'Segment', 'Customers', 'Share', kind === 'vector' ? 'Why' : 'Rule'], aligns: ['left', 'right', 'right', 'left'], rows })}`;
}

function moves({ transitions, timeZone }: Report): string {
  if (transitions === null || transitions === undefined || transitions.cells.length === 0) return '';
  const { from, to, count } = movesOf(transitions);
  const rows = from.map((row) => [row === 'new' ? 'new since then' : row, ...to.map((column) => formatNumber(count(row, column)))]);
  return `### Since ${instantText(transitions.from, timeZone).slice(0, 10)}\n\n${markdownTable({ head: ['Then', ...to], aligns: ['left', ...to.map(() => 'right' as const)], rows })}`;
}

function memberTable({ key, members = [] }: SegmentResult): string {
  const rows = members.map((member: SegmentMember) => [
    forMarkdown(member.id),
    forMarkdown(member.vector),
    forMarkdown(member.rule),
    forMarkdown(factsText(member)),
    member.plan === null ? '' : forMarkdown(member.plan),
    member.mrr === null ? '' : formatNumber(member.mrr),
  ]);
  return `### ${forMarkdown(key)}\n\n${markdownTable({ head: ['Customer', 'Vector', 'Rule', 'Facts', 'Plan', 'MRR'], aligns: ['left', 'left', 'left', 'left', 'left', 'right'], rows })}`;
}
