import type { OptionGroup } from '../commands/command-spec.ts';
import { REPORT_FLAGS } from './report-flags.ts';

const INPUT: readonly OptionGroup[] = REPORT_FLAGS.filter(({ title }) => title === 'Input');
const ZONE = REPORT_FLAGS.flatMap(({ options }) => options).filter(({ flags }) => flags.startsWith('--timezone'));

/** How files are to be read, as everywhere. */
export const READING_FLAGS: readonly OptionGroup[] = INPUT.map((group) => ({ ...group, options: [...group.options, ...ZONE] }));

export const INSPECT_FLAGS: readonly OptionGroup[] = [
  {
    title: 'Output',
    options: [
      { flags: '-f, --format <format>', says: 'table (default) or json' },
      { flags: '--show-values', says: 'Some values of every column too; else no cell of the files is shown' },
      { flags: '--compact', says: 'Less space: JSON on one line' },
      { flags: '--strict', says: 'Exit 1 when something is not recognised or the data has warnings' },
    ],
  },
  ...READING_FLAGS,
];
