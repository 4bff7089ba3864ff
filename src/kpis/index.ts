import type { KpiDefinition } from './define-kpi.ts';

/** Every KPI, in the order of reports. */
export const kpis: readonly KpiDefinition[] = [];
