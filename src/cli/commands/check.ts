import { CHECK_FLAGS } from '../options/check-flags.ts';
import type { CommandSpec } from './command-spec.ts';
import { reportCommand } from './report.ts';

export const checkCommand: CommandSpec = {
  name: 'check',
  operands: '[files...]',
  summary: 'Thresholds for KPIs; exit code 1 when one is missed',
  description:
    'Judges KPIs by the rules of the config (checks) and of --rule. A rule names a KPI, an aggregate, rows and a limit: first-response-time.p90{channel=chat} <= 5m, csat >= 85% warn 90%, csat drop <= 3pp (against the period before or --baseline), service-level(15m){channel=*} >= 90% (every channel). A rule without data fails unless it says otherwise.',
  examples: [
    'happiness check tickets.csv --rule "first-response-time.p90 <= 4h"',
    'happiness check --period last-week',
    'happiness check tickets.csv --period last-month --max-age 2d --quiet',
    'happiness check tickets.csv --format junit > checks.xml',
    'happiness check tickets.csv --suggest',
  ],
  options: [CHECK_FLAGS, ...reportCommand.options],
  async run(invocation) {
    const { runCheck } = await import('../check/run-check.ts');
    return await runCheck(invocation);
  },
};
