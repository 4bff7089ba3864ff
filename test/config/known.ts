import { fileURLToPath } from 'node:url';
import { settle, type ConfigRequest, type Known, type ResolvedConfig } from '../../src/config/index.ts';
import type { OptionType } from '../../src/kpis/define-kpi.ts';
import { parseCondition } from '../../src/segments/conditions/parse-condition.ts';
import { vectorRules } from '../../src/segments/vectors/rules.ts';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/config', import.meta.url));

/** A small program around the config, so that its messages do not change whenever a KPI comes along. */
export const KNOWN: Known = {
  kpis: [
    { id: 'backlog' },
    kpi('first-response-time', { cohort: ['created', 'event'], outbound: ['from-customer', 'exclude'] }),
    kpi('service-level', { target: 'duration', targets: 'durations', share: 'ratio', weight: 'number' }),
    kpi('csat', { positive: 'texts' }),
    kpi('early-leave-rate', { days: 'days' }),
    kpi('trial-conversion-rate', { cohort: ['started', 'ended', 'flow'], days: 'days' }),
    kpi('repeat-problem-rate', { window: 'duration', problem: 'texts' }),
    kpi('reopen-rate', { ignoreReopenWithoutReply: 'flag' }),
  ],
  presetIds: ['zendesk-csv', 'zendesk-json', 'generic', 'delighted'],
  checkCondition: (text) => void parseCondition(text),
  checkVectorRule: (vector, text) => void vectorRules({ [vector]: [text] }),
};

function kpi(id: string, options: Readonly<Record<string, OptionType>>): Known['kpis'][number] {
  return {
    id,
    options: Object.entries(options).map(([name, type]) => ({ name, type, default: null, says: `What ${name} does`, definedBy: [] })),
  };
}

/** A config settled with nothing around it but what the test gives. */
export async function settled(request: Partial<ConfigRequest>): Promise<ResolvedConfig> {
  return await settle({ cwd: FIXTURES, configPath: undefined, env: {}, flags: {}, known: KNOWN, ...request });
}
