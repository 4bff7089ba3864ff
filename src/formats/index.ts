import { suggest } from '../lib/text/suggest.ts';
import { UserError } from '../model/user-error.ts';
import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { table } from './table.ts';

/** Every output format of a report; the first is what a terminal gets. */
export const formats: readonly Format[] = [table, json, markdown, csv];

/** The format of that id. Throws UserError `unknown-format` with the nearest one. */
export function findFormat(name: string): Format {
  const found =
    formats.find((format) => format.id === name.toLowerCase()) ?? formats.find((format) => format.extensions.includes(name.toLowerCase()));
  if (found !== undefined) return found;
  const meant = suggest(
    name,
    formats.map((format) => format.id),
  );
  const known = formats.map((format) => format.id).join(', ');
  throw new UserError('unknown-format', `unknown format "${name}"`, {
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Formats: ${known}.`,
  });
}

/** The format that a file's extension chooses, `undefined` where none does. */
export function formatOfPath(path: string): Format | undefined {
  const extension = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : formats.find((format) => format.extensions.includes(extension));
}
