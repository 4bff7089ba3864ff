import type { CommandSpec } from '../commands/command-spec.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { grammarOf } from './grammar.ts';
import { completionWords, type Shell } from './words.ts';
import { zshScript } from './zsh.ts';

export { SHELLS } from './words.ts';

const HELP: CommandSpec = {
  name: 'help',
  operands: '[command]',
  summary: 'The help of one command',
  description: '',
  examples: [],
  options: [],
  run: () => Promise.resolve(0),
};
const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** The script for a shell, from the same objects that parse and explain the command line. */
export function completionScript(shell: Shell, commands: readonly CommandSpec[]): string {
  return SCRIPTS[shell](grammarOf([...commands, HELP], completionWords(commands.map(({ name }) => name))));
}
