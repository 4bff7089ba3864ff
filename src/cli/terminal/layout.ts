import { wrap } from '../../lib/text/width.ts';

/** Layout of help and catalogues: plain text in columns, terms and their meanings in two columns. */

const DEFAULT_WIDTH = 80;
const MOST_READABLE = 100;

/** Width for prose: that of the terminal up to 100, and 80 where there is none (a pipe, or a terminal without a size). */
export function proseWidth(stream: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return Math.min(terminalWidth(stream), MOST_READABLE);
}

/** Columns of the terminal, 80 where unknown. */
export function terminalWidth({ isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return isTTY === true && columns !== undefined && columns > 0 ? columns : DEFAULT_WIDTH;
}

/** Terms on the left, what they mean on the right, wrapped under itself. A term too long for its column has a line to itself. */
export function definitionList(rows: readonly (readonly [term: string, meaning: string])[], width: number, termWidth?: number): string[] {
  const column = termWidth ?? Math.min(MAX_TERM, Math.max(0, ...rows.map(([term]) => term.length)));
  const indent = 2 + column + 2;
  return rows.flatMap(([term, meaning]) => {
    const [first = '', ...rest] = wrap(meaning, Math.max(20, width - indent));
    const tail = rest.map((line) => ' '.repeat(indent) + line);
    if (term.length > column) return [`  ${term}`, ' '.repeat(indent) + first, ...tail];
    return [`  ${term.padEnd(column)}  ${first}`.trimEnd(), ...tail];
  });
}

const MAX_TERM = 30;
