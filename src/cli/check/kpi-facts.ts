import type { KpiFacts } from '../../checks/rule.ts';
import { kpis } from '../../kpis/index.ts';

const STATS = ['mean', 'median', 'p90', 'p95', 'min', 'max'];

/** What rules may say of each KPI, by id. Times, and what leads with a mean or median, are spread over a range: they have the other statistics too. */
export const KPI_FACTS: ReadonlyMap<string, KpiFacts> = new Map(
  kpis.map(({ id, title, unit, better, aggregate, parameter }): [string, KpiFacts] => {
    const spread = unit === 'seconds' || aggregate === 'mean' || aggregate === 'median';
    const aggregates = spread ? [aggregate, ...STATS.filter((name) => name !== aggregate)] : [aggregate];
    return [id, { id, title, unit, better, aggregate, aggregates, parameter: parameter !== undefined }];
  }),
);
