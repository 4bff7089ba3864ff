import type { KpiContext, ObjectiveStanding } from '../kpis/define-kpi.ts';
import { ruleOf } from '../kpis/like/index.ts';
import { checkOptions } from '../kpis/options/check-options.ts';
import type { DimensionContext } from '../segments/dimension.ts';
import { parseCondition } from '../segments/conditions/parse-condition.ts';
import { rowMask } from '../segments/conditions/row-mask.ts';
import { customersInVectors } from './customer-view.ts';
import type { ObjectiveResult } from '../model/objective-report.ts';
import type { Evidence, KpiRequest, Question } from './question.ts';
import type { SharedFacts } from './shared-facts.ts';

export interface ContextOptions {
  readonly evidence: Evidence;
  readonly question: Question;
  readonly dimensions: DimensionContext;
  /** See `TimeFrame`. */
  readonly reached: number;
  /** Of all KPIs; the options are each KPI's own. */
  readonly shared: SharedFacts;
}

/** What a KPI is computed from; without one, facts that belong to none. @throws UserError `bad-kpi-option` for options that the KPI does not have. */
export function contextFor(request: KpiRequest | null, { evidence, question, dimensions, reached, shared }: ContextOptions): KpiContext {
  const memo = <T>(key: string, make: () => T): T => shared.memo(key, make);
  const context: KpiContext = {
    dataset: evidence.dataset,
    asOf: evidence.asOf,
    reached,
    timeZone: question.timeZone,
    clock: question.clock ?? 'calendar',
    options: request === null ? {} : { ...ruleOf(question.settings.like, request.kpi.id)?.options, ...ownOptions(request, question) },
    settings: question.settings,
    ticketsWhere: (condition) =>
      memo(
        `tickets where ${condition}`,
        () => rowMask(parseCondition(condition), dimensions, 'tickets') ?? new Uint8Array(evidence.dataset.tables.tickets.rows),
      ),
    objectives: (question.objectives ?? []).map(standing),
    vectorsAt: (at) => customersInVectors(context, at),
    memo,
    lately: (key, make) => shared.lately(key, make),
    briefly: (key, make) => shared.briefly(key, make),
  };
  return context;
}

/** What the user decided for this KPI: it counts more than the rules of a product. */
function ownOptions({ kpi, options }: KpiRequest, { settings }: Question): Readonly<Record<string, unknown>> {
  return checkOptions(kpi, { ...settings.kpis[kpi.id], ...options });
}

/** `as Zendesk`, and which of its rules the user set aside; `null` where no product is asked for or it has no rule for this KPI. */
export function productVariant(request: KpiRequest, question: Question): string | null {
  const rule = ruleOf(question.settings.like, request.kpi.id);
  if (rule === null) return null;
  const own = ownOptions(request, question);
  const aside = Object.keys(rule.options).filter((name) => name in own && own[name] !== rule.options[name]);
  return aside.length === 0 ? `as ${rule.product}` : `as ${rule.product} but for ${aside.join(', ')}`;
}

/** An objective that has not begun has come no way; one that wants to keep a value has come all of it or none. */
function standing({ name, kind, progress, current, state, at }: ObjectiveResult): ObjectiveStanding {
  const met = state === 'met';
  const known = state !== 'not-started' && current !== null;
  return { name, met, at: Date.parse(at), progress: !known ? null : kind === 'threshold' ? Number(met) : progress };
}
