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
  const response = firstResponse(context, { outbound: chosen(context, OUTBOUND), withBots: chosen(context, BOTS) === 'include' });
  const { asked, answered, respondedAt } = response;
  const { solved } = resolution(context);
  const createdAt = times(context, 'tickets', 'createdAt');
  const unanswered = (isSolved: number) => (wanted: number, row: number) =>
    wanted === 1 && answered[row] === 0 && solved[row] === isSolved ? 1 : 0;
  return {
    ...response,
    waiting: asked.map(unanswered(0)),
    solvedWithoutReply: asked.map(unanswered(1)),
    answeredAt: (seconds) => respondedAt.map((at, row) => (Number.isNaN(at) ? createdAt[row]! + seconds[row]! * 1000 : at)),
  };
}

/** What of it was so at an instant of each row (epoch ms): an answer or a solution that came later had not happened. Undated ones always had. */
export function answeringBy(
  context: KpiContext,
  { answered, respondedAt }: Answering,
  until: Float64Array,
): { readonly answered: Uint8Array; readonly solved: Uint8Array } {
  const { solved, firstSolvedAt } = resolution(context);
  return {
    answered: answered.map((done, row) => (respondedAt[row]! > until[row]! ? 0 : done)),
    solved: solved.map((done, row) => (firstSolvedAt[row]! > until[row]! ? 0 : done)),
  };
}
