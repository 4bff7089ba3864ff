import { regularizedGamma } from './gamma.ts';

/** P(Z > z) of the standard normal distribution: half of erfc(z/√2), through the incomplete gamma function. */
export function normalUpperTail(z: number): number {
  const { lower, upper } = regularizedGamma(0.5, (z * z) / 2);
  return z >= 0 ? upper / 2 : (1 + lower) / 2;
}

/** P(|Z| > |z|): the two-sided p-value of a z-statistic. */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

/**
 * The z that a central share `level` of the standard normal distribution lies within: 1.959964 for 0.95.
 * @throws RangeError unless 0 < level < 1.
 */
export function zForLevel(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level of confidence lies between 0 and 1, not ${level}`);
  return normalQuantile((1 + level) / 2);
}

type Coefficients = readonly number[];

// Wichura (1988), algorithm AS 241 (PPND16), Applied Statistics 37, 477–484: about 16 digits. Highest power first.
const CENTRE: readonly [Coefficients, Coefficients] = [
  [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083,
    42.313330701600911252, 1,
  ],
];
const SHOULDER: readonly [Coefficients, Coefficients] = [
  [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504,
    5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455,
    1.6763848301838038494, 2.05319162663775882187, 1,
  ],
];
const TAIL: readonly [Coefficients, Coefficients] = [
  [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123,
    1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525,
    0.1369298809227358053, 0.59983220655588793769, 1,
  ],
];

/**
 * Quantile of the standard normal distribution.
 * @throws RangeError unless 0 < p < 1.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile needs a p between 0 and 1, not ${p}`);
  const offset = p - 0.5;
  if (Math.abs(offset) <= 0.425) return offset * ratio(CENTRE, 0.180625 - offset * offset);
  const depth = Math.sqrt(-Math.log(offset < 0 ? p : 1 - p));
  const size = depth <= 5 ? ratio(SHOULDER, depth - 1.6) : ratio(TAIL, depth - 5);
  return offset < 0 ? -size : size;
}

function ratio([numerator, denominator]: readonly [Coefficients, Coefficients], at: number): number {
  return polynomial(numerator, at) / polynomial(denominator, at);
}

function polynomial(coefficients: Coefficients, at: number): number {
  return coefficients.reduce((value, coefficient) => value * at + coefficient, 0);
}
