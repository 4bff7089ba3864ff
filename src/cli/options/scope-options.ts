import { suggest } from '../../lib/text/suggest.ts';
import { UserError } from '../../model/user-error.ts';
import type { RawOptions } from '../commands/command-spec.ts';
import { badValue, choose, commaList } from './choose.ts';
import { listOption, textOption } from './raw-options.ts';

const SORTS = ['n', 'value', 'key'] as const;
const DEFAULT_MIN_SEGMENT = 5;

/** What of the data is to be shown. */
export interface ScopeOptions {
  /** As written; `chosenKpis` resolves them. */
  readonly kpi: readonly string[];
  /** Dimensions, each possibly crossed: `channel`, `channel+priority`. */
  readonly by: readonly string[];
  /** Conditions, all of which must hold. */
  readonly where: readonly string[];
  readonly minSegment: number;
  readonly sort: (typeof SORTS)[number];
  readonly top: number | undefined;
}

export function parseScopeOptions(options: RawOptions): ScopeOptions {
  const top = textOption(options, 'top');
  const minSegment = textOption(options, 'minSegment');
  const by = textOption(options, 'by');
  const kpi = textOption(options, 'kpi');
  return {
    kpi: kpi === undefined ? [] : commaList('kpi', kpi),
    by: by === undefined ? [] : commaList('by', by),
    where: listOption(options, 'where'),
    minSegment: minSegment === undefined ? DEFAULT_MIN_SEGMENT : wholeNumber('min-segment', minSegment),
    sort: choose('sort', textOption(options, 'sort') ?? 'n', SORTS),
    top: top === undefined ? undefined : wholeNumber('top', top),
  };
}

/**
 * The ids that `--kpi` chose, each once, in the order of the catalogue; `undefined` for all.
 * @throws UserError `unknown-kpi` with the id that was probably meant.
 */
export function chosenKpis(
  words: readonly string[],
  catalogue: readonly { readonly id: string; readonly family: string }[],
): readonly string[] | undefined {
  if (words.length === 0 || words.includes('all')) return undefined;
  const ids = new Set(catalogue.map(({ id }) => id));
  const families = new Set(catalogue.map(({ family }) => family));
  for (const word of words) {
    if (ids.has(word) || families.has(word)) continue;
    const guess = suggest(word, [...ids, ...families, 'all']);
    const list = 'all ids: happiness kpis';
    throw new UserError('unknown-kpi', `unknown KPI ${JSON.stringify(word)}`, {
      hint: guess === undefined ? list : `did you mean ${guess}?   ${list}`,
    });
  }
  return catalogue.filter(({ id, family }) => words.includes(id) || words.includes(family)).map(({ id }) => id);
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number.parseInt(text, 10) < 1) throw badValue(option, text, 'a whole number from 1');
  return Number.parseInt(text, 10);
}
