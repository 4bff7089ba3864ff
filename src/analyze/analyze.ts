import type { KpiContext } from '../kpis/define-kpi.ts';
import type { Measure } from '../kpis/measure.ts';
import type { KpiResult, Report } from '../model/report.ts';
import { printCondition } from '../segments/conditions/condition.ts';
import { valuesThereAre } from '../segments/conditions/known-values.ts';
import type { DimensionContext } from '../segments/dimension.ts';
import { groupRows, parseBy } from '../segments/group-rows.ts';
import { breakdown } from './breakdown.ts';
import { contextFor, productVariant, type ContextOptions } from './context.ts';
import { daysOfCohort, evaluate, withoutValue } from './evaluate.ts';
import { equalFollowUp, type Followed } from './follow-up.ts';
import { factDimensions } from './fact-dimensions.ts';
import { heatmaps } from './heatmap.ts';
import { conditionMasks, type MaskOf } from './masks.ts';
import { missingColumns } from './needs.ts';
import type { Evidence, KpiRequest, Question } from './question.ts';
import { qualityWarnings } from './quality.ts';
import { selectRows } from './select.ts';
import { isoOrNull, timeFrame, type TimeFrame } from './time-frame.ts';

/** One measure of a KPI with its rows picked: what the whole report and every group of it are computed from. */
export interface Prepared {
  readonly request: KpiRequest;
  readonly measure: Measure;
  readonly now: Int32Array;
  readonly before: Int32Array | null;
  /** See `Cell`. */
  readonly cohortDays: number;
  readonly followed: Followed | null;
}

interface Answer {
  readonly results: readonly KpiResult[];
  /** The measures behind the results; none where the KPI cannot be computed. */
  readonly prepared: readonly Prepared[];
}

/** Answers a question: every KPI over the period, the period before, the series and the groups. Pure: the same evidence and question give the same report. */
export function analyze(evidence: Evidence, question: Question): Report {
  const frame = timeFrame(evidence, question);
  const plain: DimensionContext = { dataset: evidence.dataset, timeZone: question.timeZone, asOf: evidence.asOf };
  const shared = new Map<string, unknown>();
  const dimensions = factDimensions({ evidence, question, dimensions: plain, reached: frame.reached, shared });
  const masks = conditionMasks(question.where, dimensions);
  const about: ContextOptions = { evidence, question, dimensions, reached: frame.reached, shared };
  const answers = question.kpis.map((request) =>
    answer({ request, context: contextFor(request, about), variant: productVariant(request, question), frame, masks }),
  );
  const prepared = answers.flatMap((some) => some.prepared);
  const kpis = answers.flatMap((some) => some.results);
  return {
    schemaVersion: 1,
    generator: question.generator,
    command: 'report',
    asOf: isoOrNull(evidence.asOf),
    timeZone: question.timeZone,
    period: frame.describe(frame.period),
    previous: frame.previous ? frame.describe(frame.previous) : null,
    inputs: evidence.inputs,
    excluded: evidence.excluded,
    ...(question.where ? { filter: printCondition(question.where) } : {}),
    ...(question.every ? { every: question.every } : {}),
    warnings: [
      ...evidence.warnings,
      ...qualityWarnings({ frame, kpis, dataset: evidence.dataset, unmet: unmetCondition(question.where, masks, dimensions) }),
    ],
    kpis,
    ...(question.objectives === undefined || question.objectives.length === 0 ? {} : { objectives: question.objectives }),
    breakdowns: (question.by ?? defaultBreakdowns(dimensions)).map((by) => breakdown({ by, prepared, frame, question, dimensions, masks })),
    ...(question.heatmap
      ? { heatmaps: heatmaps({ context: contextFor(null, about), period: frame.period, masks, weekStart: question.weekStart }) }
      : {}),
  };
}

/** The condition, if tickets and customers there are but none that meets it. */
function unmetCondition(where: Question['where'], masks: MaskOf, context: DimensionContext): string | null {
  if (where === null) return null;
  const told = (['tickets', 'customers'] as const).flatMap((table) => {
    const { rows } = context.dataset.tables[table];
    const mask = rows > 0 ? masks({ table, rows }) : null;
    return mask === null || mask === 'unknown' ? [] : [mask];
  });
  return told.length > 0 && told.every((mask) => !mask.includes(1))
    ? [printCondition(where), ...valuesThereAre(where, context)].join('; ')
    : null;
}

/** Unless something else is asked for, the channels: where most teams find their weakest spot. */
function defaultBreakdowns(context: DimensionContext): readonly string[] {
  const channels = groupRows(parseBy('channel'), context, 'tickets');
  return channels && new Set(channels.codes).size > 1 ? ['channel'] : [];
}

interface AnswerOptions {
  readonly request: KpiRequest;
  readonly context: KpiContext;
  /** The product whose definition it is. */
  readonly variant: string | null;
  readonly frame: TimeFrame;
  readonly masks: MaskOf;
}

function answer({ request, context, variant, frame, masks }: AnswerOptions): Answer {
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
    const narrow = mask ? (rows: Int32Array): Int32Array => rows.filter((row) => mask[row] === 1) : null;
    const followed = equalFollowUp({ measure, frame, asOf: context.asOf });
    prepared.push({ request, measure, now, before, cohortDays, followed });
    results.push(
      evaluate({ kpi, measure, frame, cell: { now, before, cohortDays, narrow, narrowBase: null }, withSeries: true, followed }),
    );
  }
  return withValuesFirst({ request, prepared, results });
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
