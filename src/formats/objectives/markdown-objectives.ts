import { forMarkdown } from '../../lib/text/sanitize.ts';
import type { Report } from '../../model/report.ts';
import { markdownTable } from '../markdown-table.ts';
import { actionText, horizonText, OBJECTIVES_NOTE, outcomeText, progressText, STATE_WORDS } from './objective-text.ts';

export function markdownObjectives({ objectives = [] }: Report): string[] {
  if (objectives.length === 0) return [];
  const rows = objectives.map((objective) => {
    const says = [actionText(objective), outcomeText(objective), horizonText(objective)].filter((text) => text !== null);
    return [
      forMarkdown(objective.name),
      forMarkdown(objective.owner ?? ''),
      STATE_WORDS[objective.state],
      forMarkdown(progressText(objective) ?? ''),
      says.map(forMarkdown).join('; '),
    ];
  });
  const table = markdownTable({
    head: ['Objective', 'Owner', 'State', 'Progress', 'If and then'],
    aligns: ['left', 'left', 'left', 'left', 'left'],
    rows,
  });
  return [`### Objectives\n\n${table}${objectives.some(({ action }) => action !== null) ? `\n\n${OBJECTIVES_NOTE}` : ''}`];
}
