import { Chalk, type ChalkInstance } from 'chalk';
import { forTerminal } from '../lib/text/sanitize.ts';
import { displayWidth, truncate, wrap } from '../lib/text/width.ts';
import type { RenderOptions } from './format.ts';
import { glyphsFor, type Glyphs } from './glyphs.ts';

/** What everything that is drawn on a terminal needs: how wide, with which signs, in which colours. */
export interface Screen {
  readonly width: number;
  readonly unicode: boolean;
  readonly compact: boolean;
  readonly verbose: boolean;
  readonly dist: boolean;
  readonly glyphs: Glyphs;
  readonly style: Style;
  /** Text from the data, safe to print, at most that wide. */
  readonly fit: (text: string, width: number) => string;
}

export type Paint = (text: string) => string;

/** Red is for failed checks; a report has none. Every colour stands beside a word or sign that says the same. */
interface Style {
  readonly title: Paint;
  readonly heading: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly better: Paint;
  readonly worse: Paint;
  readonly trend: Paint;
  readonly warning: Paint;
  readonly failed: Paint;
}

/** Narrower no table can be read, wider the eye loses the row. */
const NARROWEST = 40;
const WIDEST = 120;

export function screenFor(options: RenderOptions): Screen {
  const { unicode, compact, verbose } = options;
  const glyphs = glyphsFor(unicode);
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width) || 80)),
    unicode,
    compact,
    verbose,
    dist: options.dist ?? false,
    glyphs,
    style: styleFor(new Chalk({ level: options.colorLevel })),
    fit: (text, width) => truncate(forTerminal(text), width, glyphs.ellipsis),
  };
}

function styleFor(chalk: ChalkInstance): Style {
  return {
    title: chalk.bold,
    heading: chalk.bold,
    strong: chalk.bold,
    faint: chalk.dim,
    better: chalk.green,
    worse: chalk.yellow,
    trend: chalk.cyan,
    warning: chalk.yellow,
    failed: chalk.red,
  };
}

/** Pieces joined by the screen's dot, on as many lines as they need; a piece is broken only when it is longer than a line. */
export function flow(screen: Screen, pieces: readonly string[], indent = ''): string[] {
  const lines: string[] = [];
  for (const piece of pieces.map(forTerminal)) {
    const joined = lines.length === 0 ? piece : `${lines.at(-1)}${screen.glyphs.dot}${piece}`;
    if (lines.length > 0 && displayWidth(joined) <= screen.width - indent.length) lines[lines.length - 1] = joined;
    else lines.push(...wrap(piece, screen.width - indent.length));
  }
  return lines.map((line) => indent + line);
}

/** Paragraphs wrapped to the screen, `indent` before the first line and blanks before the others. */
export function paragraph(
  screen: Screen,
  { text, indent, paint }: { readonly text: string; readonly indent: string; readonly paint?: Paint },
): string[] {
  const lines = wrap(forTerminal(text), screen.width - indent.length);
  return lines.map((line, at) => (at === 0 ? indent : ' '.repeat(indent.length)) + (paint ? paint(line) : line));
}
