/** A count out of a count: the evidence behind a rate. */
export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** @throws RangeError unless 0 <= hits <= of and of > 0. */
export function assertShare({ hits, of }: Share): void {
  if (!(of > 0 && hits >= 0 && hits <= of)) throw new RangeError(`a share needs 0 <= hits <= of and of > 0, not ${hits} of ${of}`);
}
