import type { KpiContext } from '../define-kpi.ts';
import type { Keys } from '../statistics/parts.ts';
import { codes, codesWhere } from './columns.ts';
import { namesOption } from './event-names.ts';

/** Events in which a feature was used. */
export interface FeatureUses {
  /** 1 for a use: an event with a feature's name, or named `feature`; only those of the option `features`, where given. */
  readonly used: Uint8Array;
  readonly keys: Keys;
}

export function featureUses(context: KpiContext): FeatureUses | undefined {
  const features = codes(context, 'events', 'feature');
  const names = codes(context, 'events', 'name');
  const plain = codesWhere(names, (name) => name === 'feature');
  const chosen = namesOption(context.options['features'], []).map((name) => name.toLowerCase());
  const wanted = codesWhere(features, (feature) => chosen.includes(feature));
  const used = new Uint8Array(context.dataset.tables.events.rows);
  for (let row = 0; row < used.length; row++) {
    const feature = features?.codes[row] ?? 0;
    const isUse = chosen.length > 0 ? wanted.has(feature) : feature > 0 || plain.has(names?.codes[row] ?? 0);
    if (isUse) used[row] = 1;
  }
  if (!used.includes(1)) return undefined;
  return { used, keys: features ?? { codes: new Uint32Array(used.length), values: [''] } };
}
