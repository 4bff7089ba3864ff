import type { OptionGroup } from '../commands/command-spec.ts';
import { CONFIG_FLAGS } from './config-flags.ts';
import { REPORT_FLAGS } from './report-flags.ts';

/** What makes no sense for customers at an instant. */
const NOT_HERE = /^--(?:compare|every|kpi|by|min-segment|sort|clock|like|dist|heatmap|link|follow-up)\b/;

/** What is said in other words here. */
const SAYS: Readonly<Record<string, string>> = {
  '--top': 'With --list: only so many, those who pay most first',
  '--where': 'Only customers who meet it: plan=pro, "tickets >= 3", lastRating=bad (repeatable, all must hold)',
  '--from': 'First day, instead of --period: moves count from it on',
};

const SEGMENT: OptionGroup = {
  title: 'Customers',
  options: [
    {
      flags: '--list <segment>',
      says: 'The ids of its customers, one a line: negative, neutral, positive, unknown or a segment of the config; as csv, json or markdown with rule and facts',
    },
    { flags: '--emails', says: 'List customers without an id by their e-mail address' },
    { flags: '--pseudonymize <keyfile>', says: 'Instead of ids their HMAC-SHA256 (32 hex digits) with the key in that file' },
  ],
};

/** The options of `segment`: of the report's those that it shares. */
export const SEGMENT_FLAGS: readonly OptionGroup[] = [
  SEGMENT,
  ...[...REPORT_FLAGS, CONFIG_FLAGS].map((group) => ({
    ...group,
    options: group.options
      .filter(({ flags }) => !NOT_HERE.test(flags))
      .map((option) => ({ ...option, says: SAYS[option.flags.split(' ')[0] ?? ''] ?? option.says })),
  })),
];
