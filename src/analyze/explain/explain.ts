import type { KpiContext } from '../../kpis/define-kpi.ts';
import type { Measure } from '../../kpis/measure.ts';
import type { Period } from '../../model/period.ts';
import type { Funnel, StageList, TicketWalk } from '../../model/explanation.ts';
import type { KpiResult, ReportPeriod } from '../../model/report.ts';
import type { Evidence, KpiRequest, Question } from '../question.ts';
import { contextFor, productVariant } from '../context.ts';
import { daysOfCohort, evaluate, scopeOf, withoutValue } from '../evaluate.ts';
import { factDimensions } from '../fact-dimensions.ts';
import { conditionMasks } from '../masks.ts';
import { missingColumns } from '../needs.ts';
import { selectRows } from '../select.ts';
import { timeFrame } from '../time-frame.ts';
import { SharedFacts } from '../shared-facts.ts';
import { funnelStages, type FunnelStage } from './funnel.ts';
import { namingOf } from './row-ids.ts';
import { walkTicket } from './ticket-walk.ts';

/** One measure of the KPI with all that its value came from. */
export interface Way {
  readonly measure: Measure;
  readonly result: KpiResult;
  readonly period: Period;
  readonly mask: Uint8Array | null;
  readonly rowsInPeriod: Int32Array;
  readonly stages: readonly FunnelStage[];
  /** What its rows are, in the plural. */
  readonly counted: string;
}

/** How a KPI's value came about, ready for further questions. */
export interface Explained {
  readonly period: ReportPeriod;
  readonly funnels: readonly Funnel[];
  /** The ids behind a stage of any funnel; none where its rows were only counted. */
  readonly list: (stage: FunnelStage) => StageList;
  /** Those with stages, in the order of `funnels`; none where the KPI cannot be computed. */
  readonly ways: readonly Pick<Way, 'result' | 'stages'>[];
  /** The stages of the first of them. */
  readonly stages: readonly FunnelStage[];
  /** `null` where the KPI is not about tickets. */
  readonly walk: ((ticket: number) => TicketWalk) | null;
}

/** Takes a KPI apart over the question's period and condition. Pure, like `analyze`. */
export function explainKpi(evidence: Evidence, question: Question, request: KpiRequest): Explained {
  const frame = timeFrame(evidence, question);
  const plain = { dataset: evidence.dataset, timeZone: question.timeZone, asOf: evidence.asOf };
  const shared = new SharedFacts();
  const dimensions = factDimensions({ evidence, question, dimensions: plain, reached: frame.reached, shared });
  const context = contextFor(request, { evidence, question, dimensions, reached: frame.reached, shared });
  const { ways, without } = waysOf({ evidence, question, request, context, frame, dimensions });
  const [first] = ways;
  return {
    period: frame.describe(frame.period),
    funnels: without ? [{ result: without, counted: null, stages: [] }] : ways.map(funnelOf),
    ways,
    stages: first?.stages ?? [],
    list: (stage) => listRows({ request, context, way: ways.find(({ stages }) => stages.includes(stage)), stage }),
    walk: ways.some(({ measure: { population } }) => isAboutTickets(population))
      ? (ticket) => walkTicket({ kpi: request.kpi, context, ways, ticket })
      : null,
  };
}

function funnelOf({ result, counted, stages }: Way): Funnel {
  return { result, counted, stages: stages.map(({ name, depth, count, says, base }) => ({ name, depth, count, says, base })) };
}

function isAboutTickets({ table, ticket }: Measure['population']): boolean {
  return table === 'tickets' || ticket !== undefined;
}

interface WaysOptions {
  readonly evidence: Evidence;
  readonly question: Question;
  readonly request: KpiRequest;
  readonly context: KpiContext;
  readonly frame: ReturnType<typeof timeFrame>;
  readonly dimensions: Parameters<typeof conditionMasks>[1];
}

/** The measures that have a value, as in a report; the first one where none has. */
function waysOf({ evidence, question, request, context, frame, dimensions }: WaysOptions): {
  readonly ways: readonly Way[];
  readonly without: KpiResult | null;
} {
  const { kpi } = request;
  const missing = missingColumns(kpi, evidence.dataset);
  if (missing.length > 0) return { ways: [], without: withoutValue(kpi, 'missing-column', missing) };
  const masks = conditionMasks(question.where, dimensions);
  const variant = productVariant(request, question);
  const ways: Way[] = [];
  for (const own of kpi.measures(context)) {
    const measure = variant === null ? own : { ...own, variant: [own.variant, variant].filter((text) => text !== null).join(', ') };
    const mask = masks(measure.population);
    if (mask === 'unknown') return { ways: [], without: withoutValue(kpi, 'missing-column', masks.fields) };
    const period = frame.periodOf(measure);
    if (period === null) return { ways: [], without: withoutValue(kpi, 'window-not-elapsed', []) };
    const rows = selectRows(measure, period, mask);
    const cell = { now: rows, before: null, cohortDays: daysOfCohort(measure, rows, frame), narrow: null, narrowBase: null };
    const result = evaluate({ kpi, measure, frame: { ...frame, previous: null }, cell, withSeries: false });
    const scope = scopeOf({ measure, frame, cell, period });
    ways.push({
      measure,
      result,
      period,
      mask,
      rowsInPeriod: rows,
      stages: funnelStages({ evidence, measure, mask, period, rows, scope }),
      counted: nounOf(measure, context),
    });
  }
  if (ways.length === 0) return { ways, without: withoutValue(kpi, 'no-data', []) };
  const valued = ways.filter(({ result }) => result.value !== null || (result.parts?.length ?? 0) > 0);
  return { ways: valued.length > 0 ? valued : ways.slice(0, 1), without: null };
}

function nounOf({ population: { table, rows } }: Measure, { dataset }: KpiContext): string {
  if (rows === dataset.tables[table].rows || table === 'customers') return table;
  return table === 'messages' ? 'waits' : 'cases';
}

interface ListOptions {
  readonly request: KpiRequest;
  readonly context: KpiContext;
  readonly way: Way | undefined;
  readonly stage: FunnelStage;
}

/** Each id once, in the order of the data. */
function listRows({ request, context, way, stage }: ListOptions): StageList {
  const naming = way ? namingOf(way.measure.population, context) : null;
  const ids = new Map<string, { readonly id: string; readonly system: string | null }>();
  let unnamed = 0;
  for (const row of stage.rows ?? []) {
    const id = naming?.idOf(row) ?? null;
    if (id === null) unnamed++;
    else ids.set(JSON.stringify([id.system, id.id]), id);
  }
  return { kpi: request.kpi.id, stage: stage.name, of: naming?.of ?? 'tickets', ids: [...ids.values()], unnamed };
}
