import { forTerminal } from '../lib/text/sanitize.ts';
import { UserError, type ErrorPlace } from '../model/user-error.ts';

/** A problem with its place in a file. */
export interface PlacedProblem {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** Beyond this many a config is no config. */
const MOST = 20;

/** All problems of a file in one error: the first one has the place, the others follow in the hint, each with its own. */
export function configError(file: string, problems: readonly PlacedProblem[]): UserError {
  const [first, ...others] = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const { message = 'cannot be used', hint, line, column } = first ?? {};
  const rest = others
    .slice(0, MOST - 1)
    .flatMap((problem) => [
      forTerminal(`${[file, problem.line, problem.column].filter((part) => part !== undefined).join(':')}: ${problem.message}`),
      ...(problem.hint === undefined ? [] : [`  ${problem.hint}`]),
    ]);
  if (others.length >= MOST) rest.push(`and ${others.length - MOST + 1} more`);
  const advice = [...(hint === undefined ? [] : [hint]), ...rest].join('\n');
  const place: ErrorPlace = { file, line, column, hint: advice === '' ? undefined : advice };
  const more = others.length === 0 ? '' : ` (and ${others.length} more below)`;
  return new UserError('bad-config', `${message}${more}`, place);
}
