import { chatwootJson } from './chatwoot-json.ts';
import { delightedJson } from './delighted-json.ts';
import { delighted } from './delighted.ts';
import { freshdeskCsv } from './freshdesk-csv.ts';
import { freshdeskJson } from './freshdesk-json.ts';
import { generic } from './generic.ts';
import { gorgiasJson } from './gorgias-json.ts';
import { helpscoutJson } from './helpscout-json.ts';
import { hubspotCsv } from './hubspot-csv.ts';
import { intercomJson } from './intercom-json.ts';
import { jiraCsv } from './jira-csv.ts';
import type { Preset } from './preset.ts';
import { salesforceCsv } from './salesforce-csv.ts';
import { servicenowCsv } from './servicenow-csv.ts';
import { zammadJson } from './zammad-json.ts';
import { zendeskApiCsv } from './zendesk-api-csv.ts';
import { zendeskCsv } from './zendesk-csv.ts';
import { zendeskJson } from './zendesk-json.ts';
import { zendeskMetrics } from './zendesk-metrics.ts';
import { zohoCsv } from './zoho-csv.ts';
import { zohoJson } from './zoho-json.ts';

/** Every preset, by product. Of those that match equally well the first one wins. */
export const presets: readonly Preset[] = [
  zendeskCsv,
  zendeskApiCsv,
  zendeskJson,
  zendeskMetrics,
  freshdeskCsv,
  freshdeskJson,
  zammadJson,
  intercomJson,
  helpscoutJson,
  chatwootJson,
  gorgiasJson,
  hubspotCsv,
  jiraCsv,
  salesforceCsv,
  servicenowCsv,
  zohoCsv,
  zohoJson,
  delighted,
  delightedJson,
  generic,
];
