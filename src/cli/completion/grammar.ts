import type { CommandSpec, OptionSpec } from '../commands/command-spec.ts';
import { COMMON_OPTIONS } from '../options/common-options.ts';

/** What can stand after a word: some words, several of them between commas, a file, or anything. */
export type Completion =
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly list: boolean }
  | { readonly kind: 'file' }
  | { readonly kind: 'free' };

export interface CompletedOption {
  readonly long: string;
  readonly short: string | null;
  readonly says: string;
  readonly repeatable: boolean;
  /** `null` for a switch. */
  readonly value: { readonly name: string; readonly completion: Completion } | null;
}

export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** The first operand; all others are files. */
  readonly first: Completion;
}

/** Words by option (`format`), by `command.option` where a command takes others, and by `command.` for its first operand. */
export type Words = ReadonlyMap<string, { readonly words: readonly string[]; readonly list?: boolean }>;

/** The grammar of all commands, as far as completing goes. */
export function grammarOf(commands: readonly CommandSpec[], words: Words): readonly CompletedCommand[] {
  return commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    options: [...command.options.flatMap(({ options }) => options), ...COMMON_OPTIONS.options].map((option) =>
      optionOf(option, command.name, words),
    ),
    first: wordsOf(words, `${command.name}.`) ?? (command.operands === '' ? { kind: 'free' } : { kind: 'file' }),
  }));
}

function optionOf({ flags, says, repeatable = false }: OptionSpec, command: string, words: Words): CompletedOption {
  const long = /--[\w-]+/.exec(flags)?.[0] ?? '';
  const [, name] = /<([^>]+)>/.exec(flags) ?? [];
  const id = long.slice(2);
  const fileLike = name === 'file' || name === 'keyfile';
  return {
    long,
    short: /^-(\w),/.exec(flags)?.[1] ?? null,
    says,
    repeatable,
    value:
      name === undefined
        ? null
        : { name, completion: wordsOf(words, `${command}.${id}`) ?? wordsOf(words, id) ?? { kind: fileLike ? 'file' : 'free' } },
  };
}

function wordsOf(words: Words, key: string): Completion | undefined {
  const found = words.get(key);
  return found === undefined ? undefined : { kind: 'words', words: found.words, list: found.list === true };
}
