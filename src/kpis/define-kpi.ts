import type { Clock } from '../model/kinds.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Direction, Family, MissingReason, Section, Unit } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import type { Measure } from './measure.ts';

/**
 * A KPI as one declarative object. Its place in `report`, `kpis`, `explain`, the docs and the contract tests follows from it.
 * A KPI has no loop over periods or groups: it prepares row-level measures, which the engine summarises for every period, group and bucket.
 */
export interface KpiDefinition {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  /** The heading under which the report shows it. */
  readonly section: Section;
  readonly unit: Unit;
  readonly better: Direction;
  /** The date that puts a row into a period, in words: `created`, `solved`, `reply sent`, `rated`, `snapshot`. */
  readonly cohort: string;
  /** Alternatives, best first; each a set of `table.field` without which the KPI cannot be computed that way. Durations are named without clock. */
  readonly needs: readonly (readonly string[])[];
  /** `table.field`s that make it more exact where they exist. */
  readonly refines: readonly string[];
  /** What it leads with: `median`, `mean`, `rate`, `mix`, … (a name in the JSON's `aggregate`). */
  readonly aggregate: string;
  /** The option, a duration in seconds, that `id(15m)` sets. */
  readonly parameter?: string;
  /** The trusted definition: the first sentence stands in reports, all of it in `explain`. Units and exclusions in words. */
  readonly definition: string;
  /** The same as one line of arithmetic: `answered within the target / created, target elapsed`. */
  readonly formula?: string;
  readonly excludes: readonly string[];
  /** What the config can set for it: `explain`, the docs and the config's schema show it. None where absent. */
  readonly options?: readonly KpiOption[];
  /** Who defines it so, who otherwise. */
  readonly sources: readonly string[];
  /** A worked example whose numbers can be checked by hand; the contract test runs it. */
  readonly example: KpiExample;
  readonly measures: (context: KpiContext) => readonly Measure[];
}

/**
 * How an option is written in the config and what a KPI then finds: `duration` and `durations` (by condition) in seconds, `days` whole days,
 * `ratio` 0–1, `texts` a list; a list of words is a choice of one.
 */
export type OptionType = 'duration' | 'days' | 'ratio' | 'number' | 'flag' | 'texts' | 'durations' | readonly [string, string, ...string[]];

/** One thing about a KPI on which trusted systems differ, and which the user can decide. */
export interface KpiOption {
  readonly name: string;
  readonly type: OptionType;
  /** What holds without it; `null` where nothing is set. */
  readonly default: string | number | boolean | readonly string[] | Readonly<Record<string, number>> | null;
  /** What it does, and what each word of a choice means. */
  readonly says: string;
  /** Who defines it which way (kpis.md). */
  readonly definedBy: readonly string[];
}

/** Rows by kind, field names as in `kinds.ts`, times as ISO text, ready-made durations as `firstResponse.calendar` in seconds. */
export interface KpiExample {
  readonly says: string;
  readonly rows: Readonly<
    Partial<Record<keyof Dataset['tables'], readonly Readonly<Record<string, string | number | boolean | readonly string[] | null>>[]>>
  >;
  readonly asOf?: string;
  readonly period?: readonly [start: string, end: string];
  readonly value: number | null;
  readonly n: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly reason?: MissingReason;
}

export interface KpiContext {
  readonly dataset: Dataset;
  /** Epoch ms: what came later has not happened. `NaN` when the data has no time at all. */
  readonly asOf: number;
  /** Until when the data is complete, epoch ms: a given `asOf`, else the end of the day of the newest time stamp (reporting zone). `asOf` where absent. */
  readonly reached?: number;
  /** Reporting zone (IANA), for calendar days. */
  readonly timeZone: string;
  /** `calendar` unless the user asked for business time. */
  readonly clock: Extract<Clock, 'calendar' | 'business'>;
  /**
   * Tickets (one byte a row, 1) for which a condition of the config holds: calendars and targets come with conditions, whose grammar
   * another room owns. None hold where the data has not what it asks for. → UserError('bad-condition' | 'unknown-field').
   */
  readonly ticketsWhere: (condition: string) => Uint8Array;
  /** Where every customer (see `people`) was heading just before an instant: the rules are another room's. Absent outside of a report. */
  readonly vectorsAt?: (at: number) => VectorsAt;
  /** Settings of this KPI from the command line, the config or the product named by `--like`: checked, in the units of `OptionType`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What the config says beyond this KPI: calendars, costs, plans, truth. */
  readonly settings: Settings;
  /** The objectives of the config as they stand, where it has any: they rest on the values of other KPIs. */
  readonly objectives?: readonly ObjectiveStanding[];
  /** Computes once a run what several KPIs share (replies by ticket, episodes). */
  memo<T>(key: string, make: () => T): T;
  /** The same for what only KPIs that stand together share, and what is large: it goes when the next one has no use for it. */
  lately<T>(key: string, make: () => T): T;
  /** The same for what one KPI asks for several times, and is larger still. */
  briefly<T>(key: string, make: () => T): T;
}

export interface ObjectiveStanding {
  readonly name: string;
  /** `null` without a value, and before it starts. */
  readonly progress: number | null;
  readonly met: boolean;
  /** When it was judged, epoch ms. */
  readonly at: number;
}

export interface VectorsAt {
  /** `ABSENT`, `PRESENT` or `FORMER` a person (model/customer-facts.ts). */
  readonly presence: Uint8Array;
  /** Place in `VECTORS` a person. */
  readonly vector: Uint8Array;
}

export function defineKpi(definition: KpiDefinition): KpiDefinition {
  return definition;
}
