import { Command, CommanderError, Option } from 'commander';
import { UserError } from '../model/user-error.ts';
import type { CommandSpec, OptionSpec, RawOptions } from './commands/command-spec.ts';
import { EXIT } from './exit-codes.ts';
import { renderCommandHelp, renderNudge, renderProgramHelp } from './help/render-help.ts';
import type { Io } from './io.ts';
import { COMMON_OPTIONS } from './options/common-options.ts';
import { choose } from './options/choose.ts';
import { flagOption, textOption } from './options/raw-options.ts';
import { COLOR_CHOICES } from './terminal/color.ts';
import { proseWidth } from './terminal/layout.ts';
import { createTalk } from './terminal/talk.ts';
import { writeOut } from './terminal/write-out.ts';
import { PROGRAM, VERSION } from './version.ts';

export interface Program {
  /** Runs the command that the arguments name and gives its exit code. @throws CommanderError on wrong usage, UserError from commands. */
  execute(argv: readonly string[]): Promise<number>;
}

/** commander as a lexer: it takes the arguments apart, every value is judged by `src/cli/options/`. */
export function createProgram(commands: readonly CommandSpec[], io: Io): Program {
  let exitCode: number = EXIT.ok;
  // commander writes without waiting; what it says is kept and written with care at the end.
  let said = '';
  const width = proseWidth(io.stdout);
  const program = new Command(PROGRAM)
    .exitOverride()
    .configureOutput({ writeOut: (text) => void (said += text), writeErr: () => {}, outputError: () => {} })
    .configureHelp({ formatHelp: () => renderProgramHelp(commands, width) })
    .helpCommand(false)
    .version(VERSION, '-V, --version');
  addOptions(
    program,
    COMMON_OPTIONS.options.filter(({ flags }) => !flags.includes('--help')),
  );

  for (const spec of commands) {
    const command = program
      .command(`${spec.name} ${spec.operands}`.trim())
      .configureHelp({ formatHelp: () => renderCommandHelp(spec, width) })
      .action(async () => {
        const options: RawOptions = command.optsWithGlobals();
        const talk = createTalk(io.stderr, { quiet: flagOption(options, 'quiet'), verbose: flagOption(options, 'verbose') });
        const color = choose('color', options['color'] === false ? 'never' : (textOption(options, 'color') ?? 'auto'), COLOR_CHOICES);
        exitCode = await spec.run({ io, operands: command.args, options, talk, color });
      });
    // Only one of them is called.
    if (io.argv.includes(spec.name)) for (const group of spec.options) addOptions(command, group.options);
  }
  program.command('help [command]', { hidden: true }).action((name?: string) => {
    if (name === undefined) program.outputHelp();
    else findCommand(program, name).outputHelp();
  });

  return {
    async execute(argv) {
      if (argv.length === 0) {
        io.stderr.write(renderNudge(`${PROGRAM}: say what to do`));
        return EXIT.couldNotAnswer;
      }
      try {
        await program.parseAsync([...argv], { from: 'user' });
      } catch (error) {
        // commander's way to end after --help and --version.
        if (!(error instanceof CommanderError && error.exitCode === 0)) throw error;
      }
      if (said !== '') await writeOut(io.stdout, said);
      return exitCode;
    },
  };
}

function addOptions(command: Command, options: readonly OptionSpec[]): void {
  for (const { flags, says, repeatable } of options) {
    const option = new Option(flags, says);
    if (repeatable === true) option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
    command.addOption(option);
  }
}

function findCommand(program: Command, name: string): Command {
  const found = program.commands.find((command) => command.name() === name);
  if (found) return found;
  throw new UserError('unknown-command', `unknown command '${name}'`, { hint: `all commands: ${PROGRAM} --help` });
}
