import { kpis } from '../../src/kpis/index.ts';
import type { KpiDefinition } from '../../src/kpis/define-kpi.ts';
import type { KpiResult } from '../../src/model/report.ts';
import { reportOn, resultOf } from '../support/ask.ts';
import type { Rows } from '../support/build-dataset.ts';
import { oneTicket } from '../support/one-ticket.ts';

export function kpiOf(id: string): KpiDefinition {
  return kpis.find((some) => some.id === id)!;
}

/** One KPI under options, on the ticket of kpis.md §1.4 unless other rows are given. */
export const ask = (
  id: string,
  options: Readonly<Record<string, unknown>>,
  rows: Rows = oneTicket,
  question: Parameters<typeof reportOn>[1] = {},
): KpiResult => resultOf(reportOn(rows, { kpis: [{ kpi: kpiOf(id), options }], ...question }), id);
