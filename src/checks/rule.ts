import type { CheckLevel, CheckOperator, CheckPlace, CheckScale, Movement, OnNoData } from '../model/check.ts';
import type { Direction, Unit } from '../model/report.ts';

/** What rules may say of a KPI: handed in from outside, so that this room knows no KPI. */
export interface KpiFacts {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly better: Direction;
  /** What it leads with, and all that can stand behind its dot. */
  readonly aggregate: string;
  readonly aggregates: readonly string[];
  /** Whether `id(15m)` sets something. */
  readonly parameter: boolean;
}

/** A rule as the config or the command line gives it. */
export interface RuleSource {
  readonly text: string;
  readonly name?: string | undefined;
  readonly level?: CheckLevel | undefined;
  /** The stricter limit as written, or a bare number. */
  readonly warn?: string | number | undefined;
  readonly minSample?: number | undefined;
  readonly onNoData?: OnNoData | undefined;
  readonly confident?: boolean | undefined;
  readonly place: CheckPlace | null;
}

/** A rule that is known to make sense, but for its condition, whose grammar belongs to another room. */
export interface Rule {
  readonly source: RuleSource;
  readonly name: string;
  readonly kpi: KpiFacts;
  /** Seconds, of `service-level(15m)`. */
  readonly parameter: number | null;
  readonly aggregate: string;
  /** Unit of what is compared: the KPI's, or `count` for the number of rows. */
  readonly unit: Unit;
  readonly condition: RuleCondition;
  readonly movement: Movement | null;
  readonly scale: CheckScale;
  readonly operator: CheckOperator;
  readonly limit: number;
  readonly warnLimit: number | null;
  /** Of a money limit that names one. */
  readonly currency: string | null;
  readonly level: CheckLevel;
  readonly minSample: number | null;
  readonly onNoData: OnNoData;
  readonly confident: boolean;
}

/** What stands in braces: dimensions of which every group is judged, and the condition that holds for all. */
export interface RuleCondition {
  readonly every: readonly { readonly name: string; readonly at: number }[];
  /** In the grammar of `--where`; '' without one. */
  readonly text: string;
  /** 0-based place of the braces' content in the rule. */
  readonly at: number;
}
