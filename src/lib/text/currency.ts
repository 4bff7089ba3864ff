import { once } from '../once.ts';

const codes = once(() => new Set(Intl.supportedValuesOf('currency')));

/** Signs that belong to one currency. Those that several share (`$`, `¥`, `kr`) stay signs: which one is meant the cell does not say. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
  ['ft', 'HUF'],
  ['лв', 'BGN'],
  ['лв.', 'BGN'],
  ['руб', 'RUB'],
  ['руб.', 'RUB'],
  ['дин', 'RSD'],
  ['дин.', 'RSD'],
  ['r$', 'BRL'],
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['s$', 'SGD'],
  ['nt$', 'TWD'],
  ['mx$', 'MXN'],
  ['cn¥', 'CNY'],
  ['jp¥', 'JPY'],
]);
const SHARED_SIGNS: ReadonlySet<string> = new Set(['$', '¥', 'kr', 'kr.', 'fr.']);

/** The ISO 4217 code of a sign or code, the sign itself where several currencies share it, `null` when it is neither. */
export function currencyOf(text: string): string | null {
  const upper = text.toUpperCase();
  if (codes().has(upper)) return upper;
  const lower = text.toLowerCase();
  return SIGNS.get(lower) ?? (SHARED_SIGNS.has(lower) ? lower : null);
}
