import { CONFIG_FLAGS } from '../options/config-flags.ts';
import { REPORT_FLAGS } from '../options/report-flags.ts';
import type { CommandSpec } from './command-spec.ts';

export const reportCommand: CommandSpec = {
  name: 'report',
  operands: '[files...]',
  summary: 'KPIs for a period, with comparison, breakdowns and series',
  description:
    'Computes KPIs from exports of a helpdesk or customer system: any mix of CSV, JSON and NDJSON files (also gzipped), folders, globs and - (standard input). What each file holds is recognised from its content.',
  examples: [
    'happiness report tickets.csv',
    'happiness report tickets.csv --period 2025-Q1 --by channel',
    'happiness report exports/ --period last-week -o weekly.md --quiet',
    'happiness report tickets.csv --kpi csat,nps --where priority=urgent',
    'happiness report tickets.csv messages.csv --format json | jq .kpis',
  ],
  options: [...REPORT_FLAGS, CONFIG_FLAGS],
  async run(invocation) {
    const { runReport } = await import('../report/run-report.ts');
    return await runReport(invocation);
  },
};
