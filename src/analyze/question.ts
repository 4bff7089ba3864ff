import type { KpiDefinition } from '../kpis/define-kpi.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Period, SeriesStep, WeekStart } from '../model/period.ts';
import type { ObjectiveResult } from '../model/objective-report.ts';
import type { ReportInput } from '../model/report.ts';
import type { Settings } from '../model/settings.ts';
import type { Warning } from '../model/warning.ts';
import type { Condition } from '../segments/conditions/condition.ts';

/** What normalizing hands over: the data and everything that is to be said about its origin. */
export interface Evidence {
  readonly dataset: Dataset;
  readonly inputs: readonly ReportInput[];
  readonly warnings: readonly Warning[];
  readonly excluded: Readonly<Record<string, number>>;
  /** Epoch ms: `--as-of`, else the newest time stamp of something that happened; `NaN` where there is none. */
  readonly asOf: number;
  /** First and last time stamp, epoch ms; `NaN` where there is none. */
  readonly firstAt: number;
  readonly lastAt: number;
}

/** What is to be reported. */
export interface Question {
  /** `null` = all data. */
  readonly period: Period | null;
  readonly previous: Period | null;
  /** `null`: a step is chosen that gives a readable number of points. */
  readonly every: SeriesStep | null;
  /** Dimensions; `a+b` crosses two. `null`: by channel, where the data has several. */
  readonly by: readonly string[] | null;
  readonly where: Condition | null;
  readonly kpis: readonly KpiRequest[];
  readonly minSegment: number;
  readonly sort: 'n' | 'value' | 'key';
  /** The KPI that `--sort value` goes by; the first one where absent. */
  readonly sortBy?: string;
  readonly top: number | null;
  /** IANA. */
  readonly timeZone: string;
  readonly weekStart: WeekStart;
  /** True when `asOf` comes from the user: then a period is complete only if it ends by then. */
  readonly asOfGiven: boolean;
  /** Also count by weekday and hour. */
  readonly heatmap?: boolean;
  /** Whose time durations count; all hours where absent. */
  readonly clock?: 'calendar' | 'business';
  /** What the config says about the meaning of numbers, with the product of `--like`. */
  readonly settings: Settings;
  /** Objectives of the config as they stand, for the KPI about them. */
  readonly objectives?: readonly ObjectiveResult[];
  readonly generator: { readonly name: string; readonly version: string };
}

export interface KpiRequest {
  readonly kpi: KpiDefinition;
  readonly options: Readonly<Record<string, unknown>>;
}
