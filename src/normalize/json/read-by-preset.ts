import type { Codes, Numbers } from '../../model/columns.ts';
import type { Preset } from '../../presets/preset.ts';
import { dictionarySize } from '../../model/texts.ts';
import type { JsonInput, RestElsewhere } from '../../read/reading.ts';
import type { Part } from '../staging/part.ts';
import { reportOutcome, skippedOf } from '../staging/read-input.ts';
import type { ReadInput } from '../staging/read-input.ts';
import type { BuiltTable } from '../staging/table-builder.ts';
import { translate } from '../staging/words.ts';
import { builderOptions } from './json-task.ts';
import type { JsonBuilderOptions } from './layout-writer.ts';
import { restOf } from '../elsewhere.ts';
import type { ReadRecordsElsewhere } from './records-elsewhere.ts';
import type { JsonTask } from './json-task.ts';
import { PresetReader, layoutOf } from './preset-reader.ts';
import { unreadMembers } from './unread-members.ts';

/** Reads the lists that a preset names, with what their records carry inside them. */
export async function readByPreset(input: JsonInput, preset: Preset, task: JsonTask): Promise<ReadInput> {
  const { findings, options, place: inputPlace } = task;
  const builder = builderOptions(input, preset, task);
  const reader = new PresetReader(preset, input.lists.keys(), builder);
  const outcome = await input.read(
    reader.sink,
    restElsewhere(input, { reader, preset, builder, readElsewhere: options.readRecordsElsewhere }),
  );
  reportOutcome(input, outcome, findings);
  const unmapped = [...input.lists].flatMap(([list, records]) => {
    const layout = layoutOf(preset, list);
    return layout === undefined ? [`list ${list}`] : layout.into === preset.kind ? unreadMembers(layout, records) : [];
  });
  const parts: Part[] = [];
  for (const { writer, supplements, leftOut } of reader.written()) {
    const built = writer.builder.finish();
    const words = translate(built, { kind: writer.kind, preset, options, findings, file: input.path, labels: writer.labels });
    const filled = dropEmpty(built);
    const labels = Object.fromEntries(Object.entries(writer.labels).filter(([target]) => filled.columns.has(target)));
    parts.push({
      kind: writer.kind,
      ...filled,
      supplements,
      leftOut,
      origin: { file: input.path, input: inputPlace, preset, system: preset.system },
      label: { columns: labels, unmapped: [] },
      words,
    });
  }
  return {
    parts,
    people: reader.people,
    groups: reader.groups,
    kind: preset.kind,
    presetId: preset.id,
    encoding: input.encoding,
    file: input.path,
    skipped: skippedOf(outcome),
    beside: reader.directoryRead,
    unmapped,
  };
}

/** The other thread begins later. */
const OWN_SHARE = 0.54;

interface Division {
  readonly reader: PresetReader;
  readonly preset: Preset;
  readonly builder: JsonBuilderOptions;
  readonly readElsewhere: ReadRecordsElsewhere | undefined;
}

function restElsewhere(input: JsonInput, { reader, preset, builder, readElsewhere }: Division): RestElsewhere | undefined {
  const lines = readElsewhere && input.restFrom?.(OWN_SHARE);
  if (!lines) return undefined;
  const { withText, overrides } = builder;
  const reading = readElsewhere({ lines, preset: preset.id, lists: [...input.lists.keys()], withText, overrides });
  return restOf(lines.from, reading, (part, linesBefore) => reader.append(part, linesBefore));
}

/** A layout names every column that the product may write; those that no record carried do not exist. */
function dropEmpty(built: BuiltTable): BuiltTable {
  const columns = new Map(
    [...built.columns].filter(([, column]) => {
      switch (column.type) {
        case 'time':
        case 'number':
          return holdsOther(column.values, Number.NaN);
        case 'flag':
          return holdsOther(column.values, 2);
        case 'code':
          return dictionarySize(column) > 1 && holdsOther(column.codes, 0);
        case 'codes':
          return column.values.length > 1;
        case 'link':
          return true;
      }
    }),
  );
  return { ...built, columns };
}

function holdsOther(values: Numbers | Codes, than: number): boolean {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== than && value === value) return true;
  }
  return false;
}
