import type { Column } from '../../model/columns.ts';
import type { SpokenWords } from '../../model/dataset.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { Preset } from '../../presets/preset.ts';

/** The rows of one kind that one input gave, in our columns and words but not yet joined with anything. */
export interface Part {
  readonly kind: TableKind;
  readonly origin: Origin;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** By row: where it stands in its file (1-based line, or index in its JSON list). */
  readonly lines: Uint32Array;
  /** Rows that only complete others of the same id. */
  readonly supplements: boolean;
  /** Row → why its preset leaves it out. */
  readonly leftOut: ReadonlyMap<number, string>;
  readonly label: PartLabel;
  /** What the source's words have become. */
  readonly words: SpokenWords;
}

/** Where a part's rows come from. */
export interface Origin {
  /** As the user wrote it. */
  readonly file: string;
  /** Place among the inputs. */
  readonly input: number;
  readonly preset: Preset | undefined;
  /** The product, or the user's name for the helpdesk: rows of one system with the same id are versions of one another. */
  readonly system: string;
}

/** What the report says of the part's columns. */
export interface PartLabel {
  /** Our field → the source's column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unmapped: readonly string[];
}

/** A group of a product's directory. */
export interface NamedGroup {
  readonly system: string;
  readonly id: string;
  readonly name: string;
}

/** Someone of a product's directory. */
export interface Person {
  readonly system: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
}
