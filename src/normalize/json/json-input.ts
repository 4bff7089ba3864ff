import type { TableKind } from '../../model/kinds.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { Preset } from '../../presets/preset.ts';
import type { JsonInput } from '../../read/reading.ts';
import type { InputToNormalize } from '../options.ts';
import { presetById } from '../recognise/preset-by-id.ts';
import { presetOf } from '../recognise/preset-of.ts';
import type { ReadInput } from '../staging/read-input.ts';
import { flatten } from './flatten.ts';
import type { JsonContext } from './json-task.ts';
import { layoutOf } from './preset-reader.ts';
import { readByPreset } from './read-by-preset.ts';
import { readGeneric } from './read-generic.ts';

/** Reads a JSON input by its preset, else list by list by its members' names. */
export async function readJson(source: InputToNormalize, place: number, context: JsonContext): Promise<ReadInput> {
  const input = source.input as JsonInput;
  const { options } = context;
  const named = source.preset === undefined ? undefined : presetById(options.presets, source.preset);
  // a preset for tables says nothing of the JSON that was given along with it; the generic one says that none is wanted
  const isOpen = named === undefined || (named.format === 'table' && named.table !== undefined);
  const preset = isOpen ? findPreset(input, source.kind, context) : named.json === undefined ? undefined : named;
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
