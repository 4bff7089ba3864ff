export interface ErrorPlace {
  readonly file?: string | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based. */
  readonly column?: number | undefined;
  /** What to do about it, as a sentence. */
  readonly hint?: string | undefined;
}

/** A problem that the user can mend: wrong usage, unreadable or unrecognised input, an output that cannot be written. Exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly place: ErrorPlace;

  constructor(code: string, message: string, place: ErrorPlace = {}) {
    super(message);
    this.code = code;
    this.place = place;
  }
}
