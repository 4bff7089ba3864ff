import type { OptionGroup } from '../commands/command-spec.ts';
import { REPORT_FLAGS } from './report-flags.ts';

/** What of `report` makes sense for one KPI taken apart; all about the input does. */
const HERE: ReadonlySet<string> = new Set(['period', 'from', 'to', 'as-of', 'timezone', 'week-start', 'clock', 'where', 'compact']);

const QUESTIONS: OptionGroup = {
  title: 'Questions',
  options: [
    {
      flags: '--list <step>',
      says: 'With files: the ids behind a step of the funnel (missed, waiting, excluded, …), one a line; json and csv too',
    },
    { flags: '--ticket <id>', says: 'With files: the way of one ticket, and why it ended where it did (system:id where several are read)' },
    { flags: '--like <product>', says: 'The definition of zendesk, freshdesk, intercom, helpscout, zammad or chatwoot; all: side by side' },
    { flags: '-f, --format <format>', says: 'table (default), json or markdown; csv for --list' },
    { flags: '-o, --output <file>', says: 'Write there, in the format of its extension', repeatable: true },
  ],
};

/** What `report` can be asked of data, as far as it concerns one KPI. */
export const EXPLAIN_FLAGS: readonly OptionGroup[] = [
  QUESTIONS,
  ...REPORT_FLAGS.map(({ title, options }) => ({
    title,
    options: title === 'Input' ? options : options.filter(({ flags }) => HERE.has(nameOf(flags))),
  })).filter(({ options }) => options.length > 0),
];

function nameOf(flags: string): string {
  return /--([\w-]+)/.exec(flags)?.[1] ?? '';
}
