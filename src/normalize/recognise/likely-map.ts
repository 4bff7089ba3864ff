import { TABLE_KINDS } from '../../model/kinds.ts';
import type { FieldType, TableKind } from '../../model/kinds.ts';
import type { ColumnPlan, SourceColumn } from '../plan/plan.ts';
import { planColumns } from '../plan/plan.ts';
import { fits } from '../plan/content.ts';
import { typeOf } from '../plan/names.ts';
import { NEEDS } from './kind-of.ts';
import { guessedFields } from './name-guess.ts';

/** Words of headers by which people tell what a table is, where no column has a name that we know. */
const MARKS: readonly (readonly [TableKind, RegExp])[] = [
  ['surveys', /nps|csat|\bces\b|survey|umfrage|encuesta|enquête|score|bewert|zufried|satisf|puntuaci|nota|rating/],
  ['messages', /messag|nachricht|mensaje|sender|author|body/],
  ['subscriptions', /subscri|\babo|suscrip|abonnement|renew/],
  ['customers', /mrr|revenue|umsatz|plan|signup|sign up|trial|churn|account/],
  ['events', /event|action|activity|ereignis|evento/],
];

/** The plan of the kind that a table most likely is, by the columns that it names and the words in its headers. */
function likeliest(plans: readonly ColumnPlan[], columns: readonly SourceColumn[]): ColumnPlan | undefined {
  const headers = columns.map(({ keys }) => keys[0] ?? '').join(' | ');
  const marked = new Map(MARKS.map(([kind, pattern]) => [kind, pattern.test(headers) ? 1.5 : 0]));
  const rated = plans.map((plan) => ({
    plan,
    score: new Set(plan.planned.map(({ mapping }) => mapping.field)).size + (marked.get(plan.kind) ?? 0),
  }));
  return rated.reduce<(typeof rated)[number] | undefined>(
    (found, one) => (found === undefined || one.score > found.score ? one : found),
    undefined,
  )?.plan;
}

/** The kind of a table that nobody recognised, as far as its headers tell. */
export function likelyKind(columns: readonly SourceColumn[]): TableKind | undefined {
  return likeliest(
    TABLE_KINDS.map((kind) => planColumns({ kind, columns, overrides: [] })),
    columns,
  )?.kind;
}

/** A `--map` that would bring the file nearest to the kind that it most likely is: the field that it lacks and a column that could hold it. */
export function likelyMap(plans: readonly ColumnPlan[], columns: readonly SourceColumn[]): string | undefined {
  const best = likeliest(plans, columns);
  if (best === undefined) return undefined;
  const { kind, planned, unmapped } = best;
  const has = (field: string): boolean => planned.some(({ mapping }) => mapping.field === field);
  for (const need of NEEDS[kind].filter((fields) => !fields.some(has))) {
    for (const field of need) {
      const type = typeOf(kind, field);
      const column = unmapped.find(
        (one) => one.header !== '' && one.content.cells > 0 && type !== undefined && couldBe({ kind, field, type }, one),
      );
      if (column !== undefined) return `--map ${kind}.${field}="${column.header.slice(0, 60)}"`;
    }
  }
  return undefined;
}

interface Sought {
  readonly kind: TableKind;
  readonly field: string;
  readonly type: FieldType;
}

/** Times and numbers may show by themselves what they are; of words the name must. */
function couldBe({ kind, field, type }: Sought, column: SourceColumn): boolean {
  const { content } = column;
  if (type === 'code') return guessedFields(kind, column, false).includes(field);
  return fits(type, field, content) && (type !== 'time' || content.times * 2 >= content.cells);
}
