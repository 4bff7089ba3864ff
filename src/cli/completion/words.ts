import { formats } from '../../formats/index.ts';
import { kpis } from '../../kpis/index.ts';
import { VECTORS } from '../../model/customer-facts.ts';
import { SERIES_STEPS, WEEK_STARTS } from '../../model/period.ts';
import { PRODUCTS } from '../../model/settings.ts';
import { presets } from '../../presets/index.ts';
import { dimensions } from '../../segments/index.ts';
import { COLOR_CHOICES } from '../terminal/color.ts';
import type { Words } from './grammar.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const CATALOGUES = ['kpis', 'presets', 'fields', 'formats', 'inspect'];
const PERIODS = [
  'all',
  'today',
  'yesterday',
  ...['last', 'this'].flatMap((which) => ['week', 'month', 'quarter', 'year'].map((unit) => `${which}-${unit}`)),
];

/** The words that options and operands take, from where the program has them. */
export function completionWords(commandNames: readonly string[]): Words {
  const ids = kpis.map(({ id }) => id);
  return new Map(
    Object.entries({
      format: { words: formats.map(({ id }) => id) },
      ...Object.fromEntries(CATALOGUES.map((name) => [`${name}.format`, { words: ['table', 'json'] }])),
      'explain.format': { words: ['table', 'json', 'markdown', 'csv'] },
      kpi: { words: [...ids, 'support', 'success', 'all'], list: true },
      by: { words: ['none', ...dimensions.filter(({ personal }) => personal !== true).map(({ id }) => id)], list: true },
      preset: { words: presets.map(({ id }) => id) },
      period: { words: PERIODS },
      compare: { words: ['previous', 'year', 'none'] },
      every: { words: SERIES_STEPS },
      'week-start': { words: WEEK_STARTS },
      clock: { words: ['calendar', 'business'] },
      like: { words: PRODUCTS },
      sort: { words: ['n', 'value', 'key'] },
      'date-order': { words: ['dmy', 'mdy', 'ymd'] },
      encoding: { words: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] },
      delimiter: { words: ['comma', 'semicolon', 'tab', 'pipe'] },
      color: { words: COLOR_CHOICES },
      'segment.list': { words: VECTORS },
      'explain.': { words: ids },
      'schema.': { words: ['config', 'report'] },
      'completion.': { words: SHELLS },
      'help.': { words: commandNames },
    }),
  );
}
