/** Counts the different subjects (−1 = nobody) behind rows, any number of times, without a set a time. */
export interface DistinctCounter {
  /** Marks the subjects of the rows and counts them. */
  count(rows: Int32Array): number;
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
      for (let index = 0; index < rows.length; index++) {
        const subject = subjects[rows[index]!]!;
        if (subject < 0) continue;
        // Who comes again follows no pattern that a branch could be guessed by.
        count += Number(marks[subject] !== round);
        marks[subject] = round;
      }
      return count;
    },
    has: (subject) => subject >= 0 && round > 0 && marks[subject] === round,
  };
}
