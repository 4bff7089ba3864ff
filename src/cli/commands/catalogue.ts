import { forTerminal } from '../../lib/text/sanitize.ts';
import { choose } from '../options/choose.ts';
import { textOption } from '../options/raw-options.ts';
import { definitionList, proseWidth } from '../terminal/layout.ts';
import { writeOut } from '../terminal/write-out.ts';
import type { Invocation, OptionGroup } from './command-spec.ts';

/** What `kpis`, `presets` and `formats` have in common: entries under headings, or the same as JSON. */
export interface Catalogue {
  readonly headings: readonly CatalogueHeading[];
  readonly json: readonly object[];
}

export interface CatalogueHeading {
  readonly title: string;
  readonly entries: readonly (readonly [id: string, says: string])[];
}

export const CATALOGUE_OPTIONS: readonly OptionGroup[] = [
  { title: 'Output', options: [{ flags: '-f, --format <format>', says: 'table or json' }] },
];

export async function writeCatalogue({ io, options }: Invocation, { headings, json }: Catalogue): Promise<void> {
  const format = choose('format', textOption(options, 'format') ?? 'table', ['table', 'json']);
  await writeOut(io.stdout, format === 'json' ? `${JSON.stringify(json, null, 2)}\n` : renderTable(headings, proseWidth(io.stdout)));
}

function renderTable(headings: readonly CatalogueHeading[], width: number): string {
  const filled = headings.filter(({ entries }) => entries.length > 0);
  const longest = Math.max(0, ...filled.flatMap(({ entries }) => entries.map(([id]) => id.length)));
  const blocks = filled.map(({ title, entries }) =>
    [
      title,
      ...definitionList(
        entries.map(([id, says]) => [id, forTerminal(says)]),
        width,
        longest,
      ),
    ].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
