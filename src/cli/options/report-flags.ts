import type { OptionGroup } from '../commands/command-spec.ts';

/** How a report is written, and where. */
export const OUTPUT_FLAGS: OptionGroup = {
  title: 'Output',
  options: [
    {
      flags: '-f, --format <format>',
      says: 'For standard output: table (default), json, markdown, csv, ndjson, slack, prometheus, elastic; for check also junit, github, gitlab',
    },
    {
      flags: '-o, --output <file>',
      says: 'Write there, in the format of its extension; - is standard output, {period} the period in names (repeatable)',
      repeatable: true,
    },
    { flags: '--compact', says: 'Less space: JSON on one line' },
    { flags: '--strict', says: 'Exit 1 when the data has warnings' },
  ],
};

/** The options of `report` as they are written and explained. Their values get their types in the files beside this one. */
export const REPORT_FLAGS: readonly OptionGroup[] = [
  {
    title: 'Time',
    options: [
      {
        flags: '--period <period>',
        says: 'all (default), last-week, last-month, last-quarter, last-year, this-…, 2025, 2025-Q1, 2025-03, 2025-W10, 2025-03-09, 2025-01-01..2025-03-31',
      },
      { flags: '--from <date>', says: 'First day, instead of --period' },
      { flags: '--to <date>', says: 'Last day (included), instead of --period' },
      { flags: '--compare <with>', says: 'previous, year, none or another period (default: previous; none for all)' },
      { flags: '--every <step>', says: 'A series by day, week, month or quarter' },
      {
        flags: '--as-of <date>',
        says: 'The data as it stood at that instant, from which relative periods count; a bare date is its 00:00 and leaves that day out (--to 2025-10-15 includes it)',
      },
      { flags: '--timezone <zone>', says: 'Zone of days, and of time stamps without one (Europe/Belgrade; default UTC)' },
      { flags: '--week-start <day>', says: 'mon (default), tue, … sun' },
      { flags: '--clock <clock>', says: 'calendar (default), or business: durations in opening hours, by the calendars of the config' },
    ],
  },
  {
    title: 'What to show',
    options: [
      { flags: '--kpi <ids>', says: 'KPI ids between commas, service-level(1h), or support, success, all (see happiness kpis)' },
      {
        flags: '--by <dimensions>',
        says: 'Break down by channel (default; none for none), priority, group, tag, organization, plan, weekday, …; a,b gives two tables, a+b crosses two',
      },
      { flags: '--where <condition>', says: 'Only rows that meet it: channel=chat (repeatable, all must hold)', repeatable: true },
      {
        flags: '--like <product>',
        says: "That product's definitions: zendesk, freshdesk, intercom, helpscout, zammad or chatwoot",
      },
      { flags: '--min-segment <n>', says: 'Suppress groups of fewer rows (default 5)' },
      { flags: '--sort <order>', says: 'Groups by n (default), value or key' },
      { flags: '--top <n>', says: 'Only so many groups' },
      { flags: '--dist', says: 'How durations spread: the usual buckets, with median and p90 where they lie' },
      { flags: '--link', says: 'What became of customers after the support that they had, beside those who never wrote' },
      { flags: '--follow-up <days>', says: 'With --link: for how many days customers are followed (default 60)' },
      { flags: '--heatmap', says: 'When in the week tickets come and are answered, hour by hour' },
    ],
  },
  OUTPUT_FLAGS,
  {
    title: 'Input',
    options: [
      { flags: '--preset <id>', says: 'Take every file for this export (see happiness presets)' },
      { flags: '--tickets <file>', says: 'A file of tickets, whatever it looks like; so too the six below (repeatable)', repeatable: true },
      { flags: '--messages <file>', says: 'Replies, notes, call legs', repeatable: true },
      { flags: '--changes <file>', says: 'Changes of status, group, assignee, priority', repeatable: true },
      { flags: '--customers <file>', says: 'Customers or accounts', repeatable: true },
      { flags: '--subscriptions <file>', says: 'Subscription periods', repeatable: true },
      { flags: '--events <file>', says: 'What customers did', repeatable: true },
      { flags: '--surveys <file>', says: 'Answers to NPS, CSAT and CES questions', repeatable: true },
      {
        flags: '--map <mapping>',
        says: 'tickets.createdAt="Opened on": a column by its name (repeatable; all fields: happiness fields)',
        repeatable: true,
      },
      { flags: '--scale <range>', says: 'Range of the ratings, such as 1..5' },
      { flags: '--date-order <order>', says: 'dmy, mdy or ymd, for dates such as 03/04/2025' },
      { flags: '--encoding <name>', says: 'utf-8, utf-16le, utf-16be or windows-1252, instead of the one detected' },
      { flags: '--delimiter <sign>', says: 'Between cells, instead of the one detected: , ; | or tab' },
    ],
  },
];
