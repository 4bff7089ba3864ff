/** How an option of a KPI is written: `duration` gives seconds, `days` whole days, `ratio` 0–1. */
export type OptionType =
  | 'duration'
  | 'days'
  | 'ratio'
  | 'number'
  | 'flag'
  | 'texts'
  /** Condition → duration: `{ "priority = urgent": 5m }`. */
  | 'durations'
  | readonly [string, string, ...string[]];

export interface KpiOption {
  readonly type: OptionType;
  /** For editors and `--print-config`: what it does, and what holds without it. */
  readonly says: string;
}

/**
 * What the config can set for a KPI, by KPI id and option: the one place that has to know.
 * A KPI finds its values in `KpiContext.options`, already in seconds, days and ratios.
 */
export const KPI_OPTIONS: Readonly<Record<string, Readonly<Record<string, KpiOption>>>> = {
  'first-response-time': {
    cohort: { type: ['created', 'event'], says: 'Whose response counts: tickets created in the period (default), or responses given in it' },
    outbound: { type: ['excluded', 'from-customer'], says: 'Tickets that an agent opened: left out, or timed from the first message of the customer' },
  },
  'response-time': {
    cohort: { type: ['created', 'event'], says: 'Tickets created in the period, or replies sent in it (default)' },
  },
  'resolution-time': {
    cohort: { type: ['created', 'event'], says: 'Tickets created in the period, or solved in it (default)' },
    resolution: { type: ['full', 'first'], says: 'Until the last time it was solved (default), or the first' },
  },
  'service-level': {
    target: { type: 'duration', says: 'Longest time to a first response that is on time (default 15m)' },
    targets: { type: 'durations', says: 'Other targets for tickets that meet a condition; the first one that holds counts' },
  },
  'first-contact-resolution': {
    within: { type: 'days', says: 'Days without a repeated contact (default: not looked at)' },
  },
  'reopen-rate': {
    ignoreReopenWithoutReply: { type: 'flag', says: 'Leave out reopens to which nobody had to reply, such as a thank-you' },
  },
  'repeat-problem-rate': {
    window: { type: 'duration', says: 'How long after a problem the same one is a repetition (default 30d)' },
    problem: { type: 'texts', says: 'Fields that tell the problem, the best one first: rootCause, tags' },
  },
  csat: {
    positive: { type: 'texts', says: 'Ratings that are positive, instead of the upper ones of their scale' },
  },
  'trial-conversion-rate': {
    cohort: { type: ['started', 'ended', 'flow'], says: 'Trials that started in the period (default), that ended in it, or all conversions in it' },
    days: { type: 'days', says: 'Days within which a trial has to convert (default: its length and 7 more, else 30)' },
  },
  'early-leave-rate': {
    days: { type: 'days', says: 'Days after signing up within which leaving is early (default 30)' },
  },
  'activation-rate': { days: { type: 'days', says: 'Days after signing up within which it counts (default 14)' } },
  'onboarding-success-rate': { days: { type: 'days', says: 'Days after signing up within which it counts (default 30)' } },
};
