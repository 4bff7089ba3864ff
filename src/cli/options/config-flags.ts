import type { OptionGroup } from '../commands/command-spec.ts';

/** The same for every command that asks questions of data. */
export const CONFIG_FLAGS: OptionGroup = {
  title: 'Config',
  options: [
    {
      flags: '-c, --config <file>',
      says: 'This config instead of the one found here or above (up to the root of the repository); none: without any',
    },
    { flags: '--print-config', says: 'Show every setting and where it comes from, and do nothing else' },
  ],
};
