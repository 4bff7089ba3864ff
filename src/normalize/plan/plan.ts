import type { FieldType, TableKind } from '../../model/kinds.ts';
import type { FieldMapping, Preset } from '../../presets/preset.ts';
import { fieldKey } from '../../presets/field-key.ts';
import { notWhatTheySeem, synonyms, timeStampOfDuration } from '../../presets/synonyms.ts';
import type { ColumnOverride } from '../options.ts';
import { callColumn } from './call-columns.ts';
import type { Content } from './content.ts';
import { fits } from './content.ts';
import { fillByContent } from './fill-by-content.ts';
import type { HeaderForms } from './header.ts';
import { asMapping, targetOf, typeOf } from './names.ts';
import { overrideMapping } from './override.ts';
import { scoreColumn } from './score-headers.ts';

/** A source column before anybody knows what it means. */
export interface SourceColumn extends HeaderForms {
  readonly index: number;
  readonly content: Content;
}

export interface PlannedColumn {
  readonly source: SourceColumn;
  readonly mapping: FieldMapping;
  readonly type: FieldType;
  /** The dataset's column: the field, for durations with its clock. */
  readonly target: string;
}

export interface ColumnPlan {
  readonly kind: TableKind;
  /** Several for one target where a header occurs more than once. */
  readonly planned: readonly PlannedColumn[];
  readonly unmapped: readonly SourceColumn[];
  /** Headers that occur more than once among the planned ones. */
  readonly repeated: readonly string[];
}

interface Candidate extends PlannedColumn {
  /** Who says so: 0 the user, 1 the preset, 2 the names that everybody knows, 3 the content. */
  readonly origin: number;
  readonly rank: number;
}

interface PlanInput {
  readonly kind: TableKind;
  readonly columns: readonly SourceColumn[];
  readonly preset?: Preset | undefined;
  readonly overrides: readonly ColumnOverride[];
}

/** Which column feeds which field: the user's word, else the preset's, else a synonym that the cells do not contradict, else the content. */
export function planColumns({ kind, columns, preset, overrides }: PlanInput): ColumnPlan {
  const candidates: Candidate[] = [];
  const open: SourceColumn[] = [];
  for (const source of columns) {
    const said = overrideOf(kind, source, overrides) ?? presetMapping(kind, source, preset);
    const found = said === undefined ? synonymOf(kind, source, columns) : said;
    if (found === undefined) open.push(source);
    else if (found !== null) candidates.push(found);
  }
  candidates.push(...fillByContent(kind, open, candidates).map((planned) => ({ ...planned, origin: 3, rank: 0 })));
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const rival = best.get(candidate.target);
    if (rival === undefined || isBetter(candidate, rival)) best.set(candidate.target, candidate);
  }
  const planned: PlannedColumn[] = [];
  const repeated = new Set<string>();
  for (const candidate of candidates) {
    const winner = best.get(candidate.target)!;
    if (candidate === winner) planned.push(candidate);
    else if (candidate.source.header === winner.source.header && candidate.origin === winner.origin) {
      planned.push(candidate);
      repeated.add(candidate.source.header);
    }
  }
  const taken = new Set(planned.map((column) => column.source.index));
  return { kind, planned, unmapped: columns.filter((column) => !taken.has(column.index)), repeated: [...repeated] };
}

/** An empty column never beats a filled one of the same standing. */
function isBetter(candidate: Candidate, rival: Candidate): boolean {
  if (candidate.origin !== rival.origin) return candidate.origin < rival.origin;
  const empty = candidate.source.content.cells === 0;
  const rivalEmpty = rival.source.content.cells === 0;
  if (empty !== rivalEmpty) return rivalEmpty;
  return candidate.rank < rival.rank;
}

function planned(kind: TableKind, source: SourceColumn, mapping: FieldMapping): PlannedColumn | undefined {
  const type = typeOf(kind, mapping.field);
  if (type === undefined) return undefined;
  return { source, mapping, type, target: targetOf(kind, mapping) };
}

function overrideOf(kind: TableKind, source: SourceColumn, overrides: readonly ColumnOverride[]): Candidate | undefined {
  const override = overrides.find((one) => one.kind === kind && fieldKey(one.column) === source.keys[0]);
  if (override === undefined) return undefined;
  const column = planned(kind, source, overrideMapping(kind, override.field));
  return column === undefined ? undefined : { ...column, origin: 0, rank: 0 };
}

/** `null` where the preset says that the column is not what it seems. */
function presetMapping(kind: TableKind, source: SourceColumn, preset: Preset | undefined): Candidate | null | undefined {
  if (preset?.table === undefined || preset.kind !== kind) return undefined;
  const { columns } = preset.table;
  for (const key of source.literalKeys) {
    if (!Object.hasOwn(columns, key)) continue;
    const said = columns[key];
    if (said === null || said === undefined) return null;
    const mapping = asTheCellsSay(asMapping(said), source.content);
    const column = planned(kind, source, mapping);
    return column === undefined ? null : { ...column, origin: 1, rank: Object.keys(columns).indexOf(key) };
  }
  return undefined;
}

/** What a column's content makes of its name stands behind what is called by a field's name itself. */
const BEHIND_NAMES = 1e6;

function synonymOf(kind: TableKind, source: SourceColumn, all: readonly SourceColumn[]): Candidate | undefined {
  if (source.keys.some((key) => notWhatTheySeem.has(key))) return undefined;
  const ofCalls = kind === 'tickets' ? callColumn(source, all) : undefined;
  const call = ofCalls === undefined ? undefined : planned(kind, source, ofCalls);
  if (call !== undefined) return { ...call, origin: 2, rank: BEHIND_NAMES };
  for (const key of source.keys) {
    const named = synonyms[kind].find(key);
    if (named === undefined) continue;
    const column = planned(kind, source, asTheCellsSay(asMapping(named.mapping), source.content));
    if (column !== undefined && fits(column.type, column.mapping.field, source.content)) return { ...column, origin: 2, rank: named.rank };
  }
  const score = scoreColumn(kind, source.keys);
  const column = score === undefined ? undefined : planned(kind, source, score);
  if (column !== undefined && source.content.numbers * 2 >= source.content.cells) return { ...column, origin: 2, rank: BEHIND_NAMES };
  return undefined;
}

const durationOfTimeStamp: ReadonlyMap<string, string> = new Map(
  Object.entries(timeStampOfDuration).map(([duration, at]) => [at, duration]),
);

/** In real files "Time to Resolution" may hold time stamps and "First response" minutes: the cells decide, not the name. */
function asTheCellsSay(mapping: FieldMapping, content: Content): FieldMapping {
  const at = Object.hasOwn(timeStampOfDuration, mapping.field) ? timeStampOfDuration[mapping.field] : undefined;
  if (at !== undefined && content.times * 2 >= content.cells && content.times > 0)
    return { field: at, ...(mapping.zone === undefined ? {} : { zone: mapping.zone }) };
  const duration = durationOfTimeStamp.get(mapping.field);
  if (duration === undefined || content.times + content.epochs > 0) return mapping;
  return content.durations * 2 >= content.cells && content.durations > 0 ? { field: duration, clock: 'unknown' } : mapping;
}
