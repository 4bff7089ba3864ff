import type { OptionGroup } from '../commands/command-spec.ts';

/** The same for every command, before or after its name. */
export const COMMON_OPTIONS: OptionGroup = {
  title: 'Common options',
  options: [
    { flags: '--color <when>', says: 'auto, always or never (auto: on terminals, unless NO_COLOR is set)' },
    { flags: '--no-color', says: 'The same as --color never' },
    { flags: '--no-progress', says: 'No spinner while reading' },
    { flags: '-q, --quiet', says: 'Say nothing but errors on standard error' },
    { flags: '-v, --verbose', says: 'Say more: what was read and how, how long it took' },
    { flags: '--debug', says: 'Show the stack of an unexpected error' },
    { flags: '-h, --help', says: 'Show this help' },
  ],
};
