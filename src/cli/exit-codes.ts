/** Exit codes as users see them in `--help`; 130 and 143 are 128 plus the number of the signal. */
export const EXIT = {
  ok: 0,
  /** `check` missed a limit; `--strict`, and the data has warnings. */
  checkFailed: 1,
  /** Usage, input or output: the question could not be answered. */
  couldNotAnswer: 2,
  internalError: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export const EXIT_CODE_LINES: readonly (readonly [code: string, meaning: string])[] = [
  ['0', 'done'],
  ['1', 'check: a limit was missed; --strict: the data has warnings'],
  ['2', 'could not answer: wrong usage, unreadable input, output that cannot be written'],
  ['70', 'a bug in happiness'],
  ['130', 'interrupted (143: terminated)'],
];
