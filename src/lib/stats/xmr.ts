/** Wheeler's constants for moving ranges of two: 3/d₂ and D₄ (Understanding Variation, appendix). */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.27;
/** "Useful limits may be constructed with as few as five or six values" (ibid.): we ask for six. */
const XMR_FROM = 6;
const RUN = 7;
const TREND = 5;

/** Why a point is more than routine variation: outside the limits, one of seven in a row on one side of the mean, one of five in a row rising or falling. */
type XmrRule = 'outside' | 'run' | 'trend';

interface XmrSignal {
  readonly index: number;
  /** The first that holds, in the order of `XmrRule`. */
  readonly rule: XmrRule;
}

export interface Xmr {
  readonly mean: number;
  /** Mean of the absolute differences between neighbours. */
  readonly movingRange: number;
  /** Natural process limits. Not clipped: a quantity that cannot be negative has no signal below a negative limit. */
  readonly low: number;
  readonly high: number;
  /** Upper limit of the moving range. */
  readonly rangeLimit: number;
  readonly signals: readonly XmrSignal[];
}

/**
 * Control chart of individual values and moving ranges, in the unit of the values, which are in the order of time:
 * mean ± 2.66 · mean moving range (Wheeler, Understanding Variation). Signals after NSW Clinical Excellence Commission and
 * NHS Making Data Count; every point of a run or trend is one, and a point on the mean ends a run.
 * `null` below six values: leave out periods that are incomplete or have none.
 */
export function xmr(values: readonly number[]): Xmr | null {
  const n = values.length;
  if (n < XMR_FROM) return null;
  const mean = values.reduce((total, value) => total + value, 0) / n;
  const movingRange = values.slice(1).reduce((total, value, index) => total + Math.abs(value - values[index]!), 0) / (n - 1);
  const low = mean - LIMIT_FACTOR * movingRange;
  const high = mean + LIMIT_FACTOR * movingRange;
  // Equal values have limits of no width; rounding of their mean must not put them outside.
  const slack = Math.abs(mean) * 1e-12;
  const side = values.map((value) => (Math.abs(value - mean) <= slack ? 0 : Math.sign(value - mean)));
  const inRun = sequences(side, RUN);
  const inTrend = trends(values);
  const signals = values.flatMap((value, index): XmrSignal[] => {
    if (value < low - slack || value > high + slack) return [{ index, rule: 'outside' }];
    if (inRun[index]) return [{ index, rule: 'run' }];
    return inTrend[index] ? [{ index, rule: 'trend' }] : [];
  });
  return { mean, movingRange, low, high, rangeLimit: RANGE_FACTOR * movingRange, signals };
}

/** Marks the members of every stretch of at least `length` equal signs other than 0. */
function sequences(signs: readonly number[], length: number): boolean[] {
  const marks = signs.map(() => false);
  let start = 0;
  for (let end = 1; end <= signs.length; end++) {
    if (end < signs.length && signs[end] === signs[start]) continue;
    if (signs[start] !== 0 && end - start >= length) marks.fill(true, start, end);
    start = end;
  }
  return marks;
}

/** Five points in one direction are four steps of one sign; the point before the first step belongs to them. */
function trends(values: readonly number[]): boolean[] {
  const steps = sequences(
    values.slice(1).map((value, index) => Math.sign(value - values[index]!)),
    TREND - 1,
  );
  return values.map((_, index) => steps[index - 1] === true || steps[index] === true);
}
