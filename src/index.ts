/**
 * The library: what `happiness report` does, step by step.
 *
 * ```ts
 * const files = await findInputs(['exports/'], { cwd: process.cwd() });
 * const inputs = await Promise.all(files.map(async (file) => ({ input: await openInput(file, { headerScore: headerScore(presets) }) })));
 * const evidence = await normalize(inputs, { presets, wallClock: Date.now() });
 * const report = analyze(evidence, { …, kpis: kpis.map((kpi) => ({ kpi, options: {} })) });
 * const text = findFormat('markdown').render(report, renderOptions);
 * ```
 *
 * Problems that a user can mend are thrown as `UserError`.
 */
export { analyze } from './analyze/analyze.ts';
export { linkSupport } from './analyze/link/link.ts';
export type { Evidence, KpiRequest, Question } from './analyze/question.ts';
export { analyzeSegments, type SegmentQuestion } from './analyze/segment.ts';
export type { Format, RenderOptions } from './formats/format.ts';
export { findFormat, formatOfPath, formats } from './formats/index.ts';
export type { KpiDefinition } from './kpis/define-kpi.ts';
export { kpis } from './kpis/index.ts';
export { parsePeriod, previousPeriod, samePeriodLastYear } from './lib/time/period.ts';
export type { Dataset, Table } from './model/dataset.ts';
export type { Clock, TableKind } from './model/kinds.ts';
export type { Period, SeriesStep, WeekStart } from './model/period.ts';
export type * from './model/link-report.ts';
export type * from './model/objective-report.ts';
export type * from './model/report.ts';
export type * from './model/segment-report.ts';
export { UserError } from './model/user-error.ts';
export type { ErrorPlace } from './model/user-error.ts';
export type { Warning, WarningCode } from './model/warning.ts';
export { headerScore, normalize } from './normalize/normalize.ts';
export type { InputToNormalize, Normalized, NormalizeOptions } from './normalize/options.ts';
export { presets } from './presets/index.ts';
export type { Preset } from './presets/preset.ts';
export { findInputs, openInput } from './read/index.ts';
export type { InputFile } from './read/index.ts';
export type { OpenedInput, OpenOptions } from './read/reading.ts';
export { parseWhere } from './segments/conditions/parse-condition.ts';
export type { Condition } from './segments/conditions/condition.ts';
export type { Dimension } from './segments/dimension.ts';
export { dimensions, findDimension } from './segments/index.ts';
