import { fieldKey } from '../lib/text/field-key.ts';
import { suggest } from '../lib/text/suggest.ts';
import { UserError } from '../model/user-error.ts';
import type { Dimension } from './dimension.ts';
import { agent } from './dimensions/agent.ts';
import { hour, weekday } from './dimensions/calendar.ts';
import { country, organization, plan, planKind, source } from './dimensions/customer-fields.ts';
import { segment, vector } from './dimensions/customer-groups.ts';
import { medium } from './dimensions/medium.ts';
import { tenure } from './dimensions/tenure.ts';
import { channel, group, language, priority, status, tag, type } from './dimensions/ticket-fields.ts';

/** Everything that `--by` and conditions know, in the order in which lists show it. */
export const dimensions: readonly Dimension[] = [
  channel,
  medium,
  priority,
  type,
  group,
  status,
  tag,
  language,
  organization,
  plan,
  planKind,
  country,
  source,
  tenure,
  vector,
  segment,
  weekday,
  hour,
  agent,
];

const byKey = new Map(dimensions.map((dimension) => [fieldKey(dimension.id), dimension]));

/**
 * The dimension of that name in any spelling (`planKind`, `plan_kind`, `Plan Kind`).
 * @throws UserError `unknown-dimension`, with the one that was probably meant and the list.
 */
export function findDimension(name: string): Dimension {
  const found = byKey.get(fieldKey(name));
  if (found !== undefined) return found;
  const ids = dimensions.map(({ id }) => id);
  const meant = suggest(name, ids);
  throw new UserError('unknown-dimension', `unknown dimension "${name.trim()}"${meant === undefined ? '' : `: did you mean ${meant}?`}`, {
    hint: `Dimensions are ${ids.join(', ')}; a+b crosses two.`,
  });
}
