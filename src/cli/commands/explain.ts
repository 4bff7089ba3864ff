import { CONFIG_FLAGS } from '../options/config-flags.ts';
import { EXPLAIN_FLAGS } from '../options/explain-flags.ts';
import type { CommandSpec } from './command-spec.ts';

export const explainCommand: CommandSpec = {
  name: 'explain',
  operands: '[kpi] [files...]',
  summary: 'What a KPI means, and how its value came about in your data',
  description:
    'Prints the definition of a KPI: formula, what it needs and leaves out, options, a worked example, who defines it otherwise. With files it shows the funnel from the rows read to the value, the ids behind every step of it, and the way of a single ticket.',
  examples: [
    'happiness explain first-response-time',
    'happiness explain first-response-time tickets.csv --period 2025-Q1',
    'happiness explain "service-level(1h)" tickets.csv --list missed',
    'happiness explain first-response-time exports/ --ticket 1042',
    'happiness explain resolution-time tickets.csv --like all',
  ],
  options: [...EXPLAIN_FLAGS, CONFIG_FLAGS],
  async run(invocation) {
    const { runExplain } = await import('../explain/run-explain.ts');
    return await runExplain(invocation);
  },
};
