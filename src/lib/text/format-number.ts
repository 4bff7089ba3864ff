/**
 * Numbers for people, the same in every locale: `1,234.5`. Whole numbers have no decimals; others have two, one from a hundred on, none from
 * a hundred thousand on, and two significant digits below a tenth (as far as a millionth): `2.60` stands beside `2.43`. `decimals` fixes their number. Never `-0`.
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= 1e15) return String(value);
  return grouped(value, decimals ?? usefulDecimals(value));
}

function usefulDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 100_000 || Number.isInteger(value)) return 0;
  if (size >= 100) return 1;
  if (size >= 0.1 || size < 1e-6) return 2;
  return 1 - Math.floor(Math.log10(size));
}

/** `85.2%`. One decimal; more where one would turn a share into a false 0 % or 100 %. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return '';
  const percent = ratio * 100;
  for (let decimals = 1; decimals <= 6; decimals++) {
    const text = grouped(percent, decimals);
    if ((!isRound(text, 0) || ratio === 0) && (!isRound(text, 100) || ratio === 1)) return `${text}%`;
  }
  return ratio > 0.5 ? '>99.9%' : ratio > 0 ? '<0.1%' : '>-0.1%';
}

function isRound(text: string, value: number): boolean {
  return Number(text) === value;
}

/** A difference of two rates in percentage points: `+3.2 pp`. */
export function formatPoints(difference: number): string {
  return `${signed(difference * 100, 1)} pp`;
}

/** A relative change: `+12.9%`; from ten times on without decimals. */
export function formatRelative(relative: number): string {
  return `${signed(relative * 100, Math.abs(relative) >= 10 ? 0 : 1)}%`;
}

/** `7.87/day`, `11.1/day`: as exact as a reader can use. */
export function formatPerDay(rate: number): string {
  return `${formatRate(rate)}/day`;
}

/** The same without its unit, where a heading names it. */
export function formatRate(rate: number): string {
  const size = Math.abs(rate);
  return formatNumber(rate, size >= 1000 ? 0 : size >= 10 ? 1 : size >= 0.1 || size === 0 ? 2 : undefined);
}

/** Index points such as NPS: whole numbers. */
export function formatScore(score: number): string {
  return formatNumber(score, 0);
}

/** `1,234.50 EUR`; without cents from a hundred thousand on. */
export function formatMoney(amount: number, currency: string | undefined): string {
  const text = formatNumber(amount, Math.abs(amount) >= 100_000 ? 0 : 2);
  return currency === undefined ? text : `${text} ${currency}`;
}

/** With its sign, also a plus; zero has none. */
export function signed(value: number, decimals?: number): string {
  const text = formatNumber(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function grouped(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction] = text.split('.');
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return value < 0 && /[1-9]/.test(text) ? `-${digits}` : digits;
}
