import type { Io } from '../io.ts';
import type { ColorChoice } from '../terminal/color.ts';
import type { Talk } from '../terminal/talk.ts';

/** One command as data: its grammar, its help and what it does follow from this one object. */
export interface CommandSpec {
  readonly name: string;
  /** Operands as commander writes them: `[files...]`; '' where there are none. */
  readonly operands: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** Opens the help: what the command is for. */
  readonly description: string;
  /** Real command lines, the simplest first. */
  readonly examples: readonly string[];
  readonly options: readonly OptionGroup[];
  /** Gives the exit code. */
  readonly run: (invocation: Invocation) => Promise<number>;
}

export interface OptionGroup {
  readonly title: string;
  readonly options: readonly OptionSpec[];
}

export interface OptionSpec {
  /** As commander writes them: `-o, --output <file>`. */
  readonly flags: string;
  readonly says: string;
  /** Given several times, the values add up to a list. */
  readonly repeatable?: boolean;
}

/** Option values as they were written; `src/cli/options/` gives them their types. */
export type RawOptions = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Invocation {
  readonly io: Io;
  readonly operands: readonly string[];
  readonly options: RawOptions;
  readonly talk: Talk;
  readonly color: ColorChoice;
}
