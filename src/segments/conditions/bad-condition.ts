import { UserError } from '../../model/user-error.ts';

/** `condition "channel =", column 10: a value is missing`. `at` is 0-based. */
export function badCondition({
  text,
  at,
  problem,
  hint,
}: {
  readonly text: string;
  readonly at: number;
  readonly problem: string;
  readonly hint?: string | undefined;
}): UserError {
  return new UserError('bad-condition', `${placeIn(text, at)}: ${problem}`, {
    hint: hint ?? 'A condition reads like: channel = chat and priority in (high, urgent) and not plan = free',
  });
}

/** `condition "chanel = chat", column 1`. */
export function placeIn(text: string, at: number): string {
  return `condition "${text}", column ${at + 1}`;
}
