import { formatNumber } from '../../lib/text/format-number.ts';
import type { KpiPage, PageExample, PageOption } from '../../model/explanation.ts';
import { valueText } from '../value-text.ts';
import { countText, REASONS } from './names.ts';
import { section, text, type Block, type DocumentSection } from './document.ts';

const UNITS: Readonly<Record<KpiPage['unit'], string>> = {
  seconds: 'a duration (seconds in machine formats)',
  ratio: 'a share (0 to 1 in machine formats)',
  count: 'a number',
  'per-day': 'a number a day',
  score: 'points',
  money: 'money',
};
const BETTER: Readonly<Record<KpiPage['better'], string>> = {
  lower: 'lower is better',
  higher: 'higher is better',
  none: 'neither high nor low is better',
};
const OTHERWISE = /^otherwise:\s*/i;

/** All that is known of a KPI without data. */
export function pageSections(page: KpiPage): readonly DocumentSection[] {
  const otherwise = page.sources.filter((source) => OTHERWISE.test(source)).map((source) => upperFirst(source.replace(OTHERWISE, '')));
  const alike = page.sources.filter((source) => !OTHERWISE.test(source));
  return [
    ...section('Definition', [text(page.definition)]),
    ...section('Formula', [page.formula === null ? null : { kind: 'code', text: page.formula }]),
    ...section('Value', [
      {
        kind: 'terms',
        rows: [
          ['unit', `${UNITS[page.unit]}; ${BETTER[page.better]}`],
          ['leads with', page.aggregate],
          ['period', `a row counts by: ${page.cohort}`],
          ...(page.parameter === null ? [] : [['written', `${page.id} or ${page.id}(1h), which sets the ${page.parameter}`] as const]),
        ],
      },
    ]),
    ...section('Needs', needs(page)),
    ...section('Left out', [{ kind: 'bullets', items: page.excludes }]),
    ...section('Options', options(page)),
    ...section('Example', [text(page.example.says), text(exampleResult(page))]),
    ...section('Defined so by', [{ kind: 'bullets', items: alike }]),
    ...section('Otherwise', [{ kind: 'bullets', items: otherwise }, products(page)]),
  ];
}

function needs({ needs: alternatives, refines }: KpiPage): Block[] {
  const sets = alternatives.map((fields) => (fields.length === 0 ? 'nothing of the data: the config tells it' : fields.join(' + ')));
  return [
    ...(sets.length > 1 ? [text('Any one of these, the first that the data has:')] : []),
    { kind: 'bullets', items: sets },
    ...(refines.length > 0 ? [text(`More exact with ${refines.join(', ')}.`)] : []),
  ];
}

function options({ id, options: all }: KpiPage): Block[] {
  if (all.length === 0) return [];
  return [
    text(`In the config, under kpis: ${id}:`),
    { kind: 'terms', rows: all.map((option) => [option.name, optionText(option)] as const) },
  ];
}

function optionText({ values, default: usual, says, definedBy }: PageOption): string {
  return [`${values}${usual === null ? '' : ` (default ${usual})`}.`, sentence(says), ...definedBy.map((who) => `- ${who}`)].join('\n');
}

function products({ id, products: all }: KpiPage): Block | null {
  const rows = all.map(({ id: product, options: rule }) => {
    const set = Object.entries(rule).map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : String(value)}`);
    return [`--like ${product}`, set.length === 0 ? 'as it is defined here' : set.join('; ')] as const;
  });
  return rows.length === 0
    ? null
    : { kind: 'terms', rows: [...rows, ['--like all', `your data by each of them: happiness explain ${id} FILE --like all`]] };
}

/** `20 min, n 1: 1 received, 1 answered, 0 waiting`. */
function exampleResult({ example, unit }: KpiPage): string {
  const counts = Object.entries(example.counts).map(([name, count]) => countText(name, formatNumber(count)));
  return `Gives ${exampleValue(example, unit)} (n ${formatNumber(example.n)})${counts.length === 0 ? '' : `: ${counts.join(', ')}`}.`;
}

function exampleValue({ value, reason }: PageExample, unit: KpiPage['unit']): string {
  if (value !== null) return valueText({ unit }, value);
  return reason === null ? 'no single value' : `no value: ${REASONS[reason]}`;
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
