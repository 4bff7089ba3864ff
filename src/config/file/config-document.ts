import type { Document, Node, Pair } from 'yaml';
import { configError, type PlacedProblem } from '../config-error.ts';
import type { ConfigPath } from '../problem.ts';
import { syntaxMessage } from './syntax-message.ts';

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A config as it was written: its values, and where each of them stands. */
export interface ConfigDocument {
  readonly value: unknown;
  /** Place of a key or value; of what is not there, the nearest thing around it. `undefined` where a file has no places (JavaScript). */
  readonly positionOf: (path: ConfigPath, at: 'key' | 'value') => Position | undefined;
}

/** An alias stands for what its anchor holds; more copies than this are an attack or an accident. */
const MOST_ALIASES = 100;
const MOST_CHARACTERS = 1_000_000;

/**
 * YAML, and JSON as a part of it, with the place of everything. Nothing of it is executed.
 * @throws UserError `bad-config` with the place of every mistake in the syntax.
 */
export async function parseConfigText(text: string, file: string): Promise<ConfigDocument> {
  if (text.length > MOST_CHARACTERS) throw configError(file, [{ message: `is too long for a config (${text.length} characters)` }]);
  const { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, visit } = await import('yaml');
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const mistakes = [...document.errors, ...document.warnings];
  // Deep nesting ends the reader's work; what it complains of behind that is its own confusion.
  const deep = mistakes.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  const told = deep === undefined ? mistakes : [deep];
  if (told.length > 0)
    throw configError(
      file,
      told.map(({ code, message, pos }) => ({ ...syntaxMessage(code, message), ...positionAt(pos[0]) })),
    );
  const dangling: PlacedProblem[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) dangling.push({ ...syntaxMessage('BAD_ALIAS', ''), ...positionAt(alias.range?.[0] ?? 0) });
    },
  });
  if (dangling.length > 0) throw configError(file, dangling);

  const positionOf: ConfigDocument['positionOf'] = (path, at) => {
    let node: unknown = document.contents;
    let offset = rangeStart(node);
    for (const [index, step] of path.entries()) {
      const inside: unknown = isAlias(node) ? node.resolve(document) : node;
      const last = index === path.length - 1;
      if (isMap(inside)) {
        const pair: Pair | undefined = inside.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
        if (pair === undefined) break;
        node = pair.value;
        offset = (last && at === 'key') || rangeStart(node) === undefined ? rangeStart(pair.key) : rangeStart(node);
      } else if (isSeq(inside)) {
        node = inside.items[Number(step)];
        if (node === undefined) break;
        offset = rangeStart(node);
      } else break;
    }
    return offset === undefined ? { line: 1, column: 1 } : positionAt(offset);
  };
  return { value: plainValue(document, file), positionOf };
}

function rangeStart(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw configError(file, [{ message: 'uses too many aliases (*name)', hint: 'write the values out where they are used' }]);
  }
}
