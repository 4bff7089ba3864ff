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

const SHOWN = 60;

/** `condition "chanel = chat", column 1`; of a long text the part around the place. */
export function placeIn(text: string, at: number): string {
  const from = text.length <= 2 * SHOWN ? 0 : Math.max(0, at - SHOWN);
  const to = text.length <= 2 * SHOWN ? text.length : at + SHOWN;
  return `condition "${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}", column ${at + 1}`;
}
