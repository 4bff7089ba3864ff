import type { TableKind } from '../model/kinds.ts';
import type { WeekStart } from '../model/period.ts';
import type { Settings, Words } from '../model/settings.ts';
import type { ConfigPath } from './problem.ts';
import type { DATE_ORDERS, LEVELS, ON_NO_DATA } from './schema/config.ts';

export interface ConfigSource {
  /** A file, folder or pattern, relative to `ResolvedConfig.folder`. */
  readonly path: string;
  readonly kind: TableKind | undefined;
  readonly preset: string | undefined;
  /** IANA zone of this source's time stamps without one. */
  readonly timeZone: string | undefined;
  /** Name of the helpdesk that the rows are from: ticket 1 of two systems are two tickets. */
  readonly system: string | undefined;
}

/** A column given to a field, as `--map` does. */
export interface ConfigMapping {
  readonly kind: TableKind;
  readonly field: string;
  readonly column: string;
  /** Where it stands, for messages: `happiness.config.yaml:12`. */
  readonly place: string;
}

export interface ConfigPreset {
  readonly id: string;
  readonly extends: string;
  readonly title: string | undefined;
  readonly timeZone: string | undefined;
  /** Field → source column. */
  readonly columns: Readonly<Record<string, string>>;
}

/** A rule as written, for the room that knows its grammar, and where it stands, for that room's messages. */
export interface ConfigCheck {
  readonly rule: string;
  readonly name: string | null;
  readonly level: (typeof LEVELS)[number];
  readonly warn: string | null;
  readonly minSample: number | null;
  readonly onNoData: (typeof ON_NO_DATA)[number];
  /** Missed only where the whole interval is on the wrong side. */
  readonly confident: boolean;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** Where a value comes from, in words: `default`, `happiness.config.yaml:3`, `environment HAPPINESS_TIMEZONE`, `flag --timezone`. */
export type Origin = string;

/** Everything that the config, the environment and the command line settle together. Frozen. */
export interface ResolvedConfig {
  /** The config file, absolute; `null` without one. */
  readonly path: string | null;
  /** The same for people: relative to the current folder. */
  readonly file: string;
  /** What paths in the config are relative to. */
  readonly folder: string;
  readonly settings: Settings;
  readonly words: Words;
  readonly sources: readonly ConfigSource[];
  /** `undefined` where nobody said: then UTC, with a warning. */
  readonly timeZone: string | undefined;
  readonly weekStart: WeekStart;
  readonly dateOrder: (typeof DATE_ORDERS)[number] | undefined;
  /** `1..5`. */
  readonly scale: string | undefined;
  readonly mappings: readonly ConfigMapping[];
  readonly presets: readonly ConfigPreset[];
  readonly checks: readonly ConfigCheck[];
  readonly privacy: { readonly minSegment: number; readonly agents: boolean };
  /** What was read differently from what one might expect, each with its place. */
  readonly notes: readonly string[];
  /** In the config's own form: what the file, the environment and the flags say. */
  readonly effective: Readonly<Record<string, unknown>>;
  readonly originOf: (path: ConfigPath) => Origin;
}
