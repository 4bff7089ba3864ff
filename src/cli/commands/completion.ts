import { UserError } from '../../model/user-error.ts';
import { EXIT } from '../exit-codes.ts';
import { choose } from '../options/choose.ts';
import { writeOut } from '../terminal/write-out.ts';
import type { CommandSpec } from './command-spec.ts';

export const completionCommand: CommandSpec = {
  name: 'completion',
  operands: '[shell]',
  summary: 'A completion script for bash, zsh or fish',
  description:
    'Writes a script to standard output with which your shell completes commands, options and their values: KPIs, dimensions, presets, formats. No file of yours is changed; where the script belongs is your choice.',
  examples: [
    'happiness completion bash >> ~/.bash_completion',
    'happiness completion zsh > ~/.zfunc/_happiness',
    'happiness completion fish | source',
  ],
  options: [],
  async run({ io, operands }) {
    const [given, ...more] = operands;
    if (given === undefined || more.length > 0)
      throw new UserError('bad-shell', 'completion needs one shell', {
        hint: 'happiness completion bash, happiness completion zsh, happiness completion fish',
      });
    const { completionScript, SHELLS } = await import('../completion/completion-script.ts');
    const { COMMANDS } = await import('./index.ts');
    await writeOut(io.stdout, completionScript(choose('shell', given, SHELLS), COMMANDS));
    return EXIT.ok;
  },
};
