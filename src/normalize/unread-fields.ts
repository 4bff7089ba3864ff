import type { TableKind } from '../model/kinds.ts';
import type { NormalizeOptions } from './options.ts';

/** No KPI reads these. */
const TEXTS = ['subject', 'ratingComment'] as const;
/** Fields of tickets that normalizing has no use for itself; of the agents it tells messages of the team from others. */
const ONLY_PASSED_ON = ['priority', 'language', 'organization'] as const;

/** Fields of a table that need not be read, as nobody asks for them. */
export function unreadFields(
  kind: TableKind,
  { withText = false, unasked }: Pick<NormalizeOptions, 'withText' | 'unasked'>,
  inputs: readonly unknown[],
): ReadonlySet<string> {
  const useless = kind !== 'tickets' ? [] : inputs.length === 1 ? [...ONLY_PASSED_ON, 'agent'] : ONLY_PASSED_ON;
  return new Set([...(withText ? [] : TEXTS), ...useless.filter((field) => unasked?.has(`${kind}.${field}`))]);
}
