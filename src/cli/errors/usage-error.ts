import type { CommanderError } from 'commander';
import { UserError } from '../../model/user-error.ts';
import { PROGRAM } from '../version.ts';

/** commander's complaints in our words: no "error:" before them, its suggestion as the hint. */
export function usageError(error: CommanderError): UserError {
  const [complaint = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
  const code = error.code.replace(/^commander\./, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const quoted = /'(.*)'/.exec(complaint)?.[1] ?? '';
  switch (code) {
    case 'option-missing-argument':
      return new UserError(code, `${/--[\w-]+/.exec(quoted)?.[0] ?? quoted} needs a value`, {
        hint: `${PROGRAM} COMMAND --help says which`,
      });
    case 'excess-arguments':
      return new UserError(code, `${quoted} takes no files`, { hint: `see ${PROGRAM} ${quoted} --help` });
    default: {
      const suggestion = /\(Did you mean (.*)\?\)/.exec(rest.join(' '))?.[1];
      const fallback = code === 'unknown-command' ? commandHint(quoted) : undefined;
      return new UserError(code, complaint, { hint: suggestion === undefined ? fallback : `did you mean ${suggestion}?` });
    }
  }
}

/** Someone who gives a file first wants a report on it. */
function commandHint(given: string): string {
  return /[./\\*]/.test(given) ? `for a report on files: ${PROGRAM} report ${given}` : `all commands: ${PROGRAM} --help`;
}
