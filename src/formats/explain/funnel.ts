import { formatNumber } from '../../lib/text/format-number.ts';
import type { ExplainedData, Funnel, ProductValue } from '../../model/explanation.ts';
import type { KpiResult } from '../../model/report.ts';
import { namesItsAggregate } from '../kpi-details.ts';
import { instantText, labelledDays } from '../period-text.ts';
import { boundText, valueText } from '../value-text.ts';
import { warningText } from '../table-notes.ts';
import { clockText, reasonText } from '../words.ts';
import { section, text, type Block, type DocumentRow, type DocumentSection } from './document.ts';
import { countText, stageText, stageWord } from './names.ts';

/** How the value came about in the data. */
export function dataSections(data: ExplainedData, id: string): readonly DocumentSection[] {
  return [
    ...section('In your data', [
      text(aboutText(data)),
      { kind: 'bullets', items: data.inputs.map(({ path, kind, preset, rows }) => `${path}: ${formatNumber(rows)} ${kind}, ${preset}`) },
    ]),
    ...data.funnels.flatMap((funnel, place) => funnelSection({ funnel, place, data, id })),
    ...productSections(data),
    ...section('Warnings', [{ kind: 'bullets', items: data.warnings.map(warningText) }]),
  ];
}

function aboutText({ period, timeZone, asOf }: ExplainedData): string {
  const days = period.label === 'all' ? 'all data' : labelledDays(period, timeZone);
  return `${days}, ${timeZone}${asOf === null ? '' : `, as of ${instantText(asOf, timeZone)}`}`;
}

interface FunnelOptions {
  readonly funnel: Funnel;
  readonly place: number;
  readonly data: ExplainedData;
  readonly id: string;
}

function funnelSection({ funnel: { result, counted, stages }, place, data: { timeZone }, id }: FunnelOptions): DocumentSection[] {
  const clock = clockText(result.clock);
  const heading = clock === null ? 'Funnel' : `Funnel by ${clock}`;
  if (counted === null) return section(heading, [text(`No value: ${reasonText(result)}.`)]);
  const period = result.period === null ? '' : ` For ${labelledDays(result.period, timeZone)}.`;
  const listed = stages.slice(stages.findIndex(({ name }) => name === 'inPeriod')).findLast(({ count }) => count > 0);
  // A word alone means the first funnel that has such a step.
  const ofClock = place === 0 || result.clock === null ? '' : `${result.clock}:`;
  return section(heading, [
    {
      kind: 'columns',
      columns: [
        { head: '', align: 'right' },
        { head: '', align: 'left' },
        { head: '', align: 'left' },
      ],
      rows: stages.map((stage) => stageRow(stage, counted)),
    },
    stages.at(-1)?.name === 'inPeriod' ? text(countsSentence(result)) : null,
    text(`${valueSentence(result)}${period}`),
    listed === undefined
      ? null
      : {
          kind: 'text',
          quiet: true,
          text: `The ids behind a line: happiness explain ${id} FILE --list ${ofClock}${stageWord(listed.name)}`,
        },
  ]);
}

function stageRow({ name, depth, count, says, base }: Funnel['stages'][number], counted: string): DocumentRow {
  const label =
    name === 'derived' || (name === 'inPeriod' && says !== null) ? counted : name === 'inPeriod' ? `${counted} looked at` : stageText(name);
  return { cells: [formatNumber(count), label, says ?? ''], depth, strong: base };
}

/** What a value that has no stations was counted from. */
function countsSentence({ counts }: KpiResult): string {
  const told = Object.entries(counts).map(([name, count]) => countText(name, formatNumber(count)));
  return told.length === 0 ? '' : `Counted from them: ${told.join(', ')}.`;
}

/** `First response time, median: 1 h 14 min (95% interval 1 h 10 min to 1 h 20 min), n 970.` */
function valueSentence(result: KpiResult): string {
  const { value, interval, n, stats, parts, variant } = result;
  if (value === null)
    return parts === null || parts.length === 0
      ? `No value: ${reasonText(result)}.`
      : `${formatNumber(parts.length)} parts of a whole, n ${formatNumber(n)}.`;
  const name = `${result.title}${namesItsAggregate(result) ? `, ${result.aggregate}` : ''}`;
  const between =
    interval === null
      ? ''
      : ` (${formatNumber(100 * interval.level)}% interval ${boundText(result, interval.low)} to ${boundText(result, interval.high)})`;
  const p90 = stats === null || result.aggregate === 'p90' ? '' : `, p90 ${valueText(result, stats.p90)}`;
  return `${name}: ${valueText(result, value)}${between}${p90}, n ${formatNumber(n)}${variant === null ? '' : ` (${variant})`}.`;
}

function productSections({ products }: ExplainedData): DocumentSection[] {
  if (products === null) return [];
  const rows = products.flatMap((one) => one.results.map((result) => productRow(one, result)));
  const same = products.filter(({ product, defined }) => product !== null && !defined).map(({ product }) => product!.title);
  const block: Block = {
    kind: 'columns',
    columns: [
      { head: 'definition of', align: 'left' },
      { head: 'value', align: 'right' },
      { head: 'n', align: 'right' },
      { head: 'rule', align: 'left' },
    ],
    rows,
  };
  return section('The same data by other definitions', [
    block,
    same.length === 0 ? null : text(`No definition of their own is known of ${same.join(', ')}: ours holds.`),
  ]);
}

function productRow({ product, options }: ProductValue, result: KpiResult): DocumentRow {
  const clock = clockText(result.clock);
  const name = `${product?.title ?? 'happiness'}${clock === null ? '' : ` (${clock})`}`;
  const rule = Object.entries(options).map(([option, value]) => `${option} ${Array.isArray(value) ? value.join(', ') : String(value)}`);
  const value = result.value === null ? '–' : valueText(result, result.value);
  return {
    cells: [name, value, formatNumber(result.n), rule.length > 0 ? rule.join('; ') : product === null ? 'the default' : 'as the default'],
    strong: product === null,
  };
}
