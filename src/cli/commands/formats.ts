import { EXIT } from '../exit-codes.ts';
import { CATALOGUE_OPTIONS, writeCatalogue } from './catalogue.ts';
import type { CommandSpec } from './command-spec.ts';

export const formatsCommand: CommandSpec = {
  name: 'formats',
  operands: '',
  summary: 'The formats that a report can be written in',
  description: 'Lists the output formats, with the id that --format takes and the file extensions that choose them for --output.',
  examples: ['happiness formats', 'happiness formats --format json'],
  options: CATALOGUE_OPTIONS,
  async run(invocation) {
    const { formats } = await import('../../formats/index.ts');
    await writeCatalogue(invocation, {
      headings: [
        {
          title: 'Formats',
          entries: formats.map(({ id, title, extensions }) => [
            id,
            `${title} (${extensions.map((extension) => `.${extension}`).join(', ')})`,
          ]),
        },
      ],
      json: formats.map(({ id, title, extensions }) => ({ id, title, extensions })),
    });
    return EXIT.ok;
  },
};
