import type { Status } from './kinds.ts';

/**
 * What the config says about the meaning of numbers, resolved and checked: units are seconds and ratios, paths are absolute, words are parsed
 * as far as their room can (conditions, rules and checks stay text for the rooms that own their grammar).
 * Everything has a default; `noSettings` is the product without a config.
 */
export interface Settings {
  /** Calendars by name; `default` is the one that `--clock business` uses where no other one claims the row. */
  readonly calendars: Readonly<Record<string, CalendarSettings>>;
  /** KPI id → option → value. Durations in seconds, shares as ratios, lists as they are. */
  readonly kpis: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly like: Product | null;
  readonly costs: Costs | null;
  /** Plan names (as written) of each kind; a plan that is in none keeps what the data says. */
  readonly plans: Readonly<Partial<Record<'free' | 'trial' | 'paid', readonly string[]>>>;
  /** Gross margin, 0–1. */
  readonly margin: number | null;
  readonly fakeUsers: FakeUserRules;
  /** Segment name → condition. */
  readonly segments: Readonly<Record<string, string>>;
  /** Rules by vector, in order; `null` = the built-in ones. */
  readonly vectors: Readonly<Partial<Record<'negative' | 'neutral' | 'positive', readonly string[]>>> | null;
  readonly objectives: readonly Objective[];
  /** Which truth rules where flag, event and end date disagree about churn. */
  readonly churnTruth: readonly ChurnEvidence[];
}

export const PRODUCTS = ['zendesk', 'freshdesk', 'intercom', 'helpscout', 'zammad', 'chatwoot'] as const;
export type Product = (typeof PRODUCTS)[number];

export const CHURN_EVIDENCE = ['subscriptions', 'cancelledAt', 'events', 'flag'] as const;
export type ChurnEvidence = (typeof CHURN_EVIDENCE)[number];

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Opening hours, `extends` and iCal files already resolved into plain dates. */
export interface CalendarSettings {
  /** IANA. */
  readonly timeZone: string;
  /** `09:00-17:00`; `22:00-06:00` runs into the next day; `24:00` is the end of the day. */
  readonly weekly: Readonly<Partial<Record<(typeof DAYS)[number], readonly string[]>>>;
  /** `2025-01-01`, `2025-12-24..2025-12-26`. */
  readonly holidays: readonly string[];
  /** Hours of single dates; they beat weekly hours and holidays. */
  readonly overrides: Readonly<Record<string, readonly string[]>>;
  /** Condition under which a row has this calendar, instead of the default one (`channel = chat`). */
  readonly when: string | null;
}

export interface Costs {
  readonly currency: string;
  /** Fully loaded cost of support in the period, in `currency`. */
  readonly total: number | null;
  readonly perContact: Readonly<Record<string, number>>;
  /** Currency → value of one unit in `currency`. */
  readonly rates: Readonly<Record<string, number>>;
}

export interface FakeUserRules {
  /** Disposable e-mail domains, beside the built-in ones. */
  readonly domains: readonly string[];
  /** Our own domains: colleagues who try the product. */
  readonly internal: readonly string[];
}

export interface Objective {
  readonly name: string;
  /** "If my agents …": a rule such as `first-response-time.median <= 2h`. */
  readonly if: string | null;
  /** "… our customers will": a KPI id, with an aggregate or a condition as in checks. */
  readonly then: string;
  readonly from: number;
  readonly to: number;
  /** ISO days. */
  readonly start: string;
  readonly by: string;
  readonly owner: string | null;
}

/** Words of the user's own helpdesk, for normalizing. */
export interface Words {
  readonly statuses: Readonly<Record<string, Status>>;
  readonly channels: Readonly<Record<string, string | { readonly channel: string; readonly direction: 'outbound' | 'inbound' }>>;
  readonly bots: readonly string[];
}

export const noSettings: Settings = {
  calendars: {},
  kpis: {},
  like: null,
  costs: null,
  plans: {},
  margin: null,
  fakeUsers: { domains: [], internal: [] },
  segments: {},
  vectors: null,
  objectives: [],
  churnTruth: CHURN_EVIDENCE,
};
