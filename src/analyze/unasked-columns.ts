import type { Settings } from '../model/settings.ts';
import { parseBy } from '../segments/group-rows.ts';
import type { Question } from './question.ts';

/** Columns of tickets that no KPI reads, nor anything else between a question and its report, but breakdowns and conditions that name them. */
const ONLY_NAMED = ['id', 'priority', 'language', 'organization', 'agent', 'customerEmail', 'updatedAt'] as const;

/** Those of them that the question does not name, as `tickets.priority`. Conditions have many ways to name one: where there may be any, none is left out. */
export function unaskedColumns({ by, where, settings }: Pick<Question, 'by' | 'where' | 'settings'>): ReadonlySet<string> {
  if (where !== null || mayHoldConditions(settings)) return new Set();
  const named: ReadonlySet<string> = new Set((by ?? []).flatMap(parseBy).map(({ id }) => id));
  return new Set(ONLY_NAMED.filter((field) => !named.has(field)).map((field) => `tickets.${field}`));
}

function mayHoldConditions({ calendars, kpis, segments, vectors, objectives }: Settings): boolean {
  const ofKpis = [kpis, segments, objectives].some((some) => Object.keys(some).length > 0);
  return ofKpis || vectors !== null || Object.values(calendars).some(({ when }) => when !== null);
}
