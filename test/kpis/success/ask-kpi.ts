import { kpis } from '../../../src/kpis/index.ts';
import { noSettings, type Settings } from '../../../src/model/settings.ts';
import type { KpiResult, Report } from '../../../src/model/report.ts';
import { month, reportOn } from '../../support/ask.ts';
import type { Row, Rows } from '../../support/build-dataset.ts';

export interface Asked {
  readonly asOf?: string;
  /** `2025-03`; all data where absent. */
  readonly month?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly settings?: Partial<Settings>;
  readonly timeZone?: string;
}

/** One KPI over rows given in the test. */
export function askKpi(id: string, rows: Rows, asked: Asked = {}): KpiResult {
  return reportFor([id], rows, asked).kpis[0]!;
}

export function reportFor(
  ids: readonly string[],
  rows: Rows,
  { asOf, month: wanted, options = {}, settings, timeZone }: Asked = {},
): Report {
  const [year, number] = (wanted ?? '').split('-').map(Number);
  return reportOn(rows, {
    kpis: ids.map((id) => ({ kpi: kpis.find((kpi) => kpi.id === id)!, options })),
    ...(asOf === undefined ? {} : { asOf }),
    ...(year && number ? { period: month(year, number) } : {}),
    ...(settings ? { settings: { ...noSettings, ...settings } } : {}),
    ...(timeZone ? { timeZone } : {}),
  });
}

/** `count` rows, each made from its number. */
export function times(count: number, make: (index: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
