import type { Screen } from './screen.ts';

/** Lines as they go out: nothing a terminal lacks, nothing a CI takes for a command. */
export function safeLines(lines: readonly string[], { unicode }: Pick<Screen, 'unicode'>): string {
  const safe = lines.map(withoutCommand);
  return `${(unicode ? safe : safe.map(plainSigns)).join('\n')}\n`;
}

/** The signs of our own that ASCII terminals lack: minus, dash, dots, arrows and the pictures of control characters. */
function plainSigns(line: string): string {
  return line
    .replace(/[−–]/g, '-')
    .replace(/·/g, '-')
    .replace(/→/g, '->')
    .replace(/[\u2400-\u2421]/g, '?');
}

/** A line that begins with `::` is a command to GitHub Actions: a word of the data that was cut across lines must not become one. */
function withoutCommand(line: string): string {
  return line.replace(/^((?:\s|\u001b\[[\d;]*m)*)::/, '$1:.');
}
