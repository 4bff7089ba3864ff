import type { OptionGroup } from '../commands/command-spec.ts';
import { REPORT_FLAGS } from './report-flags.ts';

/** What makes no sense for customers at an instant. */
const NOT_HERE = /^--(?:compare|every|kpi|by|min-segment|sort|clock|like|dist|heatmap|link)\b/;

const SEGMENT: OptionGroup = {
  title: 'Customers',
  options: [
    { flags: '--list <segment>', says: 'The ids of its customers, one a line: negative, neutral, positive, unknown or a segment of the config; as csv, json or markdown with rule and facts' },
    { flags: '--emails', says: 'List customers without an id by their e-mail address' },
    { flags: '--pseudonymize <keyfile>', says: 'Instead of ids their HMAC-SHA256 (32 hex digits) with the key in that file' },
  ],
};

/** The options of `segment`: of the report's those that it shares. */
export const SEGMENT_FLAGS: readonly OptionGroup[] = [
  SEGMENT,
  ...REPORT_FLAGS.map((group) => ({
    ...group,
    options: group.options
      .filter(({ flags }) => !NOT_HERE.test(flags))
      .map((option) => (option.flags.startsWith('--top') ? { ...option, says: 'With --list: only so many, those who pay most first' } : option)),
  })),
];
