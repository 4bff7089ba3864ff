import { CONFIG_FLAGS } from '../options/config-flags.ts';
import { INSPECT_FLAGS } from '../options/inspect-flags.ts';
import type { CommandSpec } from './command-spec.ts';

export const inspectCommand: CommandSpec = {
  name: 'inspect',
  operands: '[files...]',
  summary: 'What is recognised in your files, and what can be made of them',
  description:
    'Looks at files as a report would: which export each one is, its encoding and delimiter, what every column is taken for and which are not used, what was assumed, which rows cannot be used and why, which KPIs can be computed and what the others lack; and prints the config that settles what is open. Cell contents are only shown with --show-values.',
  examples: [
    'happiness inspect tickets.csv',
    'happiness inspect exports/ --format json | jq .files',
    'happiness inspect tickets.csv --map tickets.createdAt="Opened on"',
    'happiness inspect tickets.csv --show-values',
  ],
  options: [...INSPECT_FLAGS, CONFIG_FLAGS],
  async run(invocation) {
    const { runInspect } = await import('../inspect/run-inspect.ts');
    return await runInspect(invocation);
  },
};
