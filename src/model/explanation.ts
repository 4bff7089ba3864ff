import type { Clock, TableKind } from './kinds.ts';
import type { Direction, Family, KpiResult, MissingReason, ReportInput, ReportPeriod, Section, Unit } from './report.ts';
import type { Warning } from './warning.ts';

/** What `explain` tells: a KPI's definition and, with data, how its value came about. Instants are ISO 8601 in UTC, durations seconds. */
export interface Explanation {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: string; readonly version: string };
  readonly command: 'explain';
  readonly kpi: KpiPage;
  /** `null` without files. */
  readonly data: ExplainedData | null;
}

/** All of a KPI's definition but its functions. */
export interface KpiPage {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly section: Section;
  readonly unit: Unit;
  readonly better: Direction;
  readonly cohort: string;
  readonly aggregate: string;
  readonly parameter: string | null;
  readonly definition: string;
  readonly formula: string | null;
  readonly excludes: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly refines: readonly string[];
  readonly options: readonly PageOption[];
  readonly sources: readonly string[];
  readonly products: readonly ProductDefinition[];
  readonly example: PageExample;
}

export interface PageOption {
  readonly name: string;
  /** In words, or the words that it may be. */
  readonly values: string;
  readonly default: string | null;
  readonly says: string;
  readonly definedBy: readonly string[];
}

/** What `--like` makes of a KPI. */
export interface ProductDefinition {
  readonly id: string;
  readonly title: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface PageExample {
  readonly says: string;
  readonly value: number | null;
  readonly n: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly reason: MissingReason | null;
}

export interface ExplainedData {
  readonly asOf: string | null;
  readonly timeZone: string;
  readonly period: ReportPeriod;
  readonly inputs: readonly ReportInput[];
  readonly warnings: readonly Warning[];
  /** One for every clock that gives a value; one without value where none does. */
  readonly funnels: readonly Funnel[];
  /** The same data by every product's rule, ours first; only when asked for. */
  readonly products: readonly ProductValue[] | null;
  /** Only when asked for: one for each system that has such a ticket. */
  readonly tickets: readonly TicketWalk[] | null;
}

/** The way from the rows of the files to one value. */
export interface Funnel {
  readonly result: KpiResult;
  /** What is counted, in the plural: `tickets`, `waits`. `null` where the KPI cannot be computed. */
  readonly counted: string | null;
  readonly stages: readonly Stage[];
}

/** Rows at one station. Deeper ones are some of those above them. */
export interface Stage {
  /** The word that `--list` takes, in the KPI's own spelling: `solvedWithoutReply`. */
  readonly name: string;
  readonly depth: number;
  readonly count: number;
  /** What they are, as the end of a sentence about them; `null` where the name says it. */
  readonly says: string | null;
  /** True for the rows that the value is computed from. */
  readonly base: boolean;
}

export interface ProductValue {
  /** `null` for our own definition. */
  readonly product: { readonly id: string; readonly title: string } | null;
  /** False where the product has no definition of its own that we know: then ours holds. */
  readonly defined: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly results: readonly KpiResult[];
}

/** One ticket on its way through a KPI. */
export interface TicketWalk {
  readonly id: string;
  /** Where it comes from, when the data is of several systems. */
  readonly system: string | null;
  /** Why no KPI sees it; then nothing else is known. */
  readonly excluded: string | null;
  readonly facts: readonly TicketFact[];
  /** In time order; `null` where the KPI does not look at messages or there are none. */
  readonly messages: readonly WalkedMessage[] | null;
  readonly changes: readonly WalkedChange[] | null;
  readonly outcomes: readonly Outcome[];
}

export interface TicketFact {
  readonly field: string;
  readonly type: 'time' | 'seconds' | 'number' | 'text' | 'flag';
  readonly value: string | number | boolean;
}

/** Why a message counts, or why not. */
export type MessageFate =
  | 'request'
  | 'customer'
  | 'first-answer'
  | 'answer'
  | 'opening'
  | 'private'
  | 'bot'
  | 'system'
  | 'unknown-author'
  | 'undated';

export interface WalkedMessage {
  readonly at: string | null;
  readonly author: string;
  readonly public: boolean;
  readonly fate: MessageFate;
}

export interface WalkedChange {
  readonly at: string | null;
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What became of one row of the ticket (itself, or one of its waits) in one measure. */
export interface Outcome {
  readonly clock: Clock | null;
  /** What the row is, in the singular. */
  readonly what: string;
  /** What puts it into a period. */
  readonly at: string | null;
  readonly fate: 'counted' | 'condition' | 'undated' | 'outside';
  /** The stations that it reached, the last one most exactly. */
  readonly stages: readonly { readonly name: string; readonly says: string | null }[];
  /** What it gives to the value, in the KPI's unit. */
  readonly value: number | null;
  readonly inBase: boolean;
}

/** `--list`: the ids behind one stage. */
export interface StageList {
  readonly kpi: string;
  readonly stage: string;
  readonly of: TableKind;
  readonly ids: readonly ListedId[];
  /** Rows behind it that have no id of their own to show. */
  readonly unnamed: number;
}

export interface ListedId {
  readonly id: string;
  readonly system: string | null;
}
