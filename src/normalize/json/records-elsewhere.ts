import type { Preset } from '../../presets/preset.ts';
import { readRestOfLines } from '../../read/index.ts';
import type { RestOfFile } from '../../read/reading.ts';
import { readOrLeft, type Elsewhere, type PartRead } from '../elsewhere.ts';
import type { ColumnOverride } from '../options.ts';
import { Findings } from '../warnings.ts';
import { PresetReader, type RecordsPart } from './preset-reader.ts';

/** The last lines of a file of records, to be read by another thread. */
export interface RecordsRequest {
  readonly lines: RestOfFile;
  /** By its id. */
  readonly preset: string;
  /** The lists that the file's head has. */
  readonly lists: readonly string[];
  readonly withText: boolean;
  readonly overrides: readonly ColumnOverride[];
}

export type RecordsRead = PartRead<RecordsPart>;
export type ReadRecordsElsewhere = Elsewhere<RecordsRequest, RecordsPart>;

/** Reads the records of the request. See `readOrLeft`. */
export async function readRecords(
  { lines, preset: id, lists, withText, overrides }: RecordsRequest,
  presets: readonly Preset[],
): Promise<RecordsRead | null> {
  const preset = presets.find((one) => one.id === id);
  if (preset === undefined) return null;
  // What the columns say is for the tables that they are added to.
  const options = { file: lines.path, findings: new Findings(), zone: undefined, dateOrder: undefined, withText, overrides };
  const reader = new PresetReader(preset, lists, options);
  return readOrLeft(async () => {
    const outcome = await readRestOfLines(lines, reader.sink);
    return { part: reader.part(), outcome };
  });
}
