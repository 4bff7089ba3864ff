import { customerVector } from '../kpis/customer-vector.ts';
import type { KpiContext } from '../kpis/define-kpi.ts';
import { neutralToPositiveRate } from '../kpis/neutral-to-positive-rate.ts';
import { winBackRate } from '../kpis/win-back-rate.ts';
import { addMonths } from '../lib/time/add-months.ts';
import { suggest } from '../lib/text/suggest.ts';
import { FORMER, PRESENT, WIN_BACK_MONTHS } from '../model/customer-facts.ts';
import type { Report } from '../model/report.ts';
import type { Segmentation } from '../model/segment-report.ts';
import { UserError } from '../model/user-error.ts';
import { rowMask, fieldsOf } from '../segments/conditions/row-mask.ts';
import { analyze } from './analyze.ts';
import { contextFor } from './context.ts';
import { customersInVectors, customerView, type CustomersInVectors } from './customer-view.ts';
import type { Evidence, Question } from './question.ts';
import { membersOf } from './segment-members.ts';
import { transitions } from './segment-moves.ts';
import { segmentResults, type Segmented } from './segment-results.ts';
import { isoOrNull, timeFrame } from './time-frame.ts';
import { SharedFacts } from './shared-facts.ts';

export interface SegmentQuestion {
  /** A vector or a segment of the config whose customers are listed; `null` = nobody by name. */
  readonly list: string | null;
  /** Customers who are known by an e-mail address only are listed by it. */
  readonly emails: boolean;
  /** Only so many of the list. */
  readonly top: number | null;
  /** What stands for an id; `null` = the id itself. */
  readonly pseudonym: ((id: string) => string) | null;
}

/** Customers by vector and by the config's segments when the period ends, how they moved since it began, and on request who they are. */
export function analyzeSegments(evidence: Evidence, question: Question, asked: SegmentQuestion): Report {
  // Whoever asks for segments has them of any data that names customers; a report of tickets alone is spared the work.
  const kpis = [customerVector, winBackRate, neutralToPositiveRate].map((kpi) => ({ kpi: { ...kpi, needs: [[]] }, options: {} }));
  const report = analyze(evidence, { ...question, kpis, by: [] });
  const { reached } = timeFrame(evidence, question);
  const dimensions = { dataset: evidence.dataset, timeZone: question.timeZone, asOf: evidence.asOf };
  const context = contextFor({ kpi: customerVector, options: {} }, { evidence, question, dimensions, reached, shared: new SharedFacts() });
  const at = Math.min(question.period?.end ?? Number.POSITIVE_INFINITY, evidence.asOf + 1);
  const start = question.period?.start ?? addMonths(reached, -WIN_BACK_MONTHS, question.timeZone);
  const now = customersInVectors(context, Number.isNaN(at) ? Number.POSITIVE_INFINITY : at);
  const chosen = chosenRows(context, question, now);
  const segments = segmentResults(context, now, chosen.rows);
  const listed = listOf(context, now, { asked, segments });
  const segmentation: Segmentation = {
    at: isoOrNull(at) ?? '',
    customers: chosen.rows.length,
    former: now.presence.reduce((sum, presence) => sum + (presence === FORMER ? 1 : 0), 0),
    filtered: chosen.filtered,
    listed: listed === null ? null : { key: listed.key, hidden: listed.hidden, pseudonyms: asked.pseudonym !== null },
  };
  return {
    ...report,
    command: 'segment',
    segmentation,
    segments: segments.map(({ result }) =>
      result.key === listed?.key ? { ...result, ids: listed.members.map(({ id }) => id), members: listed.members } : result,
    ),
    transitions: Number.isFinite(start) && start < at ? transitions(context, { start, now, mask: chosen.mask }) : null,
  };
}

interface Chosen {
  readonly rows: readonly number[];
  readonly filtered: number;
  /** Who passes the condition (1); `null` without one. */
  readonly mask: Uint8Array | null;
}

/** Who is there and passes `--where`. */
function chosenRows(context: KpiContext, { where }: Question, now: CustomersInVectors): Chosen {
  const view = { ...now.view, dataset: customerView(context, now.at) };
  const mask = where === null ? null : rowMask(where, view, 'customers');
  if (where !== null && mask === null) {
    throw new UserError('bad-condition', `customers of this data have no ${fieldsOf(where).join(', ')}`, {
      hint: 'segment looks at customers: plan = pro, tickets >= 3, lastRating = bad',
    });
  }
  const present = Array.from(now.presence.keys()).filter((row) => now.presence[row] === PRESENT);
  const rows = mask === null ? present : present.filter((row) => mask[row] === 1);
  return { rows, filtered: present.length - rows.length, mask };
}

interface ListOptions {
  readonly asked: SegmentQuestion;
  readonly segments: readonly Segmented[];
}

function listOf(
  context: KpiContext,
  now: CustomersInVectors,
  { asked, segments }: ListOptions,
): (ReturnType<typeof membersOf> & { readonly key: string }) | null {
  if (asked.list === null) return null;
  const found = findSegment(asked.list, segments);
  const { members, hidden } = membersOf(context, now, { rows: found.rows, emails: asked.emails || asked.pseudonym !== null });
  const shown = asked.top === null ? members : members.slice(0, asked.top);
  const { pseudonym } = asked;
  return {
    key: found.result.key,
    hidden,
    members: pseudonym === null ? shown : shown.map((member) => ({ ...member, id: pseudonym(member.id) })),
  };
}

function findSegment(name: string, segments: readonly Segmented[]): Segmented {
  const found =
    segments.find(({ result }) => result.key === name) ?? segments.find(({ result }) => result.key.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const keys = segments.map(({ result }) => result.key);
  const meant = suggest(name, keys);
  throw new UserError('unknown-segment', `there is no segment ${JSON.stringify(name)}`, {
    hint: `${meant === undefined ? '' : `did you mean ${meant}?   `}there are ${keys.join(', ')}; the config can add others (segments)`,
  });
}
