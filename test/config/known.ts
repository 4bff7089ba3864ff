import { fileURLToPath } from 'node:url';
import { settle, type ConfigRequest, type Known, type ResolvedConfig } from '../../src/config/index.ts';
import { parseCondition } from '../../src/segments/conditions/parse-condition.ts';

export const FIXTURES = fileURLToPath(new URL('../../fixtures/config', import.meta.url));

/** A small program around the config, so that its messages do not change whenever a KPI comes along. */
export const KNOWN: Known = {
  kpis: [
    { id: 'backlog', options: [] },
    { id: 'first-response-time' },
    {
      id: 'service-level',
      options: [
        { name: 'target', type: 'duration', default: 900, says: 'Longest time', definedBy: [] },
        { name: 'targets', type: 'durations', default: null, says: 'Others', definedBy: [] },
        { name: 'share', type: 'ratio', default: null, says: 'A share', definedBy: [] },
        { name: 'weight', type: 'number', default: null, says: 'A number', definedBy: [] },
      ],
    },
  ],
  presetIds: ['zendesk-csv', 'zendesk-json', 'generic', 'delighted'],
  checkCondition: (text) => void parseCondition(text),
};

/** A config settled with nothing around it but what the test gives. */
export async function settled(request: Partial<ConfigRequest>): Promise<ResolvedConfig> {
  return await settle({ cwd: FIXTURES, configPath: undefined, env: {}, flags: {}, known: KNOWN, ...request });
}
