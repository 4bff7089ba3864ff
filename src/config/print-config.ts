import { forTerminal } from '../lib/text/sanitize.ts';
import { DEFAULTS } from './resolve-config.ts';
import type { ConfigPath } from './problem.ts';
import type { ResolvedConfig } from './resolved-config.ts';

/** The order of the config's own documentation; what is not set is named at the end. */
const KEYS = [
  'sources',
  'timezone',
  'weekStart',
  'dateOrder',
  'scale',
  'calendars',
  'mappings',
  'statuses',
  'channels',
  'presets',
  'kpis',
  'like',
  'bots',
  'costs',
  'plans',
  'margin',
  'fakeUsers',
  'segments',
  'vectors',
  'objectives',
  'checks',
  'truth',
  'privacy',
  'ignoreReopenWithoutReply',
] as const;

/** Every setting as YAML that is itself a config, each value with where it comes from. */
export async function printConfig({ path, file, effective, originOf }: ResolvedConfig): Promise<string> {
  const { stringify } = await import('yaml');
  const flow = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
    if (isMapping(value))
      return `{${entries(value)
        .map(([key, inner]) => `${flow(key)}: ${flow(inner)}`)
        .join(', ')}}`;
    // Between brackets more signs need quotes than elsewhere, so the text is written as a list's only item.
    return isPlain(value)
      ? stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim().slice(1, -1)
      : escaped(String(value));
  };
  const inline = (value: unknown): string => {
    if (typeof value === 'object' && value !== null) return flow(value);
    return isPlain(value) ? stringify(value, { lineWidth: 0 }).trimEnd() : escaped(String(value));
  };
  const lines: { readonly text: string; readonly origin: string | null }[] = [];

  const print = (value: unknown, at: ConfigPath): void => {
    const indent = '  '.repeat(at.length - 1);
    const key = inline(at.at(-1));
    if (isMapping(value) && Object.keys(value).length > 0) {
      lines.push({ text: `${indent}${key}:`, origin: null });
      for (const [name, inner] of entries(value)) print(inner, [...at, name]);
    } else if (Array.isArray(value) && value.some(isMapping)) {
      lines.push({ text: `${indent}${key}:`, origin: null });
      for (const [index, item] of value.entries()) lines.push({ text: `${indent}  - ${inline(item)}`, origin: originOf([...at, index]) });
    } else lines.push({ text: `${indent}${key}: ${inline(value)}`, origin: originOf(at) });
  };

  const merged = withDefaults(effective);
  const unset = KEYS.filter((key) => merged[key] === undefined || merged[key] === null);
  for (const key of KEYS) if (!unset.includes(key)) print(merged[key], [key]);
  const width = Math.min(60, Math.max(0, ...lines.filter(({ origin }) => origin !== null).map(({ text }) => text.length)));
  return [
    `# config: ${path === null ? 'none' : inline(file)}`,
    ...lines.map(({ text, origin }) => (origin === null ? text : `${text.padEnd(width)}  # ${forTerminal(origin)}`)),
    ...(unset.length === 0 ? [] : [`# not set: ${unset.join(', ')}`]),
    '',
  ].join('\n');
}

function entries(mapping: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(mapping).filter(([, value]) => value !== undefined);
}

/** Line breaks, control and direction signs would break the line, or play with the terminal; blanks at the ends would be lost. */
const STRANGE = /[\p{Cc}\p{Cf}\u2028\u2029]/u;

function isPlain(value: unknown): boolean {
  return typeof value !== 'string' || (!STRANGE.test(value) && value.trim() === value);
}

/** Between double quotes, as JSON and YAML both read it. */
function escaped(text: string): string {
  return JSON.stringify(text).replaceAll(new RegExp(STRANGE, 'gu'), (signs) =>
    Array.from({ length: signs.length }, (_, at) => `\\u${signs.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What somebody set, and the defaults of the rest, also within `truth` and `privacy`. */
function withDefaults(effective: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const merged: Record<string, unknown> = { ...effective };
  for (const [key, usual] of Object.entries(DEFAULTS)) {
    const value = merged[key];
    if (value === undefined || value === null) merged[key] = usual;
    else if (isMapping(value) && isMapping(usual)) merged[key] = { ...usual, ...value };
  }
  return merged;
}
