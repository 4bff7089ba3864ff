import { forMarkdown } from '../../lib/text/sanitize.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Block, Document, DocumentRow } from './document.ts';

/** A document for an issue, a wiki or the catalogue in docs/; `level` is that of its title. */
export function renderAsMarkdown({ title, subtitle, sections }: Document, level = 2): string {
  const mark = '#'.repeat(level);
  const blocks = sections.flatMap((section) => [`${mark}# ${forMarkdown(section.heading)}`, ...section.blocks.map(block)]);
  return [`${mark} ${forMarkdown(title)}`, forMarkdown(subtitle), ...blocks].join('\n\n');
}

function block(given: Block): string {
  switch (given.kind) {
    case 'text':
      return forMarkdown(given.text);
    case 'code':
      return `\`${given.text.replace(/`/g, "'")}\``;
    case 'bullets':
      return given.items.map((item) => `- ${forMarkdown(item)}`).join('\n');
    case 'terms':
      return given.rows
        .map(([term, meaning]) => `- **${forMarkdown(term)}** – ${meaning.split('\n').map(markdownLine).join('\n').trimStart()}`)
        .join('\n');
    case 'columns':
      return markdownTable({
        head: given.columns.map(({ head }) => head),
        aligns: given.columns.map(({ align }) => align),
        rows: given.rows.map(cells),
      });
  }
}

/** A list within the list stays one. */
function markdownLine(line: string): string {
  return `  ${line.startsWith('- ') ? `- ${forMarkdown(line.slice(2))}` : forMarkdown(line)}`;
}

function cells({ cells: texts, depth = 0, strong }: DocumentRow): string[] {
  return texts.map((cell, at) => {
    const safe = forMarkdown(cell);
    const shown = strong === true && at < 2 && safe !== '' ? `**${safe}**` : safe;
    return at === 1 && depth > 0 ? `${'&nbsp;&nbsp;'.repeat(depth)}${shown}` : shown;
  });
}
