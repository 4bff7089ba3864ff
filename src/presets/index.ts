import { chatwootJson } from './chatwoot-json.ts';
import { freshdeskCsv } from './freshdesk-csv.ts';
import { freshdeskJson } from './freshdesk-json.ts';
import { generic } from './generic.ts';
import { helpscoutJson } from './helpscout-json.ts';
import { intercomJson } from './intercom-json.ts';
import type { Preset } from './preset.ts';
import { zammadJson } from './zammad-json.ts';
import { zendeskApiCsv } from './zendesk-api-csv.ts';
import { zendeskCsv } from './zendesk-csv.ts';
import { zendeskJson } from './zendesk-json.ts';
import { zendeskMetrics } from './zendesk-metrics.ts';

/** Every preset, by product. */
export const presets: readonly Preset[] = [
  zendeskCsv, zendeskApiCsv, zendeskJson, zendeskMetrics,
  freshdeskCsv, freshdeskJson,
  zammadJson,
  intercomJson,
  helpscoutJson,
  chatwootJson,
  generic,
];
