import { PRODUCTS, type Product } from '../../model/settings.ts';
import type { RawOptions } from '../commands/command-spec.ts';
import { badValue, choose, commaList } from './choose.ts';
import { flagOption, listOption, textOption } from './raw-options.ts';

const SORTS = ['n', 'value', 'key'] as const;
const DEFAULT_MIN_SEGMENT = 5;

/** What of the data is to be shown. */
export interface ScopeOptions {
  /** As written; `chosenKpis` resolves them. */
  readonly kpi: readonly string[];
  /** Dimensions, each possibly crossed: `channel`, `channel+priority`. `null`: as the data suggests. */
  readonly by: readonly string[] | null;
  /** Conditions, all of which must hold. */
  readonly where: readonly string[];
  readonly minSegment: number;
  readonly sort: (typeof SORTS)[number];
  readonly top: number | undefined;
  /** Count by weekday and hour too. */
  readonly heatmap: boolean;
  /** Whose definitions hold; `undefined` leaves it to the config. */
  readonly like: Product | undefined;
}

export function parseScopeOptions(options: RawOptions): ScopeOptions {
  const top = textOption(options, 'top');
  const like = textOption(options, 'like');
  const minSegment = textOption(options, 'minSegment');
  const by = textOption(options, 'by');
  const kpi = textOption(options, 'kpi');
  return {
    kpi: kpi === undefined ? [] : commaList('kpi', kpi),
    by: by === undefined ? null : by === 'none' ? [] : commaList('by', by),
    where: listOption(options, 'where'),
    minSegment: minSegment === undefined ? DEFAULT_MIN_SEGMENT : wholeNumber('min-segment', minSegment),
    sort: choose('sort', textOption(options, 'sort') ?? 'n', SORTS),
    heatmap: flagOption(options, 'heatmap'),
    top: top === undefined ? undefined : wholeNumber('top', top),
    like: like === undefined ? undefined : choose('like', like, PRODUCTS),
  };
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number.parseInt(text, 10) < 1) throw badValue(option, text, 'a whole number from 1');
  return Number.parseInt(text, 10);
}
