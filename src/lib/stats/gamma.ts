const STIRLING_FROM = 10;
const PRECISION = 1e-16;

/** Coefficients of 1/x, 1/x³, 1/x⁵ … in Stirling's series: B(2k) / (2k(2k − 1)) (Abramowitz & Stegun 6.1.41). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

/**
 * Natural logarithm of Γ(x) by Stirling's series; smaller arguments are first shifted up by Γ(x + 1) = x·Γ(x).
 * @throws RangeError unless x > 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a positive argument, not ${x}`);
  let shift = 1;
  let at = x;
  for (; at < STIRLING_FROM; at++) shift *= at;
  let series = 0;
  let power = 1 / at;
  for (const coefficient of STIRLING) {
    series += coefficient * power;
    power /= at * at;
  }
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}

/**
 * Regularised incomplete gamma functions: `lower` is P(a, x), the share of Γ(a) below x, `upper` its complement Q(a, x),
 * each computed without cancellation where it is small.
 * Series below x = a + 1, Lentz's continued fraction above (Numerical Recipes, 3rd ed., 6.2); about 9·√a steps at worst.
 * @throws RangeError unless a > 0 and x >= 0.
 */
export function regularizedGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (!(a > 0 && x >= 0)) throw new RangeError(`regularizedGamma needs a > 0 and x >= 0, not ${a} and ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    const lower = Math.min(1, factor * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, factor * continuedFraction(a, x));
  return { lower: 1 - upper, upper };
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let total = term;
  for (let above = a + 1; term > total * PRECISION; above++) {
    term *= x / above;
    total += term;
  }
  return total;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let value = d;
  for (let step = 1; ; step++) {
    const numerator = -step * (step - a);
    b += 2;
    d = 1 / nonZero(b + numerator * d);
    c = nonZero(b + numerator / c);
    const ratio = c * d;
    value *= ratio;
    if (Math.abs(ratio - 1) < 4 * PRECISION) return value;
  }
}

/** Keeps Lentz's quotients from dividing by zero. */
export function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/**
 * The x with P(a, x) = p: the quantile of the gamma distribution of shape a and scale 1
 * (half the chi-square quantile with 2a degrees of freedom), by Newton steps kept inside a bracket.
 * @throws RangeError unless a > 0 and 0 <= p < 1.
 */
export function gammaQuantile(p: number, a: number): number {
  if (!(a > 0 && p >= 0 && p < 1)) throw new RangeError(`gammaQuantile needs a > 0 and 0 <= p < 1, not ${a} and ${p}`);
  if (p === 0) return 0;
  let low = 0;
  let high = a + 1;
  while (regularizedGamma(a, high).lower < p) {
    low = high;
    high *= 2;
  }
  const logScale = logGamma(a);
  let x = (low + high) / 2;
  for (let step = 0; step < 200; step++) {
    const { lower, upper } = regularizedGamma(a, x);
    const error = p < 0.5 ? lower - p : 1 - p - upper;
    if (error > 0) high = x;
    else low = x;
    const slope = Math.exp((a - 1) * Math.log(x) - x - logScale);
    const newton = x - error / slope;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= x * 1e-15) return next;
    x = next;
  }
  return x;
}
