import { jsonText } from '../../formats/json.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import { wrap } from '../../lib/text/width.ts';
import { PROGRAM } from '../version.ts';
import type { Failure } from './failure.ts';

/** `happiness: tickets.csv:12:7: what is wrong`, then what to do about it. File names and values are strangers' text. */
export function renderFailureText({ message, place, stack }: Failure, width: number): string {
  const lines = [[PROGRAM, ...position(message, place), message].map(forTerminal).join(': ')];
  if (place.hint !== undefined) lines.push(...place.hint.split('\n').flatMap((line) => indented(forTerminal(line), width)));
  if (stack !== undefined) lines.push(...stack.split('\n').map(forTerminal));
  return `${lines.join('\n')}\n`;
}

/** Wrapped under its own beginning, two blanks in. */
function indented(line: string, width: number): string[] {
  const text = line.trimStart();
  const blanks = ' '.repeat(2 + line.length - text.length);
  return wrap(text, Math.max(20, width - blanks.length)).map((part) => blanks + part);
}

/** One object on one line, safe to print like any JSON of ours. Fields that do not apply are `null`. */
export function renderFailureJson({ code, message, place, stack }: Failure): string {
  const { file = null, line = null, column = null, hint = null } = place;
  return `${jsonText({ error: { code, message, file, line, column, hint, ...(stack === undefined ? {} : { stack }) } }, true)}\n`;
}

/** Where, in the form that editors make clickable; not again where the message names the file already. */
function position(message: string, { file, line, column }: Failure['place']): string[] {
  if (file === undefined || (line === undefined && message.includes(file))) return [];
  return [[file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')];
}
