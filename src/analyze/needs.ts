import type { KpiDefinition } from '../kpis/define-kpi.ts';
import type { Dataset } from '../model/dataset.ts';
import { CLOCKS } from '../kpis/facts/durations.ts';
import { FIELDS, type TableKind } from '../model/kinds.ts';

/** Fields that normalizing turns into columns of another name. */
const BECOMES: Readonly<Record<string, string>> = {
  'tickets.rating': 'satisfied',
  'tickets.customerId': 'customerKey',
  'tickets.customerEmail': 'customerKey',
  'messages.ticketId': 'ticket',
};

/** The columns without which a KPI cannot be computed, by the alternative that lacks the fewest; none where it can be. */
export function missingColumns(kpi: KpiDefinition, dataset: Dataset): readonly string[] {
  let best: readonly string[] | undefined;
  for (const alternative of kpi.needs) {
    const missing = alternative.filter((name) => !hasColumn(dataset, name));
    if (missing.length === 0) return [];
    if (best === undefined || missing.length < best.length) best = missing;
  }
  return best ?? [];
}

function hasColumn(dataset: Dataset, name: string): boolean {
  const [kind, field] = name.split('.') as [TableKind, string];
  const { columns, letGo, rows } = dataset.tables[kind];
  if (rows === 0) return false;
  const type = (FIELDS[kind] as Readonly<Record<string, string>>)[field];
  if (type === 'duration') return CLOCKS.some((clock) => columns.has(`${field}.${clock}`));
  const other = BECOMES[name];
  return columns.has(field) || letGo?.has(field) === true || (other !== undefined && columns.has(other));
}
