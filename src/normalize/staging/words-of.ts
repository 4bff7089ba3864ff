import type { CodeColumn, Column } from '../../model/columns.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { Preset } from '../../presets/preset.ts';
import type { NormalizeOptions } from '../options.ts';
import type { Findings } from '../warnings.ts';

export interface WordsContext {
  readonly kind: TableKind;
  readonly preset: Preset | undefined;
  readonly options: NormalizeOptions;
  readonly findings: Findings;
  readonly file: string;
  /** Our field → the source's column. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What every vocabulary works on: the columns of one part, replaced one by one. */
export interface WordsOf extends WordsContext {
  readonly columns: Map<string, Column>;
  readonly rows: number;
  readonly lines: Uint32Array;
}

export function codeOf(part: WordsOf, field: string): CodeColumn | undefined {
  const column = part.columns.get(field);
  return column?.type === 'code' ? column : undefined;
}
