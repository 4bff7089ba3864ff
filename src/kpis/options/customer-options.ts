import type { KpiOption } from '../define-kpi.ts';
import { choiceOption, type ChoiceOption, type FlagOption, type TextsOption } from './option-values.ts';

/** How long something may take: in days for the config, and as a duration for `kpi(14d)`, which beats the days. */
export function windowOptions(usualDays: number | null, says: string, definedBy: readonly string[] = []): readonly KpiOption[] {
  return [
    { name: 'days', type: 'days', default: usualDays, says, definedBy },
    { name: 'window', type: 'duration', default: null, says: 'The same as a duration; beats the days', definedBy: [] },
  ];
}

/** Which trials, and which conversions (kpis.md §12 no. 20). */
export const TRIAL_COHORT = choiceOption({
  name: 'cohort',
  type: ['started', 'ended', 'flow'],
  default: 'started',
  says: 'started: trials that began in the period, once their window is over; ended: trials that ended in it; flow: conversions of the period by trials that began in it',
  definedBy: ['started: ChartMogul', 'ended: Stripe, Grow Slash', 'flow: Baremetrics'],
});

export const UPSELL_BY: ChoiceOption<'customers' | 'mrr'> = choiceOption({
  name: 'by',
  type: ['customers', 'mrr'],
  default: 'customers',
  says: 'customers: the share of customers who bought more; mrr: the additional monthly revenue by that at the start',
  definedBy: ['customers: Petavue, Lusha', 'mrr: GrowPanel'],
});

export const VALUE_MODEL = choiceOption({
  name: 'model',
  type: ['simple', 'observed'],
  default: 'simple',
  says: 'simple: revenue × margin / churn; observed: what customers have paid to date',
  definedBy: ['simple: ChartMogul (without margin)', 'observed: seed 002'],
});

export const CONVERSION_PER = choiceOption({
  name: 'per',
  type: ['visit', 'visitor'],
  default: 'visit',
  says: 'visit: purchases by visits; visitor: visitors who purchased by visitors',
  definedBy: ['visit: seed 003'],
});

export const PROBLEM_PER = choiceOption({
  name: 'per',
  type: ['customer', 'problem'],
  default: 'customer',
  says: 'customer: the same customer writes about it again; problem: anybody does',
  definedBy: ['customer: contact centres', 'problem: quality management'],
});

export const PROBLEM_FIELDS: TextsOption = {
  name: 'problem',
  type: 'texts',
  default: ['rootCause', 'tags'],
  says: 'What a problem is told by: the first of these fields that a ticket has (rootCause, problemId, tags, type)',
  definedBy: ['Opsera: same root cause, or service and failure mode'],
};

/** Which part of a day counts, and whether a later one does (kpis.md §12 no. 21). */
export const DAY_WINDOW = choiceOption({
  name: 'window',
  type: ['calendar', 'rolling24'],
  default: 'calendar',
  says: 'calendar: days of the reporting zone; rolling24: days of 24 hours from the hour of signing up',
  definedBy: ['calendar: Amplitude (strict)', 'rolling24: Amplitude and Mixpanel by default'],
});
export const DAY_MODE = choiceOption({
  name: 'mode',
  type: ['on', 'on-or-after'],
  default: 'on',
  says: 'on: active on that day; on-or-after: on that day or any later one',
  definedBy: ['on: Amplitude, Mixpanel', 'on-or-after: Amplitude (unbounded)'],
});

/** What makes a user active. */
export const ACTIVE_EVENTS: TextsOption = {
  name: 'events',
  type: 'texts',
  default: [],
  says: 'Names of the events that make a user active; without it every event but notices and mentions',
  definedBy: ['Mixpanel, Amplitude: a qualifying event of your choice'],
};

export function eventOption(usual: readonly string[], says: string): TextsOption {
  return { name: 'event', type: 'texts', default: usual, says, definedBy: [] };
}

export const MILESTONES: TextsOption = {
  name: 'milestones',
  type: 'texts',
  default: [],
  says: 'Names of the events that must all have happened; without it the date of onboarding, else the event onboarded',
  definedBy: [],
};

export const FEATURES: TextsOption = { name: 'features', type: 'texts', default: [], says: 'Only these features', definedBy: [] };

export const EXCLUDE_NEUTRAL: FlagOption = {
  name: 'excludeNeutral',
  type: 'flag',
  default: false,
  says: 'Leave neutral mentions out of the denominator',
  definedBy: ['with them: BlackBox, SocialKit, Japio', 'without: many dashboards'],
};

export const SCENARIO: readonly KpiOption[] = [
  {
    name: 'silent',
    type: 'number',
    default: 26,
    says: 'Unhappy customers who say nothing, for each complaint',
    definedBy: ['26: seed 000', '1 and 1/3: Goodman 2005'],
  },
  { name: 'lost', type: 'ratio', default: 0.91, says: 'Share of the unhappy who leave', definedBy: ['0.91: seed 000'] },
];
