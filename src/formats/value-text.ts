import {
  formatMoney,
  formatNumber,
  formatPerDay,
  formatPoints,
  formatRate,
  formatRatio,
  formatRelative,
  formatScore,
  signed,
} from '../lib/text/format-number.ts';
import { formatSeconds, formatSecondsCompact } from '../lib/time/format-duration.ts';
import type { Change, KpiResult, Unit } from '../model/report.ts';

type Measured = Pick<KpiResult, 'unit' | 'currency'>;

/** A value in its unit, for people. The currency is text from the data: the caller passes it cleaned. */
export function valueText({ unit, currency }: Measured, value: number): string {
  switch (unit) {
    case 'seconds':
      return formatSeconds(value);
    case 'ratio':
      return formatRatio(value);
    case 'count':
      return formatNumber(value);
    case 'per-day':
      return formatPerDay(value);
    case 'score':
      return formatScore(value);
    case 'money':
      return formatMoney(value, currency);
  }
}

/** The same for a narrow column whose head names the KPI: `1h14m`, `12.3`. `decimals` lines counts up where some of a column are broken numbers. */
export function shortValueText(measured: Measured, value: number, decimals?: number): string {
  if (measured.unit === 'seconds') return formatSecondsCompact(value);
  if (measured.unit === 'per-day') return formatRate(value);
  return measured.unit === 'count' ? formatNumber(value, decimals) : valueText(measured, value);
}

/** An end of a KPI's interval; that of a whole count needs no fractions. */
export function boundText(kpi: Measured & Pick<KpiResult, 'value'>, bound: number): string {
  const whole = kpi.unit === 'count' && kpi.value !== null && Number.isInteger(kpi.value);
  return whole ? formatNumber(bound, 0) : valueText(kpi, bound);
}

/** How far a KPI moved: rates in percentage points, scores in points, all else relative where there is something to relate to. `null` when it cannot be said. */
export function amountText(kpi: Measured & Pick<KpiResult, 'previous'>, change: Change): string | null {
  const { absolute, relative } = change;
  if (kpi.unit === 'ratio') return absolute === null ? null : formatPoints(absolute);
  if (kpi.unit === 'score') return absolute === null ? null : `${signed(absolute, 0)} pts`;
  if (relative !== null) return formatRelative(relative);
  if (absolute === null) return null;
  if (kpi.previous?.value === 0 && absolute !== 0) return 'from 0';
  return absolute > 0 ? `+${valueText(kpi, absolute)}` : valueText(kpi, absolute);
}

/** The unit of a KPI's parts: shares for a mix and for counts that are split into shares, else its own. */
export function partUnit(kpi: KpiResult): Unit {
  if (kpi.aggregate === 'mix') return 'ratio';
  const values = (kpi.parts ?? []).flatMap((part) => part.value ?? []);
  const shares = values.some((value) => !Number.isInteger(value)) && values.every((value) => value >= 0 && value <= 1);
  return kpi.unit === 'count' && shares ? 'ratio' : kpi.unit;
}
