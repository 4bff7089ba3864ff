import type { ColumnType } from './columns.ts';

export const VECTORS = ['negative', 'neutral', 'positive', 'unknown'] as const;
/** Where a customer is heading (Lincoln Murphy); `unknown` without evidence. */
export type Vector = (typeof VECTORS)[number];

/** What is known of a customer at an instant, as a column of the customers table and a word of conditions. */
export interface CustomerFact {
  readonly type: Extract<ColumnType, 'code' | 'number' | 'flag' | 'time'>;
  /** One line for lists of what conditions can speak of. */
  readonly says: string;
  /** Ratios: written as `50%` too. */
  readonly ratio?: boolean;
  /**
   * Whether knowing it says something about how the customer fares. That nobody cancelled, or how long somebody has been a customer, is no
   * evidence that they are content.
   */
  readonly evidence: boolean;
}

/** Days of the windows that facts look back on, unless the option of `customer-vector` says otherwise. */
export const FACT_WINDOWS = { usage: 30, tickets: 90, growth: 90, onboarding: 30 } as const;

export const CUSTOMER_FACTS = {
  onboarding: { type: 'code', evidence: true, says: 'done, underway, or overdue once 30 days have passed since signing up' },
  activated: { type: 'flag', evidence: true, says: 'whether they did what shows the value of the product' },
  lastRating: { type: 'code', evidence: true, says: 'good, passive or bad: the latest CSAT or NPS answer' },
  lastRatingAt: { type: 'time', evidence: true, says: 'when that was' },
  usage: { type: 'number', evidence: true, says: 'events of the last 30 days' },
  usageChange: { type: 'number', ratio: true, evidence: true, says: 'usage against the 30 days before: -50% is half' },
  usageBefore: { type: 'number', evidence: true, says: 'events of the 30 days before those' },
  inactiveDays: { type: 'number', evidence: true, says: 'days since the last sign of use' },
  repeatProblem: { type: 'flag', evidence: false, says: 'whether a problem that was solved before is open again' },
  tickets: { type: 'number', evidence: false, says: 'tickets of the last 90 days' },
  openTickets: { type: 'number', evidence: false, says: 'tickets open now' },
  cancelled: { type: 'flag', evidence: false, says: 'whether they gave notice or left' },
  expanded: { type: 'flag', evidence: false, says: 'whether they upgraded or pay more than 90 days ago' },
  referrals: { type: 'number', evidence: false, says: 'customers they brought, or times they recommended us' },
  seatUse: { type: 'number', ratio: true, evidence: false, says: 'seats in use, as a share of those paid for' },
  tenureDays: { type: 'number', evidence: false, says: 'days since signing up' },
} as const satisfies Readonly<Record<string, CustomerFact>>;

export type CustomerFactName = keyof typeof CUSTOMER_FACTS;
export const CUSTOMER_FACT_NAMES = Object.keys(CUSTOMER_FACTS) as readonly CustomerFactName[];

/** Of a person at an instant: not there yet, there, or gone for longer than anybody tries to win them back. */
export const ABSENT = 0;
export const PRESENT = 1;
export const FORMER = 2;
/** A customer who left so many months ago can still be won back, and is negative until then. */
export const WIN_BACK_MONTHS = 3;
export const TO_POSITIVE_MONTHS = 6;
