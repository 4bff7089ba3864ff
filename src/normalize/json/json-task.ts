import type { Preset } from '../../presets/preset.ts';
import type { JsonInput } from '../../read/reading.ts';
import type { InputToNormalize, NormalizeOptions } from '../options.ts';
import type { Findings } from '../warnings.ts';
import type { JsonBuilderOptions } from './layout-writer.ts';

export interface JsonContext {
  readonly options: NormalizeOptions;
  readonly findings: Findings;
  /** All inputs: a directory or a metric file beside a known export is that product's. */
  readonly inputs: readonly InputToNormalize[];
}

/** One JSON input to read. */
export interface JsonTask extends JsonContext {
  readonly place: number;
  readonly source: InputToNormalize;
}

export function builderOptions(input: JsonInput, preset: Preset | undefined, { options, findings, source }: JsonTask): JsonBuilderOptions {
  const zone = source.timeZone ?? preset?.zone ?? options.timeZone;
  return {
    file: input.path,
    findings,
    zone,
    dateOrder: options.dateOrder,
    withText: options.withText === true,
    overrides: options.map ?? [],
  };
}
