import { suggest } from '../lib/text/suggest.ts';
import { UserError } from '../model/user-error.ts';
import { csv } from './csv.ts';
import { elastic } from './elastic.ts';
import type { Format } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { prometheus } from './prometheus.ts';
import { slack } from './slack.ts';
import { table } from './table.ts';

/** Every output format of a report; the first is what a terminal gets. */
export const formats: readonly Format[] = [table, json, markdown, csv, ndjson, slack, prometheus, elastic, junit, github, gitlab];

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

/** The format that a file's extension chooses, `undefined` where none does. The longest one counts: `checks.gitlab.json` is not JSON. */
export function formatOfPath(path: string): Format | undefined {
  const name = /[^/\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  const all = formats.flatMap((format) => format.extensions.map((extension) => ({ format, extension })));
  return all.filter(({ extension }) => name.endsWith(`.${extension}`)).sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
}
