import type { BaseIssue, GenericSchema } from 'valibot';
import { suggest } from '../../lib/text/suggest.ts';
import { listed, pathText, shown, type ConfigPath, type Problem } from '../problem.ts';
import { misplaced } from './known-keys.ts';

type Issue = BaseIssue<unknown>;

/** Everything that the schema has against a value, each with its path, in our words. `issues` is what valibot found. */
export function schemaProblems(schema: GenericSchema, value: unknown, issues: readonly Issue[]): readonly Problem[] {
  const found = misplaced(schema, value);
  const told = found.map(({ path }) => path);
  const others = issues
    .flatMap((issue) => leaves(issue, []))
    .filter(({ issue, path }) => !isUnknownKey(issue) && !told.some((begin) => begin.every((step, index) => path[index] === step)));
  return [...found, ...missingKeys(others.filter(isMissingKey)), ...others.filter((leaf) => !isMissingKey(leaf)).map(describe)];
}

function isMissingKey({ issue }: Leaf): boolean {
  return issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key';
}

/** All keys that one mapping lacks, in one problem. */
function missingKeys(leaves: readonly Leaf[]): readonly Problem[] {
  const byParent = new Map<string, { readonly path: ConfigPath; readonly keys: string[] }>();
  for (const { path } of leaves) {
    const parent = path.slice(0, -1);
    const where = pathText(parent) || 'the config';
    const entry = byParent.get(where) ?? { path: parent, keys: [] };
    entry.keys.push(String(path.at(-1)));
    byParent.set(where, entry);
  }
  return [...byParent].map(([where, { path, keys }]) => ({ path, at: 'value', message: `${where} needs ${listed(keys, 'and')}` }));
}

interface Leaf {
  readonly issue: Issue;
  readonly path: ConfigPath;
}

function leaves(issue: Issue, before: ConfigPath): readonly Leaf[] {
  const path = [...before, ...(issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)))];
  // Of the alternatives that a value could have been, the one that it comes nearest to fails deepest inside.
  const inner = (issue.issues ?? []).flatMap((below) => leaves(below, path)).filter((leaf) => leaf.path.length > path.length);
  return inner.length > 0 ? inner : [{ issue, path }];
}

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never';
}

function describe({ issue, path }: Leaf): Problem {
  const last = issue.path?.at(-1);
  const key = String(path.at(-1) ?? '');
  const [expected = '', advice] = issue.message.split('\n');
  if (last?.origin === 'key')
    return { path, at: 'key', message: `${pathText(path.slice(0, -1))}: ${shown(key)} is not ${expected}`, hint: advice };
  const where = pathText(path) || 'the config';
  const { input } = issue;
  if (input === null || input === undefined) return { path, at: 'value', message: `${where} is empty`, hint: `it takes ${expected}` };
  const hint = advice ?? meant(issue);
  const says = typeof input === 'object' ? `${where} is ${shown(input)}, not ${expected}` : `${where} ${shown(input)} is not ${expected}`;
  return { path, at: 'value', message: says, hint };
}

/** In YAML 1.2 these are texts. */
const SWITCHES: ReadonlyMap<unknown, string> = new Map([
  ['yes', 'true'],
  ['on', 'true'],
  ['no', 'false'],
  ['off', 'false'],
]);

/** Of a fixed set of words the one that is near. */
function meant({ type, expected, input }: Issue): string | undefined {
  if (type === 'boolean' && typeof input === 'string') {
    const word = SWITCHES.get(input.toLowerCase());
    return word === undefined ? undefined : `write ${word}`;
  }
  if (type !== 'picklist' || typeof input !== 'string') return undefined;
  const words = [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
  const near = suggest(input, words);
  return near === undefined ? undefined : `did you mean ${near}?`;
}
