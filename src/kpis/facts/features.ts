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
  const used = Uint8Array.from({ length: context.dataset.tables.events.rows }, (_, row) => {
    const feature = features?.codes[row] ?? 0;
    if (chosen.length > 0) return wanted.has(feature) ? 1 : 0;
    return feature > 0 || plain.has(names?.codes[row] ?? 0) ? 1 : 0;
  });
  if (!used.includes(1)) return undefined;
  return { used, keys: features ?? { codes: new Uint32Array(used.length), values: [''] } };
}
