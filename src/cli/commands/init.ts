import { READING_FLAGS } from '../options/inspect-flags.ts';
import type { CommandSpec } from './command-spec.ts';

export const initCommand: CommandSpec = {
  name: 'init',
  operands: '[files...]',
  summary: 'A commented config for this folder, from what it sees in your files',
  description:
    'Writes happiness.config.yaml into the current folder: with the files that you name as its sources, what was assumed of them, guesses for the columns that were not recognised (commented out), and every other setting worth knowing. Never overwrites a config.',
  examples: [
    'happiness init exports/*.csv',
    'happiness init --timezone Europe/Berlin tickets.csv customers.csv',
    'happiness init tickets.csv --output -',
  ],
  options: [
    { title: 'Output', options: [{ flags: '-o, --output <file>', says: 'Write there instead; - is standard output' }] },
    ...READING_FLAGS,
  ],
  async run(invocation) {
    const { runInit } = await import('../inspect/run-init.ts');
    return await runInit(invocation);
  },
};
