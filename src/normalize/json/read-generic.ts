import { TABLE_KINDS } from '../../model/kinds.ts';
import type { JsonInput } from '../../read/reading.ts';
import { planColumns } from '../plan/plan.ts';
import { bestPlan } from '../recognise/kind-of.ts';
import { likelyMap } from '../recognise/likely-map.ts';
import { unrecognised } from '../recognise/table-plan.ts';
import type { Part } from '../staging/part.ts';
import { reportOutcome, skippedOf } from '../staging/read-input.ts';
import type { ReadInput } from '../staging/read-input.ts';
import { translate } from '../staging/words.ts';
import { GenericReader, sourceColumnsOf } from './generic-reader.ts';
import { builderOptions } from './json-task.ts';
import type { JsonTask } from './json-task.ts';

/** Reads lists of an unknown layout, each by the names of its members. @throws UserError when no list is of a known kind. */
export async function readGeneric(input: JsonInput, task: JsonTask): Promise<ReadInput> {
  const { findings, options, place: inputPlace, source } = task;
  const readers = new Map<string, GenericReader>();
  const unread: string[] = [];
  const names: string[] = [];
  let hint: string | undefined;
  for (const [list, records] of input.lists) {
    const columns = sourceColumnsOf(records);
    names.push(...columns.map((column) => column.header));
    const kinds = source.kind === undefined || input.lists.size > 1 ? TABLE_KINDS : [source.kind];
    const plans = kinds.map((kind) => planColumns({ kind, columns, overrides: options.map ?? [] }));
    const plan = kinds.length === 1 ? plans[0] : bestPlan(plans, list === '' ? input.path : list);
    if (plan === undefined || plan.planned.length === 0) {
      unread.push(list);
      hint ??= likelyMap(plans, columns);
    } else readers.set(list, new GenericReader(plan, builderOptions(input, undefined, task)));
  }
  if (readers.size === 0) throw unrecognised(input.path, names, { kind: source.kind, map: hint });
  const outcome = await input.read({ record: (list, record, place) => readers.get(list)?.record(record, place) });
  reportOutcome(input, outcome, findings);
  const parts: Part[] = [...readers.values()].map((reader) => {
    const built = reader.builder.finish();
    const { kind } = reader.plan;
    const words = translate(built, { kind, preset: undefined, options, findings, file: input.path, labels: reader.labels });
    return {
      kind,
      ...built,
      supplements: false,
      leftOut: new Map(),
      origin: { file: input.path, input: inputPlace, preset: undefined, system: 'generic' },
      label: { columns: reader.labels, unmapped: reader.plan.unmapped.map((column) => column.header) },
      words,
    };
  });
  return {
    parts,
    people: [],
    groups: [],
    kind: parts[0]!.kind,
    presetId: 'generic',
    encoding: input.encoding,
    file: input.path,
    skipped: skippedOf(outcome),
    beside: 0,
    unmapped: unread.map((list) => (list === '' ? 'records' : `list ${list}`)),
  };
}
