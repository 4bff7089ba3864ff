import type { MissingReason } from './report.ts';

/** Why there is no value, in words that end a sentence; where a column is missing or the data has none, whoever speaks says more. */
export const REASON_WORDS: Readonly<Record<Exclude<MissingReason, 'missing-column' | 'no-data'>, string>> = {
  'window-not-elapsed': 'its time window has not passed yet',
  'no-calendar': 'no business calendar is configured',
  'no-cost': 'no costs are configured',
  'no-churn': 'nobody left in the period',
  'no-objective': 'the config has no objectives',
  'mixed-currencies': 'several currencies and no rates',
};
