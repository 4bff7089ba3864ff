import { hasAnswer } from '../model/has-answer.ts';
import { printCondition } from '../segments/conditions/condition.ts';
import { valuesThereAre } from '../segments/conditions/known-values.ts';
import type { DimensionContext } from '../segments/dimension.ts';
import { groupRows, parseBy } from '../segments/group-rows.ts';
import type { KpiResult, Report } from '../model/report.ts';
import { answerKpi } from './answer-kpi.ts';
import { GroupedBy, type Counted, type GroupColumn, type ShownKeys } from './breakdown.ts';
import { contextFor, productVariant, type ContextOptions } from './context.ts';
import { factDimensions } from './fact-dimensions.ts';
import { heatmaps } from './heatmap.ts';
import { conditionMasks, type MaskOf } from './masks.ts';
import { qualityWarnings } from './quality.ts';
import type { Evidence, Question } from './question.ts';
import { SharedFacts } from './shared-facts.ts';
import { isoOrNull, isUnbounded, timeFrame, type TimeFrame } from './time-frame.ts';

/** The results of one KPI, by its place among those that were asked for. */
export interface Answered {
  readonly place: number;
  readonly results: readonly KpiResult[];
}

/** One question on its way to its report, KPI by KPI, so that several threads can have a share of it. */
export class Analysis {
  readonly answers: Answered[] = [];
  readonly #evidence: Evidence;
  readonly #question: Question;
  readonly #frame: TimeFrame;
  readonly #masks: MaskOf;
  readonly #about: ContextOptions;
  #breakdowns: readonly GroupedBy[] | undefined;

  constructor(evidence: Evidence, question: Question) {
    this.#evidence = evidence;
    this.#question = question;
    this.#frame = timeFrame(evidence, question);
    const { reached } = this.#frame;
    const plain: DimensionContext = { dataset: evidence.dataset, timeZone: question.timeZone, asOf: evidence.asOf };
    const shared = new SharedFacts();
    const dimensions = factDimensions({ evidence, question, dimensions: plain, reached, shared });
    this.#masks = conditionMasks(question.where, dimensions);
    this.#about = { evidence, question, dimensions, reached, shared };
  }

  /** Answers the KPI at this place of the question. */
  answer(place: number): void {
    const request = this.#question.kpis[place]!;
    const context = contextFor(request, this.#about);
    const variant = productVariant(request, this.#question);
    const { results, prepared } = answerKpi({ place, request, context, variant, frame: this.#frame, masks: this.#masks });
    this.answers.push({ place, results });
    for (const grouped of this.#grouped()) grouped.add(prepared);
    // What cannot be computed asks for nothing, and stands between those that share something.
    if (prepared.length > 0) this.#about.shared.next();
  }

  /** By breakdown: the rows that its groups are counted by, as far as the KPIs answered here tell. */
  counted(): readonly (Counted | null)[] {
    return this.#grouped().map((grouped) => grouped.counted());
  }

  /** By breakdown: the groups that are large enough to be shown. */
  shown(counted: readonly (readonly (Counted | null)[])[]): readonly ShownKeys[] {
    return this.#grouped().map((grouped, at) => grouped.shown(counted.map((some) => some[at] ?? null)));
  }

  /** By breakdown: the KPIs answered here, for each group that is shown. */
  columns(shown: readonly ShownKeys[]): readonly (readonly GroupColumn[])[] {
    return this.#grouped().map((grouped, at) => grouped.columns(shown[at] ?? []));
  }

  /** Whether it must be known which groups are shown before `columns` can give them. */
  get needsShown(): boolean {
    return this.#grouped().some((grouped) => grouped.hasLater);
  }

  /** Every KPI must have been answered, here or elsewhere, and its columns be among `columns`. */
  report(answers: readonly Answered[], columns: readonly (readonly (readonly GroupColumn[])[])[]): Report {
    const { dataset, asOf, inputs, excluded, warnings, firstAt, lastAt } = this.#evidence;
    const { generator, timeZone, where, every, objectives, heatmap, weekStart } = this.#question;
    const [frame, masks] = [this.#frame, this.#masks];
    const kpis = answers.toSorted((a, b) => a.place - b.place).flatMap(({ results }) => results);
    return {
      schemaVersion: 1,
      generator,
      command: 'report',
      asOf: isoOrNull(asOf),
      timeZone,
      period: frame.describe(frame.period),
      previous: frame.previous ? frame.describe(frame.previous) : null,
      inputs,
      ...(isUnbounded(frame.period) || Number.isNaN(firstAt) || kpis.length === 0 || kpis.some(hasAnswer)
        ? {}
        : { dataSpan: { start: isoOrNull(firstAt)!, end: isoOrNull(lastAt)! } }),
      excluded,
      ...(where ? { filter: printCondition(where) } : {}),
      ...(every ? { every } : {}),
      warnings: [...warnings, ...qualityWarnings({ frame, kpis, dataset, unmet: unmetCondition(where, masks, this.#about.dimensions) })],
      kpis,
      ...(objectives === undefined || objectives.length === 0 ? {} : { objectives }),
      breakdowns: this.#grouped().map((grouped, at) => grouped.breakdown(columns.flatMap((some) => some[at]!))),
      ...(heatmap ? { heatmaps: heatmaps({ context: contextFor(null, this.#about), period: frame.period, masks, weekStart }) } : {}),
    };
  }

  #grouped(): readonly GroupedBy[] {
    const { dimensions } = this.#about;
    this.#breakdowns ??= (this.#question.by ?? defaultBreakdowns(dimensions)).map(
      (by) => new GroupedBy({ by, frame: this.#frame, question: this.#question, dimensions }),
    );
    return this.#breakdowns;
  }
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
