/** Sum with Neumaier's compensation: a million durations lose no digit to the order in which they are added. 0 without values. */
export function sum(values: ArrayLike<number>): number {
  return wholeSum(values) ?? compensatedSum(values);
}

/** Whole numbers from 0 to 4,294,967,295 lose nothing while their sum stays below 2^53: no compensation is needed. `null` for others. */
function wholeSum(values: ArrayLike<number>): number | null {
  let total = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (value !== value >>> 0) return null;
    total += value;
  }
  return total <= Number.MAX_SAFE_INTEGER ? total : null;
}

function compensatedSum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/**
 * Arithmetic mean, in the unit of the values.
 * @throws RangeError without values.
 */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('mean needs at least one value');
  return sum(values) / values.length;
}
