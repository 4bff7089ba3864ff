import { combineRows } from '../../lib/judge-rows.ts';
import type { KpiContext } from '../define-kpi.ts';
import { chosen } from '../options/option-values.ts';
import { BOTS, OUTBOUND } from '../options/response-options.ts';
import { times } from './columns.ts';
import { firstResponse, type FirstResponse } from './first-response.ts';
import { resolution } from './resolution.ts';

/** What became of every request for a first answer, by ticket row; under the options of the KPI that asks. */
export interface Answering extends FirstResponse {
  /** Asked, not answered, not solved. */
  readonly waiting: Uint8Array;
  readonly solvedWithoutReply: Uint8Array;
  /** When the answer of a clock's duration was given, epoch ms: from the stamps, else by its own length. */
  readonly answeredAt: (seconds: Float64Array) => Float64Array;
}

export function answering(context: KpiContext): Answering {
  const outbound = chosen(context, OUTBOUND);
  const withBots = chosen(context, BOTS) === 'include';
  return context.memo(`answering ${outbound} ${withBots}`, () => {
    const response = firstResponse(context, { outbound, withBots });
    const { asked, answered, respondedAt } = response;
    const { solved } = resolution(context);
    const createdAt = times(context, 'tickets', 'createdAt');
    const unanswered = combineRows(asked, answered, (is, done) => (is === 1 && done === 0 ? 1 : 0));
    return {
      ...response,
      waiting: combineRows(unanswered, solved, (is, done) => (is === 1 && done !== 1 ? 1 : 0)),
      solvedWithoutReply: combineRows(unanswered, solved, (is, done) => (is === 1 && done === 1 ? 1 : 0)),
      answeredAt: (seconds) => {
        const found = respondedAt.slice();
        for (let row = 0; row < found.length; row++) if (Number.isNaN(found[row]!)) found[row] = createdAt[row]! + seconds[row]! * 1000;
        return found;
      },
    };
  });
}

/** What of it was so at an instant of each row (epoch ms): an answer or a solution that came later had not happened. Undated ones always had. */
export function answeringBy(
  context: KpiContext,
  { answered, respondedAt }: Answering,
  until: Float64Array,
): { readonly answered: Uint8Array; readonly solved: Uint8Array } {
  const { solved, firstSolvedAt } = resolution(context);
  return { answered: unlessLater(answered, respondedAt, until), solved: unlessLater(solved, firstSolvedAt, until) };
}

function unlessLater(done: Uint8Array, at: Float64Array, until: Float64Array): Uint8Array {
  const found = done.slice();
  for (let row = 0; row < found.length; row++) if (at[row]! > until[row]!) found[row] = 0;
  return found;
}
