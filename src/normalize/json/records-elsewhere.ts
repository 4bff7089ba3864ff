import { UserError } from '../../model/user-error.ts';
import type { Preset } from '../../presets/preset.ts';
import { readRestOfLines } from '../../read/index.ts';
import type { ReadOutcome, RestOfLines } from '../../read/reading.ts';
import type { ColumnOverride } from '../options.ts';
import { Findings } from '../warnings.ts';
import { PresetReader, type RecordsPart } from './preset-reader.ts';

/** The last lines of a file of records, to be read by another thread. */
export interface RecordsRequest {
  readonly lines: RestOfLines;
  /** By its id. */
  readonly preset: string;
  /** The lists that the file's head has. */
  readonly lists: readonly string[];
  readonly withText: boolean;
  readonly overrides: readonly ColumnOverride[];
}

export interface RecordsRead {
  readonly part: RecordsPart;
  readonly outcome: ReadOutcome;
}

/** Has records read elsewhere; `null` where nobody would, or whoever did has failed. */
export type ReadRecordsElsewhere = (request: RecordsRequest) => Promise<RecordsRead | null> | null;

/** Reads the records of the request; `null` for what the program must read itself, where what is wrong will show. */
export async function readRecords(
  { lines, preset: id, lists, withText, overrides }: RecordsRequest,
  presets: readonly Preset[],
): Promise<RecordsRead | null> {
  const preset = presets.find((one) => one.id === id);
  if (preset === undefined) return null;
  // What the columns say is for the tables that they are added to.
  const options = { file: lines.path, findings: new Findings(), zone: undefined, dateOrder: undefined, withText, overrides };
  const reader = new PresetReader(preset, lists, options);
  try {
    const outcome = await readRestOfLines(lines, reader.sink);
    return { part: reader.part(), outcome };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
