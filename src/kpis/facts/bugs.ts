import type { KpiContext } from '../define-kpi.ts';
import { ticketsMarked } from './marked-tickets.ts';

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
  return context.lately('reports', () => {
    const bug = ticketsMarked(context, (text) => BUG.test(text));
    const suggestion = ticketsMarked(context, (text) => SUGGESTION.test(text));
    const none = new Uint8Array(bug && suggestion ? 0 : context.dataset.tables.tickets.rows);
    return { bug: bug ?? none, suggestion: suggestion ?? none, told: bug !== undefined || suggestion !== undefined };
  });
}
