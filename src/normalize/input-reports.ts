import type { TableKind } from '../model/kinds.ts';
import type { ReportInput } from '../model/report.ts';
import type { Tally } from './dataset/fate.ts';
import type { ReadInput } from './staging/read-input.ts';
import type { Part } from './staging/part.ts';

/** One entry a file and kind: rows = used + excluded + collapsed + skipped. */
export function inputReports(inputs: readonly ReadInput[], tallyOf: (part: Part) => Tally): ReportInput[] {
  return inputs.flatMap((input) => {
    const kinds = new Map<TableKind, Part[]>();
    for (const part of input.parts) kinds.set(part.kind, [...(kinds.get(part.kind) ?? []), part]);
    const main = kinds.has(input.kind) ? input.kind : ([...kinds.keys()][0] ?? input.kind);
    if (!kinds.has(main)) kinds.set(main, []);
    return [...kinds]
      .filter(([kind, parts]) => kind === main || parts.some((part) => part.rows > 0))
      .map(([kind, parts]) => report(input, kind, { parts, isMain: kind === main, tallyOf }));
  });
}

interface Rows {
  readonly parts: readonly Part[];
  readonly isMain: boolean;
  readonly tallyOf: (part: Part) => Tally;
}

function report(input: ReadInput, kind: TableKind, { parts, isMain, tallyOf }: Rows): ReportInput {
  const tallies = parts.map(tallyOf);
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const beside = isMain ? input.beside : 0;
  const skipped = isMain ? input.skipped : 0;
  return {
    path: input.file,
    kind,
    preset: input.presetId,
    encoding: input.encoding,
    rows: parts.reduce((total, part) => total + part.rows, 0) + beside + skipped,
    used: sum((tally) => tally.used) + beside,
    excluded: sum((tally) => tally.excluded),
    collapsed: sum((tally) => tally.collapsed),
    skipped,
    columns: Object.assign({}, ...parts.map((part) => part.label.columns)) as Record<string, string>,
    unmapped: [...new Set([...(isMain ? input.unmapped : []), ...parts.flatMap((part) => part.label.unmapped)])],
  };
}
