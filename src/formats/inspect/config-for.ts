import type { TableKind } from '../../model/kinds.ts';
import type { InspectedFile, Inspection } from '../../model/inspection.ts';
import { yamlText } from './yaml-text.ts';

/** What of a config settles what these files leave open, as YAML; what is only a guess is commented out. `null` where nothing is open. */
export function configFor(inspection: Inspection): string | null {
  const blocks = [...assumptions(inspection), sourceLines(inspection), mappingLines(inspection)].filter((block) => block.length > 0);
  return blocks.length === 0 ? null : `${blocks.map((block) => block.join('\n')).join('\n')}\n`;
}

/** Zone, order of dates, scale and statuses: each as it was assumed, and commented out: only who knows may settle it. */
export function assumptions({ files, timeZone }: Inspection): string[][] {
  const warned = new Set(files.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
  const blocks: string[][] = [];
  if (warned.has('zone-assumed'))
    blocks.push(['# Assumed: put the zone of the time stamps here, such as Europe/Berlin.', `# timezone: ${timeZone}`]);
  if (warned.has('date-order-assumed')) blocks.push(['# Assumed: dmy, mdy or ymd, for dates such as 03/04/2025.', '# dateOrder: dmy']);
  if (warned.has('scale-assumed')) blocks.push(['# Assumed: the range of the ratings.', '# scale: 1..5']);
  if (warned.has('unknown-status'))
    blocks.push([
      '# Statuses that are not known count as open. What they mean: new, open, pending,',
      '# on-hold, solved, closed; or spam, merged, deleted, suspended, test.',
      '# statuses: { "Waiting on vendor": on-hold }',
    ]);
  return blocks;
}

/** What stands above sources of which one is asked for its kind. */
export const KINDS_ASKED: readonly string[] = [
  '# A file that is not recognised needs its kind: tickets, messages, changes,',
  '# customers, subscriptions, events or surveys; the mappings below say what its',
  '# columns are.',
];

/** A source, with the kind that it is asked for where nobody recognised it. */
export function sourceOf(path: string, likelyKind: TableKind | undefined): string[] {
  return likelyKind === undefined ? [`  - ${yamlText(path)}`] : [`  - path: ${yamlText(path)}`, `    # kind: ${likelyKind}`];
}

/** A file that nobody recognised needs its kind. */
function sourceLines({ files }: Inspection): string[] {
  const refused = files.filter(({ error }) => error?.code === 'unrecognised-input');
  if (refused.length === 0) return [];
  return [
    ...KINDS_ASKED,
    'sources:',
    ...files.flatMap((file) => sourceOf(file.path, refused.includes(file) ? (file.likelyKind ?? 'tickets') : undefined)),
  ];
}

/** Columns that feed nothing, with a field that they might hold. */
export function mappingLines({ files }: Inspection): string[] {
  const byKind = new Map<TableKind, string[]>();
  const guessed = new Set<string>();
  for (const file of files) {
    const kind = file.tables[0]?.kind ?? file.likelyKind ?? 'tickets';
    const lines = file.format === 'json' || file.format === 'ndjson' ? [] : guesses(file, kind, guessed);
    if (lines.length > 0) byKind.set(kind, [...(byKind.get(kind) ?? []), ...lines]);
  }
  if (byKind.size === 0) return [];
  return [
    '# Columns that are not used, with a guess where the name is near one. Take the #',
    '# away where it is right, or put another field (all of them: happiness fields).',
    '# mappings:',
    ...[...byKind].flatMap(([kind, lines]) => [`#   ${kind}:`, ...lines.map((line) => `#     ${line}`)]),
  ];
}

const MOST_GUESSES = 20;

/** A field is guessed once: a mapping has one column for it. */
function guesses({ columns }: InspectedFile, kind: TableKind, guessed: Set<string>): string[] {
  const open = columns.filter(({ feeds, holds, name }) => feeds.length === 0 && holds !== 'nothing' && name !== '');
  return open.slice(0, MOST_GUESSES).map(({ name, holds, guess }) => {
    const isNew = guess !== undefined && !guessed.has(`${kind}.${guess}`);
    if (isNew) guessed.add(`${kind}.${guess}`);
    return `${isNew ? guess : '# FIELD'}: ${yamlText(name)}${holds === null ? '' : `   # holds ${holds}`}`;
  });
}
