/** First minus second, with its interval of confidence. The two differ clearly when the interval leaves out 0. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}
