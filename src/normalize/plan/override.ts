import type { TableKind } from '../../model/kinds.ts';
import type { FieldMapping } from '../../presets/preset.ts';
import { typeOf } from './names.ts';

/** What `--map tickets.FIELD=…` feeds; a duration without a clock in its name (`firstResponse.business`) counts all hours. */
export function overrideMapping(kind: TableKind, name: string): FieldMapping {
  const [field = '', clock] = name.split('.');
  if (clock === 'calendar' || clock === 'business' || clock === 'unknown') return { field, clock };
  return typeOf(kind, field) === 'duration' ? { field, clock: 'calendar' } : { field };
}
