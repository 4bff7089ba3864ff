import type { KpiContext } from '../kpis/define-kpi.ts';
import type { Measure } from '../kpis/measure.ts';
import type { KpiResult } from '../model/report.ts';
import { daysOfCohort, evaluate, withoutValue } from './evaluate.ts';
import { equalFollowUp, type Followed } from './follow-up.ts';
import type { MaskOf } from './masks.ts';
import { missingColumns } from './needs.ts';
import type { KpiRequest } from './question.ts';
import { passing, selectRows } from './select.ts';
import type { TimeFrame } from './time-frame.ts';

/** One measure of a KPI with its rows picked: what the whole report and every group of it are computed from. */
export interface Prepared {
  /** Place of its KPI among those that were asked for. */
  readonly place: number;
  readonly request: KpiRequest;
  readonly measure: Measure;
  readonly now: Int32Array;
  readonly before: Int32Array | null;
  /** See `Cell`. */
  readonly cohortDays: number;
  readonly followed: Followed | null;
}

export interface Answer {
  readonly results: readonly KpiResult[];
  /** The measures behind the results; none where the KPI cannot be computed. */
  readonly prepared: readonly Prepared[];
}

interface AnswerOptions {
  readonly place: number;
  readonly request: KpiRequest;
  readonly context: KpiContext;
  /** The product whose definition it is. */
  readonly variant: string | null;
  readonly frame: TimeFrame;
  readonly masks: MaskOf;
}

/** One KPI over the period, the period before and the series: an entry for each of its measures that has a value. */
export function answerKpi({ place, request, context, variant, frame, masks }: AnswerOptions): Answer {
  const { kpi } = request;
  const missing = missingColumns(kpi, context.dataset);
  if (missing.length > 0) return { results: [withoutValue(kpi, 'missing-column', missing)], prepared: [] };
  const prepared: Prepared[] = [];
  const results: KpiResult[] = [];
  for (const measure of kpi.measures(context).map((some) => withVariant(some, variant))) {
    const mask = masks(measure.population);
    if (mask === 'unknown') return { results: [withoutValue(kpi, 'missing-column', masks.fields)], prepared: [] };
    const period = frame.periodOf(measure);
    if (period === null) return { results: [withoutValue(kpi, 'window-not-elapsed', [])], prepared: [] };
    const now = selectRows(measure, period, mask);
    const before = frame.previous ? selectRows(measure, frame.previous, mask) : null;
    const cohortDays = daysOfCohort(measure, now, frame);
    const narrow = mask ? (rows: Int32Array): Int32Array => passing(rows, mask) : null;
    const followed = equalFollowUp({ measure, frame, asOf: context.asOf });
    prepared.push({ place, request, measure, now, before, cohortDays, followed });
    results.push(
      evaluate({ kpi, measure, frame, cell: { now, before, cohortDays, narrow, narrowBase: null }, withSeries: true, followed }),
    );
  }
  const answer = withValuesFirst({ request, prepared, results });
  // Where the data does not reach there are no groups either.
  return frame.isBeyond(frame.period) ? { ...answer, prepared: [] } : answer;
}

function withVariant(measure: Measure, variant: string | null): Measure {
  return variant === null ? measure : { ...measure, variant: [measure.variant, variant].filter((text) => text !== null).join(', ') };
}

/** One entry for every clock that has a value; one empty entry only when none has. */
function withValuesFirst({
  request,
  prepared,
  results,
}: {
  request: KpiRequest;
  prepared: readonly Prepared[];
  results: readonly KpiResult[];
}): Answer {
  const kept = results.flatMap((result, index) => (result.value !== null || (result.parts?.length ?? 0) > 0 ? [index] : []));
  if (results.length === 0) return { results: [withoutValue(request.kpi, 'no-data', [])], prepared };
  const shown = kept.length > 0 ? kept : [0];
  return { results: shown.map((index) => results[index]!), prepared: shown.map((index) => prepared[index]!) };
}
