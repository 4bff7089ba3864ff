import type { CommandSpec } from './command-spec.ts';
import { OUTPUT_FLAGS } from '../options/report-flags.ts';

export const renderCommand: CommandSpec = {
  name: 'render',
  operands: '<report>',
  summary: 'A stored JSON report in another format',
  description:
    'Writes a report that an earlier run stored with --format json, or the verdicts of a check, in other formats. Nothing is computed again.',
  examples: [
    'happiness render report.json -o report.md',
    'happiness render report.json --format slack',
    'happiness render checks.json --format junit > checks.xml',
  ],
  options: [OUTPUT_FLAGS],
  async run(invocation) {
    const { runRender } = await import('../stored/run-render.ts');
    return await runRender(invocation);
  },
};
