import type { CompletedCommand, CompletedOption, Completion } from './grammar.ts';

/** For `~/.config/fish/completions/happiness.fish`. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const lines = [
    '# fish completion of happiness',
    `set -l happiness_commands ${names}`,
    'complete -c happiness -f -n "not __fish_seen_subcommand_from $happiness_commands" -l help -s h -d "Show the help"',
    'complete -c happiness -f -n "not __fish_seen_subcommand_from $happiness_commands" -l version -s V -d "Print the version"',
    ...commands.flatMap((command) => [
      `complete -c happiness -f -n "not __fish_seen_subcommand_from $happiness_commands" -a ${command.name} -d ${quoted(command.summary)}`,
      ...operandLines(command),
      ...command.options.map((option) => optionLine(command.name, option)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function operandLines({ name, first }: CompletedCommand): string[] {
  const when = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
  if (first.kind === 'file') return [`complete -c happiness ${when} -F`];
  if (first.kind === 'free') return [`complete -c happiness ${when} -f`];
  return [`complete -c happiness ${when} ${name === 'explain' ? '-F ' : '-f '}-a ${quoted(first.words.join(' '))}`];
}

function optionLine(command: string, { long, short, says, value }: CompletedOption): string {
  const parts = [
    'complete -c happiness',
    `-n ${quoted(`__fish_seen_subcommand_from ${command}`)}`,
    `-l ${long.slice(2)}`,
    ...(short === null ? [] : [`-s ${short}`]),
    `-d ${quoted(says)}`,
    ...(value === null ? [] : [action(value.completion)]),
  ];
  return parts.join(' ');
}

function action(completion: Completion): string {
  if (completion.kind === 'file') return '-r -F';
  if (completion.kind === 'free') return '-x';
  const words = quoted(completion.words.join(' '));
  return completion.list
    ? `-x -a ${quoted(`(__fish_complete_list , 'string split " " -- "${completion.words.join(' ')}"')`)}`
    : `-x -a ${words}`;
}

/** Within single quotes fish reads only a backslash and the quote itself. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
