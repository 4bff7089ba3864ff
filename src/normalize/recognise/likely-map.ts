import type { TableKind } from '../../model/kinds.ts';
import type { ColumnPlan, SourceColumn } from '../plan/plan.ts';
import { fits } from '../plan/content.ts';
import { typeOf } from '../plan/names.ts';
import { NEEDS } from './kind-of.ts';

/** Words of headers by which people tell what a table is, where no column has a name that we know. */
const MARKS: readonly (readonly [TableKind, RegExp])[] = [
  ['surveys', /nps|csat|\bces\b|survey|umfrage|encuesta|enquête|score|bewert|zufried|satisf|puntuaci|nota|rating/],
  ['messages', /messag|nachricht|mensaje|sender|author|body/],
  ['subscriptions', /subscri|\babo|suscrip|abonnement|renew/],
  ['customers', /mrr|revenue|umsatz|plan|signup|sign up|trial|churn|account/],
  ['events', /event|action|activity|ereignis|evento/],
];

/** A `--map` that would bring the file nearest to the kind that it most likely is: the field that it lacks and a column that could hold it. */
export function likelyMap(plans: readonly ColumnPlan[], columns: readonly SourceColumn[]): string | undefined {
  const headers = columns.map(({ keys }) => keys[0] ?? '').join(' | ');
  const marked = new Map(MARKS.map(([kind, pattern]) => [kind, pattern.test(headers) ? 1.5 : 0]));
  const rated = plans.map((plan) => ({
    plan,
    score: new Set(plan.planned.map(({ mapping }) => mapping.field)).size + (marked.get(plan.kind) ?? 0),
  }));
  const best = rated.reduce<(typeof rated)[number] | undefined>(
    (found, one) => (found === undefined || one.score > found.score ? one : found),
    undefined,
  );
  if (best === undefined) return undefined;
  const { kind, planned, unmapped } = best.plan;
  const has = (field: string): boolean => planned.some(({ mapping }) => mapping.field === field);
  for (const need of NEEDS[kind].filter((fields) => !fields.some(has))) {
    for (const field of need) {
      const type = typeOf(kind, field);
      const column = unmapped.find(
        ({ header, content }) => header !== '' && content.cells > 0 && type !== undefined && looksLike(type, field, content),
      );
      if (column !== undefined) return `--map ${kind}.${field}="${column.header.slice(0, 60)}"`;
    }
  }
  return undefined;
}

function looksLike(type: NonNullable<ReturnType<typeof typeOf>>, field: string, content: SourceColumn['content']): boolean {
  if (type === 'code') return content.numbers + content.times < content.cells;
  return fits(type, field, content) && (type !== 'time' || content.times * 2 >= content.cells);
}
