import { column } from '../../model/dataset.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, codesWhere, rowsOf } from './columns.ts';

/** What tickets report, by their type and tags. */
export interface Reports {
  readonly bug: Uint8Array;
  readonly suggestion: Uint8Array;
  /** False where no type and no tag in the whole data names either: then nothing can be said, not even "none". */
  readonly told: boolean;
}

const BUG = /^(bugs?|bug[ _-]?reports?|defects?|software[ _-]?(bug|defect)|fehler|incid(ent|encia)s?|errors?)$/;
const SUGGESTION = /^(suggestions?|feature[ _-]?requests?|features?|ideas?|enhancements?|improvements?|feedback)$/;

export function reports(context: KpiContext): Reports {
  return context.memo('reports', () => {
    const bug = marked(context, (text) => BUG.test(text));
    const suggestion = marked(context, (text) => SUGGESTION.test(text));
    return { bug: bug.rows, suggestion: suggestion.rows, told: bug.told || suggestion.told };
  });
}

function marked(context: KpiContext, passes: (text: string) => boolean): { rows: Uint8Array; told: boolean } {
  const { rows } = rowsOf(context, 'tickets');
  const types = codes(context, 'tickets', 'type');
  const tags = column(context.dataset.tables.tickets, 'tags', 'codes');
  const byType = codesWhere(types, passes);
  const byTag = new Set<number>();
  tags?.values.forEach((text, code) => {
    if (code > 0 && passes(text.toLowerCase())) byTag.add(code);
  });
  const found = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (types && byType.has(types.codes[row]!)) found[row] = 1;
    for (let at = tags?.offsets[row] ?? 0; at < (tags?.offsets[row + 1] ?? 0); at++) if (byTag.has(tags!.codes[at]!)) found[row] = 1;
  }
  return { rows: found, told: byType.size + byTag.size > 0 };
}
