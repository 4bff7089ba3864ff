import { parseDuration } from '../../lib/time/parse-duration.ts';
import type { RawOptions } from '../commands/command-spec.ts';
import { badValue } from '../options/choose.ts';
import { flagOption, listOption, textOption } from '../options/raw-options.ts';

export interface CheckOptions {
  readonly rules: readonly string[];
  /** A stored report to compare with, instead of the period before. */
  readonly baseline: string | undefined;
  /** Seconds. */
  readonly maxAge: number | null;
  readonly suggest: boolean;
  readonly exitZero: boolean;
}

export function parseCheckOptions(options: RawOptions): CheckOptions {
  const maxAge = textOption(options, 'maxAge');
  return {
    rules: listOption(options, 'rule'),
    baseline: textOption(options, 'baseline'),
    maxAge: maxAge === undefined ? null : age(maxAge),
    suggest: flagOption(options, 'suggest'),
    exitZero: flagOption(options, 'exitZero'),
  };
}

function age(text: string): number {
  const seconds = /\p{L}/u.test(text) ? parseDuration(text) : null;
  if (seconds === null || seconds <= 0) throw badValue('max-age', text, 'a duration such as 2d or 36h');
  return seconds;
}
