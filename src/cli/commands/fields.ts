import { FIELDS, TABLE_KINDS, type FieldType } from '../../model/kinds.ts';
import { EXIT } from '../exit-codes.ts';
import { CATALOGUE_OPTIONS, writeCatalogue } from './catalogue.ts';
import type { CommandSpec } from './command-spec.ts';

const TYPES: Readonly<Record<FieldType, string>> = {
  code: 'text',
  codes: 'texts',
  time: 'time',
  number: 'number',
  flag: 'yes or no',
  duration: 'duration',
};
const NAMES_SHOWN = 3;

export const fieldsCommand: CommandSpec = {
  name: 'fields',
  operands: '',
  summary: 'The columns that happiness reads, with the names it knows them by',
  description:
    'Lists every field of every kind of table, as --map and mappings of the config take it, with what it holds and the column names that are taken for it (in any case, with any separator). With --verbose and --format json all of these names.',
  examples: ['happiness fields', 'happiness fields --verbose | less', "happiness fields --format json | jq -r '.[].id'"],
  options: CATALOGUE_OPTIONS,
  async run(invocation) {
    const { fieldNames } = await import('../../presets/field-names.ts');
    const most = invocation.talk.verbose ? Number.POSITIVE_INFINITY : NAMES_SHOWN;
    const fields = TABLE_KINDS.flatMap((kind) => {
      const names = fieldNames(kind);
      return Object.entries<FieldType>(FIELDS[kind]).map(([field, type]) => ({
        id: `${kind}.${field}`,
        kind,
        field,
        type,
        names: names.get(field) ?? [],
      }));
    });
    await writeCatalogue(invocation, {
      headings: TABLE_KINDS.map((kind) => ({
        title: kind,
        entries: fields
          .filter((one) => one.kind === kind)
          .map(({ id, type, names }) => [
            id,
            `${TYPES[type]}${names.length === 0 ? '' : `; also ${names.slice(0, most).join(', ')}${names.length > most ? ', …' : ''}`}`,
          ]),
      })),
      json: fields,
    });
    return EXIT.ok;
  },
};
