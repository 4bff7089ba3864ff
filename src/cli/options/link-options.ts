import type { RawOptions } from '../commands/command-spec.ts';
import { FOLLOW_UP_DAYS } from '../../analyze/link/link.ts';
import { UserError } from '../../model/user-error.ts';
import { badValue } from './choose.ts';
import { flagOption, textOption } from './raw-options.ts';

/** Days for which `--link` follows customers; `null` without it. @throws UserError for what is no number of days, or has no `--link`. */
export function parseFollowUp(options: RawOptions): number | null {
  const text = textOption(options, 'followUp');
  if (!flagOption(options, 'link')) {
    if (text !== undefined)
      throw new UserError('bad-follow-up', '--follow-up needs --link', { hint: 'it says for how long --link follows customers' });
    return null;
  }
  if (text === undefined) return FOLLOW_UP_DAYS;
  if (!/^\d{1,4}d?$/.test(text) || Number.parseInt(text, 10) < 1) throw badValue('follow-up', text, 'a number of days such as 60');
  return Number.parseInt(text, 10);
}
