/** `--strict`, and the data has warnings: the report is written, the exit code is 1. */
export class StrictFailure extends Error {
  override readonly name = 'StrictFailure';

  constructor(warnings: number) {
    super(`the data has ${warnings.toLocaleString('en-US')} warning${warnings === 1 ? '' : 's'}, and --strict allows none`);
  }
}
