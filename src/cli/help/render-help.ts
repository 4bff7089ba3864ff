import type { CommandSpec, OptionGroup } from '../commands/command-spec.ts';
import { EXIT_CODE_LINES } from '../exit-codes.ts';
import { definitionList } from '../terminal/layout.ts';
import { wrap } from '../../lib/text/width.ts';
import { COMMON_OPTIONS } from '../options/common-options.ts';
import { PROGRAM } from '../version.ts';

const TAGLINE = 'Support and customer-success metrics from helpdesk exports: defined, explained, and honest about uncertainty.';

export const FIRST_EXAMPLES: readonly string[] = [
  'happiness report tickets.csv',
  'happiness report exports/ --period last-month --by channel -o month.md',
];

export function renderProgramHelp(commands: readonly CommandSpec[], width: number): string {
  const names = [...commands.map(({ name, summary }) => [name, summary] as const), ['help COMMAND', 'The help of one command'] as const];
  return sections([
    wrap(TAGLINE, width),
    [`Usage: ${PROGRAM} COMMAND [OPTIONS] [FILE...]`],
    examples([...FIRST_EXAMPLES, 'happiness report tickets.csv --format json | jq .kpis', 'happiness help report']),
    ['Commands:', ...definitionList(names, width)],
    ...optionGroups(
      [{ ...COMMON_OPTIONS, options: [...COMMON_OPTIONS.options, { flags: '-V, --version', says: 'Print the version' }] }],
      width,
    ),
    exitCodes(width),
  ]);
}

export function renderCommandHelp(spec: CommandSpec, width: number): string {
  const operands =
    spec.operands === ''
      ? ''
      : ` ${spec.operands
          .replace(/[[\]<>]/g, '')
          .replace('files', 'file')
          .toUpperCase()}`;
  return sections([
    wrap(spec.description, width),
    [`Usage: ${PROGRAM} ${spec.name} [OPTIONS]${operands}`],
    examples(spec.examples),
    ...optionGroups([...spec.options, COMMON_OPTIONS], width),
    exitCodes(width),
  ]);
}

/** For whoever called without saying what to do: two examples and where the rest is. */
export function renderNudge(what: string): string {
  return sections([[what], examples(FIRST_EXAMPLES), [`All of it: ${PROGRAM} --help`]]);
}

function examples(lines: readonly string[]): string[] {
  return ['Examples:', ...lines.map((line) => `  $ ${line}`)];
}

/** All groups share one column, so that the eye finds the meanings in one place. */
function optionGroups(groups: readonly OptionGroup[], width: number): string[][] {
  const longest = Math.max(...groups.flatMap(({ options }) => options.map(({ flags }) => shownFlags(flags).length)));
  return groups.map(({ title, options }) => [
    `${title}:`,
    ...definitionList(
      options.map(({ flags, says }) => [shownFlags(flags), says]),
      width,
      longest,
    ),
  ]);
}

/** `-o, --output <file>` is shown as `-o, --output FILE`; long forms without a short one stand in line with the others. */
function shownFlags(flags: string): string {
  const shown = flags.replace(/<([^>]+)>/g, (_, name: string) => name.toUpperCase());
  return shown.startsWith('--') ? `    ${shown}` : shown;
}

function exitCodes(width: number): string[] {
  return ['Exit codes:', ...definitionList(EXIT_CODE_LINES, width)];
}

function sections(blocks: readonly (readonly string[])[]): string {
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
