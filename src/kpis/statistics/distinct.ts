/** Counts the different subjects (−1 = nobody) behind rows, any number of times, without a set a time. */
export interface DistinctCounter {
  /** Marks the subjects of the rows and counts them. */
  count(rows: Iterable<number>): number;
  /** Whether a subject was among those counted last. */
  has(subject: number): boolean;
}

export function distinctCounter(subjects: Int32Array, size: number): DistinctCounter {
  const marks = new Uint32Array(size);
  let round = 0;
  return {
    count(rows) {
      round++;
      let count = 0;
      for (const row of rows) {
        const subject = subjects[row]!;
        if (subject < 0 || marks[subject] === round) continue;
        marks[subject] = round;
        count++;
      }
      return count;
    },
    has: (subject) => subject >= 0 && round > 0 && marks[subject] === round,
  };
}
