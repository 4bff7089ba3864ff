import type { TableKind } from './kinds.ts';
import type { KpiResult } from './report.ts';
import type { Warning } from './warning.ts';

/** What `inspect` sees in files before anybody asks them anything. Holds header names, never cells, but for `samples` where they were asked for. */
export interface Inspection {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: string; readonly version: string };
  readonly command: 'inspect';
  /** Reporting zone (IANA), and whether somebody said so. */
  readonly timeZone: string;
  readonly timeZoneGiven: boolean;
  readonly files: readonly InspectedFile[];
  /** KPIs whose columns are there; whether a period has data for them only a report says. */
  readonly computable: readonly Pick<KpiResult, 'id' | 'title' | 'section'>[];
  readonly lacking: readonly (Pick<KpiResult, 'id' | 'title' | 'section'> & { readonly missing: readonly string[] })[];
  /** YAML for the config that settles what was assumed and names what was not understood; `null` where there is nothing of that. */
  readonly config: string | null;
}

export interface InspectedFile {
  readonly path: string;
  readonly format: 'csv' | 'spreadsheet-xml' | 'json' | 'ndjson';
  readonly encoding: string;
  readonly encodingAssumed: boolean;
  /** Of CSV. */
  readonly delimiter: string | null;
  /** 1-based; of tables. */
  readonly headerLine: number | null;
  /** `null` for a file that was not recognised. */
  readonly preset: string | null;
  readonly tables: readonly InspectedTable[];
  /** In the order of the file. Of JSON what its records hold. */
  readonly columns: readonly InspectedColumn[];
  readonly warnings: readonly Warning[];
  /** What it most likely holds, of a table that was not recognised: only a guess. */
  readonly likelyKind?: TableKind;
  /** Why it could not be taken. */
  readonly error: { readonly code: string; readonly message: string; readonly hint: string | null } | null;
}

/** What a file feeds: rows = used + excluded + collapsed + skipped. */
export interface InspectedTable {
  readonly kind: TableKind;
  readonly rows: number;
  readonly used: number;
  readonly excluded: number;
  readonly collapsed: number;
  readonly skipped: number;
}

export interface InspectedColumn {
  readonly name: string;
  /** Fields that it feeds, as `tickets.createdAt`; none where it is not used. */
  readonly feeds: readonly string[];
  /** What its first cells look like; `null` of JSON. */
  readonly holds: ColumnContent | null;
  /** A field that its name nearly says and its cells can be, where it feeds none: only a guess. */
  readonly guess?: string;
  /** Some of its first values, only under `--show-values`. */
  readonly samples?: readonly string[];
}

export type ColumnContent = 'nothing' | 'times' | 'durations' | 'numbers' | 'yes or no' | 'e-mail addresses' | 'text';
