export interface LatestOptions {
  readonly rows: Int32Array;
  readonly at: Float64Array;
  /** Who each row is about (-1 unknown: counts by itself). */
  readonly subjects: Int32Array;
  /** Of two rows of one instant the lower one counts: whichever was read first must not matter. */
  readonly rank: ArrayLike<number>;
}

/** Of several rows of one subject the latest. */
export function latestBySubject({ rows, at, subjects, rank }: LatestOptions): readonly number[] {
  const latest = new Map<number, number>();
  const kept: number[] = [];
  for (const row of rows) {
    const subject = subjects[row]!;
    if (subject < 0) {
      kept.push(row);
      continue;
    }
    const other = latest.get(subject);
    if (other === undefined || at[row]! > at[other]! || (!(at[row]! < at[other]!) && rank[row]! < rank[other]!)) latest.set(subject, row);
  }
  kept.push(...latest.values());
  return kept;
}
