import type { KpiDefinition } from '../kpis/define-kpi.ts';

/** What the config needs to know of a KPI: what can be set for it is what it declares. */
export type ConfigurableKpi = Pick<KpiDefinition, 'id' | 'options'>;
