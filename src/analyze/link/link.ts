import { customerVector } from '../../kpis/customer-vector.ts';
import { MIN_COMPARED } from '../../kpis/statistics/evidence.ts';
import { firstTraces } from '../../kpis/facts/customers/first-traces.ts';
import { newcombeDifference } from '../../lib/stats/newcombe.ts';
import { DAY_MS } from '../../lib/time/civil.ts';
import type { KpiContext } from '../../kpis/define-kpi.ts';
import type { LinkComparison, LinkOutcome, LinkReport, LinkShare } from '../../model/link-report.ts';
import { rowMask } from '../../segments/conditions/row-mask.ts';
import { contextFor } from '../context.ts';
import { factDimensions } from '../fact-dimensions.ts';
import type { Evidence, Question } from '../question.ts';
import { timeFrame } from '../time-frame.ts';
import { SharedFacts } from '../shared-facts.ts';
import { answeredInTime, firstContact, neverWrote, NOBODY, rated, type Exposure } from './exposures.ts';
import { outcomesOf, type Outcome } from './outcomes.ts';

/** Long enough to leave or to upgrade, short enough to learn from last quarter. */
export const FOLLOW_UP_DAYS = 60;

/**
 * Compares customers by the support they had in the period with what became of them in the same time afterwards. Support comes first, outcomes only
 * after it; everyone is followed equally long, and who cannot have been yet is pending. Who had left by then is in no group.
 */
export function linkSupport(evidence: Evidence, question: Question, followUpDays: number = FOLLOW_UP_DAYS): LinkReport {
  const frame = timeFrame(evidence, question);
  const plain = { dataset: evidence.dataset, timeZone: question.timeZone, asOf: evidence.asOf };
  const about = {
    evidence,
    question: { ...question, by: [] },
    dimensions: plain,
    reached: frame.reached,
    shared: new SharedFacts(),
  };
  const context = contextFor({ kpi: customerVector, options: {} }, about);
  const dimensions = factDimensions(about);
  const masks =
    question.where === null
      ? { tickets: null, customers: null }
      : { tickets: rowMask(question.where, dimensions, 'tickets'), customers: rowMask(question.where, dimensions, 'customers') };
  const window = { period: frame.period, tickets: masks.tickets };
  const followUp = followUpDays * DAY_MS;
  const landmark = Number.isFinite(frame.period.end) ? frame.period.end : frame.reached - followUp;
  const exposures = [
    answeredInTime(context, window),
    firstContact(context, window),
    rated(context, window),
    // A condition that speaks of tickets only says nothing of who has none.
    ...(question.where === null || masks.customers !== null ? [only(neverWrote(context, window, landmark), masks.customers)] : []),
  ];
  const outcomes = outcomesOf(context);
  return {
    period: frame.describe(frame.period),
    followUpDays,
    comparisons: exposures.map((exposure) => compare(exposure, outcomes, { context, followUp, reached: frame.reached })),
  };
}

function only(exposure: Exposure, mask: Uint8Array | null): Exposure {
  return mask === null
    ? exposure
    : { ...exposure, group: exposure.group.map((group, person) => ((mask[person] ?? 0) === 1 ? group : NOBODY)) };
}

interface Following {
  readonly context: KpiContext;
  readonly followUp: number;
  readonly reached: number;
}

function compare(exposure: Exposure, outcomes: readonly Outcome[], following: Following): LinkComparison {
  const { id, title, since, groups, missing } = exposure;
  return {
    id,
    title,
    since,
    groups,
    missing,
    outcomes: missing.length > 0 ? [] : outcomes.map((outcome) => comparedBy(exposure, outcome, following)),
  };
}

function comparedBy({ group, from }: Exposure, outcome: Outcome, { context, followUp, reached }: Following): LinkOutcome {
  const tally = [0, 1].map(() => ({ hits: 0, of: 0, pending: 0 }));
  const since = firstTraces(context);
  for (let person = 0; person < group.length; person++) {
    const own = tally[group[person]!];
    const start = from[person]!;
    if (own === undefined || !(since[person]! <= start) || !outcome.eligible(person, start)) continue;
    if (start + followUp > reached) own.pending++;
    else {
      own.of++;
      if (outcome.happened(person, start, start + followUp)) own.hits++;
    }
  }
  const [first, second] = tally.map((share): LinkShare => ({ ...share, rate: share.of === 0 ? null : share.hits / share.of })) as [
    LinkShare,
    LinkShare,
  ];
  const both = first.of > 0 && second.of > 0;
  const difference = both ? newcombeDifference(first, second) : null;
  return {
    id: outcome.id,
    groups: [first, second],
    difference: difference === null ? null : { value: difference.difference, low: difference.low, high: difference.high },
    verdict:
      difference === null
        ? null
        : Math.min(first.of, second.of) < MIN_COMPARED
          ? 'too-few'
          : difference.low > 0 || difference.high < 0
            ? 'moved-together'
            : 'no-clear-link',
  };
}
