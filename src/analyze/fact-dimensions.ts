import { customerVector } from '../kpis/customer-vector.ts';
import type { DimensionContext } from '../segments/dimension.ts';
import { fieldsOf } from '../segments/conditions/row-mask.ts';
import { asksForFacts } from '../segments/vectors/rules.ts';
import { contextFor, type ContextOptions } from './context.ts';
import { customerView } from './customer-view.ts';

/**
 * What conditions and breakdowns are asked of: the data, and where they speak of facts of customers, `vector` or `segment`, the data with these in it,
 * as customers stood when the period ended (or the data, where it ends before).
 */
export function factDimensions(about: ContextOptions): DimensionContext {
  const { question, evidence, dimensions } = about;
  const asked = [...(question.by ?? []).flatMap((by) => by.split('+')), ...(question.where === null ? [] : fieldsOf(question.where))];
  if (!asksForFacts(asked)) return dimensions;
  const at = Math.min(question.period?.end ?? Number.POSITIVE_INFINITY, evidence.asOf + 1);
  return { ...dimensions, dataset: customerView(contextFor({ kpi: customerVector, options: {} }, about), at) };
}
