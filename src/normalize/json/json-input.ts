import type { TableKind } from '../../model/kinds.ts';
import { TABLE_KINDS } from '../../model/kinds.ts';
import type { Preset } from '../../presets/preset.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { JsonInput } from '../../read/reading.ts';
import type { InputToNormalize, NormalizeOptions } from '../options.ts';
import { planColumns } from '../plan/plan.ts';
import { bestPlan } from '../recognise/kind-of.ts';
import { presetById } from '../recognise/preset-by-id.ts';
import { presetOf } from '../recognise/preset-of.ts';
import { unrecognised } from '../recognise/table-plan.ts';
import type { Part } from '../staging/part.ts';
import { reportOutcome, skippedOf } from '../staging/read-input.ts';
import type { ReadInput } from '../staging/read-input.ts';
import type { BuiltTable } from '../staging/table-builder.ts';
import { translate } from '../staging/words.ts';
import type { Findings } from '../warnings.ts';
import { flatten } from './flatten.ts';
import { GenericReader, sourceColumnsOf } from './generic-reader.ts';
import { PresetReader, layoutOf } from './preset-reader.ts';
import type { JsonBuilderOptions } from './preset-reader.ts';

export interface JsonContext {
  readonly options: NormalizeOptions;
  readonly findings: Findings;
  /** All inputs: a directory or a metric file beside a known export is that product's. */
  readonly inputs: readonly InputToNormalize[];
}

/** Reads a JSON input by its preset, else list by list by its members' names. */
export async function readJson(source: InputToNormalize, place: number, context: JsonContext): Promise<ReadInput> {
  const input = source.input as JsonInput;
  const { options } = context;
  const named = source.preset === undefined ? undefined : presetById(options.presets, source.preset);
  const preset = named === undefined ? findPreset(input, source.kind, context) : named.json === undefined ? undefined : named;
  return preset === undefined
    ? readGeneric(input, { ...context, place, source })
    : readByPreset(input, preset, { ...context, place, source });
}

function keysOf(input: JsonInput): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const [list, records] of input.lists) {
    const names = new Set<string>();
    for (const record of records) {
      for (const name of Object.keys(record)) names.add(fieldKey(name));
      for (const name of flatten(record).keys()) names.add(fieldKey(name));
    }
    keys.set(list, names);
  }
  return keys;
}

/** By the keys of any list; a file that only another file's product knows (users, metrics) goes with that product by its list's name. */
function findPreset(input: JsonInput, kind: TableKind | undefined, { options, inputs }: JsonContext): Preset | undefined {
  const presets = kind === undefined ? options.presets : options.presets.filter((preset) => preset.kind === kind);
  for (const names of keysOf(input).values()) {
    const preset = presetOf(presets, 'json', names);
    if (preset !== undefined) return preset;
  }
  if (kind !== undefined) return undefined;
  for (const { input: other } of inputs) {
    if (other === input || !('lists' in other)) continue;
    for (const names of keysOf(other).values()) {
      const preset = presetOf(presets, 'json', names);
      if (preset !== undefined && [...input.lists.keys()].some((list) => list !== '' && layoutOf(preset, list) !== undefined))
        return preset;
    }
  }
  return undefined;
}

interface JsonTask extends JsonContext {
  readonly place: number;
  readonly source: InputToNormalize;
}

function builderOptions(input: JsonInput, preset: Preset | undefined, { options, findings, source }: JsonTask): JsonBuilderOptions {
  const zone = source.timeZone ?? preset?.zone ?? options.timeZone;
  return { file: input.path, findings, zone, dateOrder: options.dateOrder, withText: options.withText === true };
}

async function readByPreset(input: JsonInput, preset: Preset, task: JsonTask): Promise<ReadInput> {
  const { findings, options, place: inputPlace } = task;
  const reader = new PresetReader(preset, input.lists.keys(), builderOptions(input, preset, task));
  const outcome = await input.read({ record: (list, record, place) => void reader.record(list, record, place) });
  reportOutcome(input.path, outcome, findings);
  const unmapped = [...input.lists.keys()].filter((list) => layoutOf(preset, list) === undefined).map((list) => `list ${list}`);
  const parts: Part[] = [];
  for (const { writer, supplements, leftOut } of reader.written()) {
    const built = writer.builder.finish();
    translate(built, { kind: writer.kind, preset, options, findings, file: input.path, labels: writer.labels });
    parts.push({
      kind: writer.kind,
      ...dropEmpty(built),
      supplements,
      leftOut,
      origin: { file: input.path, input: inputPlace, preset, system: preset.system },
      label: { columns: writer.labels, unmapped: [] },
    });
  }
  return {
    parts,
    people: reader.people,
    kind: preset.kind,
    presetId: preset.id,
    encoding: input.encoding,
    file: input.path,
    skipped: skippedOf(outcome),
    beside: reader.peopleRead,
    unmapped,
  };
}

/** A layout names every column that the product may write; those that no record carried do not exist. */
function dropEmpty(built: BuiltTable): BuiltTable {
  const columns = new Map(
    [...built.columns].filter(([, column]) => {
      switch (column.type) {
        case 'time':
        case 'number':
          return column.values.some((value) => !Number.isNaN(value));
        case 'flag':
          return column.values.some((value) => value !== 2);
        case 'code':
          return column.codes.some((code) => code !== 0);
        case 'codes':
          return column.codes.length > 0;
        case 'link':
          return true;
      }
    }),
  );
  return { ...built, columns };
}

async function readGeneric(input: JsonInput, task: JsonTask): Promise<ReadInput> {
  const { findings, options, place: inputPlace, source } = task;
  const readers = new Map<string, GenericReader>();
  const unread: string[] = [];
  const names: string[] = [];
  for (const [list, records] of input.lists) {
    const columns = sourceColumnsOf(records);
    names.push(...columns.map((column) => column.header));
    const kinds = source.kind === undefined || input.lists.size > 1 ? TABLE_KINDS : [source.kind];
    const plans = kinds.map((kind) => planColumns({ kind, columns, overrides: options.map ?? [] }));
    const plan = kinds.length === 1 ? plans[0] : bestPlan(plans, list === '' ? input.path : list);
    if (plan === undefined || plan.planned.length === 0) unread.push(list);
    else readers.set(list, new GenericReader(plan, builderOptions(input, undefined, task)));
  }
  if (readers.size === 0) throw unrecognised(input.path, names, source.kind);
  const outcome = await input.read({ record: (list, record, place) => readers.get(list)?.record(record, place) });
  reportOutcome(input.path, outcome, findings);
  const parts: Part[] = [...readers.values()].map((reader) => {
    const built = reader.builder.finish();
    const { kind } = reader.plan;
    translate(built, { kind, preset: undefined, options, findings, file: input.path, labels: reader.labels });
    return {
      kind,
      ...built,
      supplements: false,
      leftOut: new Map(),
      origin: { file: input.path, input: inputPlace, preset: undefined, system: 'generic' },
      label: { columns: reader.labels, unmapped: reader.plan.unmapped.map((column) => column.header) },
    };
  });
  return {
    parts,
    people: [],
    kind: parts[0]!.kind,
    presetId: 'generic',
    encoding: input.encoding,
    file: input.path,
    skipped: skippedOf(outcome),
    beside: 0,
    unmapped: unread.map((list) => (list === '' ? 'records' : `list ${list}`)),
  };
}
