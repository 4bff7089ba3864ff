/** Below this many rows in either period no verdict is given: "too few" (kpis.md §8.2). */
export const MIN_COMPARED = 10;
/** Two-sided level of every difference test. */
export const SIGNIFICANCE = 0.05;

/** The direction of a difference whose interval excludes 0; 0 where it does not. */
export function directionOf({ low, high }: { readonly low: number; readonly high: number }): -1 | 0 | 1 {
  if (low > 0) return 1;
  return high < 0 ? -1 : 0;
}
