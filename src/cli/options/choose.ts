import { suggest } from '../../lib/text/suggest.ts';
import { UserError } from '../../model/user-error.ts';

/** One of the allowed words, or an error that names them. `code` is `bad-<option>`. */
export function choose<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === given);
  if (found !== undefined) return found;
  const guess = suggest(given, allowed);
  const list = allowed.join(', ');
  throw badValue(option, given, `one of ${list}`, guess === undefined ? undefined : `did you mean ${guess}?`);
}

/** Says what was given and what is allowed. */
export function badValue(option: string, given: string, allowed: string, hint?: string): UserError {
  return new UserError(`bad-${option}`, `--${option} ${JSON.stringify(given)} is not ${allowed}`, { hint });
}

/** Words between commas, blanks around them dropped. @throws UserError where nothing stands between two commas. */
export function commaList(option: string, given: string): string[] {
  const words = given.split(',').map((word) => word.trim());
  if (words.includes('')) throw badValue(option, given, 'a list such as a,b,c');
  return words;
}
