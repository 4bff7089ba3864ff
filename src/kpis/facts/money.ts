import type { KpiContext } from '../define-kpi.ts';
import type { TableKind } from '../../model/kinds.ts';
import { codes, numbers } from './columns.ts';

/** Amounts that may be added up. */
export interface Money {
  /** In `currency`; `NaN` where there is none. */
  readonly values: Float64Array;
  /** ISO code; `undefined` where neither the data nor the config names one. */
  readonly currency: string | undefined;
  /** Several currencies and no rate for one of them: nothing may be added. */
  readonly mixed: boolean;
}

/** A column of money in one currency: that of the data where there is but one, else that of the config by its rates. `undefined` without the column. */
export function money(context: KpiContext, table: TableKind, field: string): Money | undefined {
  return context.memo(`money of ${table}.${field}`, () => {
    const values = numbers(context, table, field);
    if (!values) return undefined;
    const column = codes(context, table, 'currency');
    const used = usedCurrencies(values, column);
    const { costs } = context.settings;
    if (!column || used.size <= 1) return { values, currency: [...used][0] ?? costs?.currency, mixed: false };
    const rateOf = (currency: string): number =>
      costs === null ? Number.NaN : currency === costs.currency ? 1 : (costs.rates[currency] ?? Number.NaN);
    // An amount without a currency is taken as one in the currency of the config.
    const rates = Float64Array.from(column.values, (currency, code) => (code === 0 ? 1 : rateOf(currency)));
    const mixed = costs === null || [...used].some((currency) => Number.isNaN(rateOf(currency)));
    return {
      values: mixed ? values : values.map((value, row) => value * rates[column.codes[row]!]!),
      currency: mixed ? undefined : costs.currency,
      mixed,
    };
  });
}

function usedCurrencies(values: Float64Array, column: ReturnType<typeof codes>): Set<string> {
  const seen = new Uint8Array(column?.values.length ?? 0);
  if (column)
    for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!) && values[row] !== 0) seen[column.codes[row]!] = 1;
  return new Set((column?.values ?? []).filter((_, code) => code > 0 && seen[code] === 1));
}
