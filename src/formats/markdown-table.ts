import type { Align } from './grid.ts';

export interface MarkdownTable {
  /** Cells are Markdown already: what comes from the data has been escaped. */
  readonly head: readonly string[];
  readonly aligns: readonly Align[];
  readonly rows: readonly (readonly string[])[];
}

/** A GFM table. Every row has as many cells as the head. */
export function markdownTable({ head, aligns, rows }: MarkdownTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(aligns.map((align) => (align === 'right' ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** A heading with a list below it; nothing without entries. */
export function bullets(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `### ${title}\n\n${entries.map((entry) => `- ${entry}`).join('\n')}`;
}
