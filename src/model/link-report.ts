import type { ReportPeriod } from './report.ts';

/** How the support that customers had and what became of them afterwards moved together. Never what caused what. */
export interface LinkReport {
  /** When the support was had. */
  readonly period: ReportPeriod;
  /** For so long everyone is followed, from the moment on at which their support was known. */
  readonly followUpDays: number;
  readonly comparisons: readonly LinkComparison[];
}

export interface LinkComparison {
  /** `answered-in-time`, `first-contact`, `rating`, `never-wrote`. */
  readonly id: string;
  readonly title: string;
  /** From when everyone is followed, in words. */
  readonly since: string;
  /** The two groups in words: first the one that was served better, or that wrote. */
  readonly groups: readonly [string, string];
  readonly outcomes: readonly LinkOutcome[];
  /** Columns without which it cannot be made; none where it was. */
  readonly missing: readonly string[];
}

export interface LinkOutcome {
  readonly id: 'retained' | 'upgraded' | 'converted' | 'referred';
  readonly groups: readonly [LinkShare, LinkShare];
  /** First less second, in ratio points; `null` where one of them has nobody. */
  readonly difference: { readonly value: number; readonly low: number; readonly high: number } | null;
  readonly verdict: 'moved-together' | 'no-clear-link' | 'too-few' | null;
}

export interface LinkShare {
  readonly hits: number;
  /** Customers to whom it could happen and whose time has passed. */
  readonly of: number;
  readonly rate: number | null;
  /** Customers whose time has not passed. */
  readonly pending: number;
}
