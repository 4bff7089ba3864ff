import type { InputToNormalize, NormalizeOptions } from './options.ts';
import { readJson } from './json/json-input.ts';
import { presetById } from './recognise/preset-by-id.ts';
import { checkOverrideColumns, checkOverrideFields } from './recognise/overrides.ts';
import { recogniseTable } from './recognise/table-plan.ts';
import type { Part } from './staging/part.ts';
import { reportOutcome, skippedOf } from './staging/read-input.ts';
import type { ReadInput } from './staging/read-input.ts';
import { withoutTotals } from './staging/totals.ts';
import { translate } from './staging/words.ts';
import { unreadFields } from './unread-fields.ts';
import { columnLabels, readTable, sourceColumns } from './table-input.ts';
import type { Findings } from './warnings.ts';
import { quoted } from './warnings.ts';

/** Recognises every input first, so that a wrong option is told before anything long begins, then reads them one after another. */
export async function readInputs(inputs: readonly InputToNormalize[], options: NormalizeOptions, findings: Findings): Promise<ReadInput[]> {
  const overrides = options.map ?? [];
  checkOverrideFields(overrides);
  checkOverrideColumns(
    overrides,
    inputs.map(({ input }) => ({ file: input.path, names: 'header' in input ? input.header : memberNames(input.lists.values()) })),
  );
  const read: ReadInput[] = [];
  for (const [place, source] of inputs.entries()) {
    reportEncoding(source, findings);
    const found =
      source.input.format === 'csv' || source.input.format === 'spreadsheet-xml'
        ? await readTableInput(source, place, { options, findings, inputs })
        : await readJson(source, place, { options, findings, inputs });
    read.push(source.system === undefined ? found : ofSystem(found, source.system));
  }
  return read;
}

/** The same, of the helpdesk that the user names instead of its product. */
function ofSystem(input: ReadInput, system: string): ReadInput {
  const { parts, people, groups } = input;
  return {
    ...input,
    parts: parts.map((part) => ({ ...part, origin: { ...part.origin, system } })),
    people: people.map((person) => ({ ...person, system })),
    groups: groups.map((group) => ({ ...group, system })),
  };
}

function memberNames(lists: Iterable<readonly Readonly<Record<string, unknown>>[]>): string[] {
  return [...new Set([...lists].flatMap((records) => records.flatMap((record) => Object.keys(record))))];
}

interface Context {
  readonly inputs: readonly InputToNormalize[];
  readonly options: NormalizeOptions;
  readonly findings: Findings;
}

async function readTableInput(source: InputToNormalize, place: number, { inputs, options, findings }: Context): Promise<ReadInput> {
  const { input } = source;
  if (!('header' in input)) throw new TypeError('not a table');
  const columns = sourceColumns(input.header, input.sample);
  const named = source.preset === undefined ? undefined : presetById(options.presets, source.preset);
  const { preset, plan } = recogniseTable({
    file: input.path,
    columns,
    presets: options.presets,
    kind: source.kind,
    preset: named,
    overrides: options.map ?? [],
  });
  const zone = source.timeZone ?? preset?.zone ?? options.timeZone;
  const { built: read, outcome } = await readTable(input, plan, {
    file: input.path,
    findings,
    zone,
    dateOrder: options.dateOrder,
    unread: unreadFields(plan.kind, options, inputs),
    // Other tables may know the same customers by their addresses.
    idsSuffice: inputs.length === 1 && plan.kind === 'tickets' && options.unasked?.has('tickets.customerEmail') === true,
    readElsewhere: options.readElsewhere,
  });
  if (plan.repeated.length > 0)
    findings.add({
      code: 'duplicate-header',
      count: plan.repeated.length,
      file: input.path,
      line: input.headerLine,
      about: plan.repeated.map(quoted).join(', '),
    });
  reportOutcome(input, outcome, findings);
  const { built, lines: totals } = withoutTotals(read);
  findings.add({ code: 'furniture-skipped', count: totals.length, file: input.path, line: totals[0] });
  const labels = columnLabels(plan);
  const { kind } = plan;
  const words = translate(built, { kind, preset, options, findings, file: input.path, labels });
  const unmapped = plan.unmapped.map((column) => column.header).filter((header) => header !== '');
  const part: Part = {
    kind,
    ...built,
    supplements: false,
    leftOut: new Map(),
    origin: { file: input.path, input: place, preset, system: preset?.system ?? 'generic' },
    label: { columns: labels, unmapped },
    words,
  };
  return {
    parts: [part],
    people: [],
    groups: [],
    kind,
    presetId: preset?.id ?? 'generic',
    encoding: input.encoding,
    file: input.path,
    skipped: skippedOf(outcome),
    beside: 0,
    unmapped,
  };
}

function reportEncoding({ input }: InputToNormalize, findings: Findings): void {
  if (input.encodingAssumed) findings.add({ code: 'encoding-assumed', count: 1, file: input.path, about: input.encoding });
}
