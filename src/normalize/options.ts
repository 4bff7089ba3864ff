import type { Dataset } from '../model/dataset.ts';
import type { TableKind, Status } from '../model/kinds.ts';
import type { ReportInput } from '../model/report.ts';
import type { Warning } from '../model/warning.ts';
import type { Preset } from '../presets/preset.ts';
import type { OpenedInput } from '../read/reading.ts';
import type { ReadRecordsElsewhere } from './json/records-elsewhere.ts';
import type { ReadElsewhere } from './rows-elsewhere.ts';

/** An opened input with what the user said about it. */
export interface InputToNormalize {
  readonly input: OpenedInput;
  /** `--tickets FILE` and its like. */
  readonly kind?: TableKind | undefined;
  /** `--preset ID`; an unknown id is a `UserError`. */
  readonly preset?: string | undefined;
  /** Zone (IANA) of this source's zone-less time stamps; overrides `timeZone`. */
  readonly timeZone?: string | undefined;
  /** The user's name for the helpdesk that the rows are from: sources of one name join, ticket 1 of two names are two tickets. Absent: the preset's product. */
  readonly system?: string | undefined;
}

/** `--map tickets.createdAt="Opened on"`. */
export interface ColumnOverride {
  readonly kind: TableKind;
  readonly field: string;
  readonly column: string;
  /** From a config, which serves many files: not every one has the column. */
  readonly lenient?: boolean;
}

export interface NormalizeOptions {
  readonly presets: readonly Preset[];
  readonly map?: readonly ColumnOverride[];
  /** Zone (IANA) of time stamps without one. Absent: UTC, with a warning where it matters. */
  readonly timeZone?: string | undefined;
  /** For columns whose every date could be read both ways. */
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd' | undefined;
  /** `--scale MIN..MAX` of ratings and survey scores. */
  readonly scale?: NumericScale | undefined;
  /** The user's words for statuses and channels (config), before the preset's and ours. */
  readonly statuses?: Readonly<Record<string, Status>>;
  readonly channels?: Readonly<Record<string, string | { readonly channel: string; readonly direction: 'outbound' | 'inbound' }>>;
  /** Names, ids and addresses (config) whose messages are a machine's, whatever the export says. */
  readonly bots?: readonly string[];
  /** Epoch ms of the clock: what is more than 24 hours later is no time stamp of something that happened. */
  readonly wallClock: number;
  /** Epoch ms: what came later has not happened. */
  readonly asOf?: number | undefined;
  /** Keeps subjects and rating comments, which no KPI reads. */
  readonly withText?: boolean;
  /** Columns (`tickets.priority`) that nobody will read: of those that normalizing needs itself the dataset knows only that they were there. */
  readonly unasked?: ReadonlySet<string> | undefined;
  /** Says which tickets were left out, not only how many. */
  readonly withExcluded?: boolean;
  /** Another thread that reads a share of the rows of large tables. */
  readonly readElsewhere?: ReadElsewhere | undefined;
  /** The same for records, one a line. */
  readonly readRecordsElsewhere?: ReadRecordsElsewhere | undefined;
}

/** A ticket that no KPI sees. */
export interface ExcludedTicket {
  /** '' where it has none. */
  readonly id: string;
  readonly system: string;
  readonly reason: string;
}

export interface NumericScale {
  readonly min: number;
  readonly max: number;
}

export interface Normalized {
  readonly dataset: Dataset;
  /** One entry a file and kind of table that it fed. */
  readonly inputs: readonly ReportInput[];
  readonly warnings: readonly Warning[];
  /** Rows left out of every KPI, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  /** Where `withExcluded` asks for them. */
  readonly excludedTickets: readonly ExcludedTicket[];
  /** Epoch ms: as given, else the newest time stamp of something that happened; NaN without any. */
  readonly asOf: number;
  /** Epoch ms of the first and last time stamp of something that happened; NaN without any. */
  readonly firstAt: number;
  readonly lastAt: number;
}
