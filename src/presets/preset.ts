import type { Author, Clock, Status, TableKind } from '../model/kinds.ts';
import type { JsonRecord } from '../model/json.ts';

/**
 * One export format of one product: how to recognise it, what its columns mean, how its words map to ours.
 * A preset knows no KPI. Columns that it does not name go through the synonyms of the generic mapper.
 */
export interface Preset {
  /** `zendesk-csv`. */
  readonly id: string;
  readonly title: string;
  /** The product: rows of one system with the same id are versions of one another; files of one system join. `generic` for unknown ones. */
  readonly system: string;
  /** What one record of its (main) list is. */
  readonly kind: TableKind;
  readonly format: 'table' | 'json';
  /** How sure this preset is of a header (or of the keys of a JSON list's records), 0–1. */
  readonly recognise: Signature;
  readonly table?: TableLayout;
  readonly json?: JsonLayout;
  readonly words?: Vocabulary;
  /** Zone of time stamps without one. Absent: `--timezone`, else UTC with a warning. */
  readonly zone?: string;
  /** For `happiness presets`: where the export comes from, and its quirks that this preset takes care of. */
  readonly about: string;
  readonly quirks: readonly string[];
}

/** Names are compared as `fieldKey` (see `field-key.ts`) makes them: lower case, separators folded. */
export interface Signature {
  /** Each alternative is a set of names that must all be there. Longer matches win over shorter ones. */
  readonly anyOf: readonly (readonly string[])[];
  readonly noneOf?: readonly string[];
}

export type DurationUnit = 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days';

/** What a source column feeds. */
export interface FieldMapping {
  readonly field: string;
  /** For durations that are bare numbers. Text forms (`1:02:03`, `2h 10m`) carry their own. */
  readonly unit?: DurationUnit;
  readonly clock?: Clock;
  /** Zone of this column, when its header names one: `Created (UTC)`. */
  readonly zone?: string;
  /** A zero means "none" here (Freshdesk's 00:00:00 for a ticket that nobody answered). */
  readonly zeroIsNone?: boolean;
  /** Added to a number, which never falls below 0 by it: Zendesk's "stations" count the first group too, so its changes are one less. */
  readonly offset?: number;
  /** Yes and no under the name of the opposite: `Answered` for `abandoned`. */
  readonly inverse?: boolean;
  /** The cell is an object written as text, JSON or Python (`{'score': 'bad', 'comment': None}`): take this member of it. Cells that are no such text are taken as they are. */
  readonly member?: string;
}

export interface TableLayout {
  /** Source header (as `fieldKey` makes it) → field name, mapping, or `null` for a column that looks like something that it is not. */
  readonly columns: Readonly<Record<string, string | FieldMapping | null>>;
}

/** A path in a record (`via.channel`, `stats.resolved_at`), or a function of the record for anything harder. `undefined`, `null` and '' are "missing". */
export type JsonPath = string | ComputedPath;

export interface ComputedPath {
  (record: JsonRecord, parent?: JsonRecord): unknown;
  /** What it is made from, as the report and warnings name it: `satisfaction_rating.score`. */
  readonly label?: string;
  /** The object in the record that all of it comes from: without that there is no value. */
  readonly within?: (record: JsonRecord) => JsonRecord | undefined;
  /** The path in there, where the value is what stands at it. */
  readonly member?: string;
}

export interface JsonFieldMapping extends FieldMapping {
  readonly from: JsonPath;
}

export interface JsonLayout {
  /** Names of the lists that this preset reads → how; the main list also answers to ''. Lists that are not named are reported as unread. */
  readonly lists: Readonly<Record<string, JsonListLayout>>;
}

export interface JsonListLayout {
  /**
   * `people` is a directory (id, email, name, role: agent | customer | bot) that gives messages their authors and tickets their e-mail addresses;
   * `groups` one (id, name) that gives the groups of tickets their names.
   */
  readonly into: TableKind | 'people' | 'groups';
  /**
   * Target field → where in the record. A bare path, or a mapping with unit and clock; a list for one field with several clocks or fallbacks in order.
   * For `people`: id, email, name, role; for `groups`: id, name.
   */
  readonly fields: Readonly<Record<string, JsonPath | Omit<JsonFieldMapping, 'field'> | readonly Omit<JsonFieldMapping, 'field'>[]>>;
  /** True when these records only complete tickets of the same id (a metric set beside its ticket): they fill what is missing and make no ticket of their own unless none has that id. */
  readonly supplements?: boolean;
  /** Rows that each record carries inside it (comments, articles, status history). */
  readonly children?: readonly JsonChildLayout[];
  /** Records to leave out, with the status that says why (`spam`, `merged`, `deleted`, `test`, …), else `undefined`. */
  readonly exclude?: (record: JsonRecord) => Status | undefined;
}

export interface JsonChildLayout {
  readonly into: Exclude<TableKind, 'tickets'>;
  /** Where the list of child objects is, or a function that gives it. */
  readonly each: string | ((record: JsonRecord) => readonly JsonRecord[]);
  /** Target field → where in the child (a function gets the child and its parent). `ticketId` is the parent's id unless named. */
  readonly fields: JsonListLayout['fields'];
}

/** The product's words → ours, keys as `fieldKey` makes them. What is in neither is kept as it is (channels, priorities) or reported (statuses). */
export interface Vocabulary {
  readonly statuses?: Readonly<Record<string, Status>>;
  readonly priorities?: Readonly<Record<string, string>>;
  readonly channels?: Readonly<Record<string, string | { readonly channel: string; readonly direction: 'outbound' | 'inbound' }>>;
  readonly authors?: Readonly<Record<string, Author>>;
  readonly ratings?: RatingScale;
}

/** How the raw rating reads. `positive`, `negative`, `neutral` and `offered` are raw values (as `fieldKey` makes them). */
export interface RatingScale {
  readonly name: string;
  readonly positive: readonly string[];
  readonly neutral?: readonly string[];
  readonly negative: readonly string[];
  /** Asked but not answered: counts for the response rate, never for the score. */
  readonly offered?: readonly string[];
  /** Neither asked nor answered. */
  readonly notOffered?: readonly string[];
  /** Further numeric values: `min`–`max` with the smallest positive one. */
  readonly numeric?: { readonly min: number; readonly max: number; readonly positiveFrom: number };
}
