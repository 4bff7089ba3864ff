import { forMarkdown } from '../lib/text/sanitize.ts';
import type { CheckResult } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { checkSentence, passedText, placeText, summaryText, toTell, unjudgedText, worstFirst } from './check-text.ts';
import { markdownTable } from './markdown-table.ts';

const WORDS = { failed: '❌ failed', warned: '⚠️ warning', passed: '✅ passed' } as const;

/** The verdicts as blocks: a summary, a row for each that somebody must look at, one line for the others. */
export function markdownChecks(report: Report, { all = false }: { readonly all?: boolean } = {}): string[] {
  const told = all ? worstFirst(report.checks ?? []) : toTell(report);
  const unjudged = unjudgedText(report);
  return [
    `**${report.passed === false ? '❌' : '✅'} ${forMarkdown(summaryText(report))}**`,
    ...(told.length === 0
      ? []
      : [
          markdownTable({
            head: ['', 'Check', 'Verdict', 'Rests on', 'Where'],
            aligns: ['left', 'left', 'left', 'left', 'left'],
            rows: told.map(row),
          }),
        ]),
    ...(told.length === 0 || all ? [] : [`${forMarkdown(passedText(report))}.`]),
    ...(unjudged === null ? [] : [`${forMarkdown(unjudged)}.`]),
  ];
}

function row(check: CheckResult): string[] {
  const { verdict, evidence } = checkSentence(check);
  return [
    WORDS[check.outcome],
    forMarkdown(check.name),
    forMarkdown(`${check.title}: ${verdict}`),
    forMarkdown(evidence.join(', ')),
    check.place === null ? '' : forMarkdown(placeText(check.place)),
  ];
}
