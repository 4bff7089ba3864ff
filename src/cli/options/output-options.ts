import type { Format } from '../../formats/format.ts';
import { findFormat } from '../../formats/index.ts';
import type { RawOptions } from '../commands/command-spec.ts';
import { flagOption, listOption, textOption } from './raw-options.ts';

/** How the report is to be written, and where. */
export interface OutputOptions {
  readonly format: Format;
  readonly outputs: readonly string[];
  readonly compact: boolean;
  /** The shape behind a percentile. */
  readonly dist: boolean;
  readonly strict: boolean;
}

export function parseOutputOptions(options: RawOptions): OutputOptions {
  return {
    format: findFormat(textOption(options, 'format') ?? 'table'),
    outputs: listOption(options, 'output'),
    compact: flagOption(options, 'compact'),
    dist: flagOption(options, 'dist'),
    strict: flagOption(options, 'strict'),
  };
}
