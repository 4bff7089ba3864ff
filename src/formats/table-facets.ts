import { sparkline } from '../lib/text/sparkline.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { displayWidth, pad } from '../lib/text/width.ts';
import { formatNumber } from '../lib/text/format-number.ts';
import type { KpiResult, Part, Report } from '../model/report.ts';
import { changeText, type ChangeText } from './change-text.ts';
import { GAP, type Align, type Cell } from './grid.ts';
import type { Paint, Screen } from './screen.ts';
import { boundText, partUnit, valueText } from './value-text.ts';

/** One thing that a screen can say about every KPI: a column where there is room, else (some of them) a piece of the line below. */
export interface Facet {
  readonly id: 'value' | 'change' | 'n' | 'trend' | 'previous' | 'p90' | 'interval';
  readonly head: string;
  readonly align: Align;
  readonly cell: (kpi: KpiResult) => Cell;
}

const NAME_LEAST = 24;
/** The newest points of a series that a trend shows. */
export const TREND_POINTS = 12;
const AMOUNT_WIDEST = 9;

/**
 * The columns beside the name, in the order in which they stand: those that have something to say for some KPI, as many as leave the name its room.
 * The list is by importance; places are given in that order.
 */
export function facetsThatFit(
  report: Report,
  kpis: readonly KpiResult[],
  screen: Screen,
): { readonly facets: readonly Facet[]; readonly widths: readonly number[] } {
  const byImportance = facetsOf(report, screen);
  const measured = byImportance.map((facet) => ({ facet, width: widthOf(facet, kpis) })).filter(({ width }) => width > 0);
  const chosen = new Set<Facet>();
  const nameWidth = Math.min(NAME_LEAST, screen.width >> 1);
  let room = screen.width - nameWidth;
  for (const { facet, width } of measured) {
    if (width + GAP > room) continue;
    chosen.add(facet);
    room -= width + GAP;
  }
  const order: readonly Facet['id'][] = ['value', 'p90', 'interval', 'n', 'previous', 'change', 'trend'];
  const shown = measured.filter(({ facet }) => chosen.has(facet)).sort((a, b) => order.indexOf(a.facet.id) - order.indexOf(b.facet.id));
  return { facets: shown.map(({ facet }) => facet), widths: [nameWidth + room, ...shown.map(({ width }) => width)] };
}

function facetsOf(report: Report, screen: Screen): readonly Facet[] {
  const { style } = screen;
  const amounts = report.kpis.map((kpi) => displayWidth(changeText(kpi, screen.glyphs)?.amount ?? ''));
  const amountWidth = Math.max(0, ...amounts.filter((width) => width <= AMOUNT_WIDEST));
  const before = report.previous === null ? '' : screen.fit(report.previous.label, 16);
  return [
    {
      id: 'value',
      head: 'value',
      align: 'right',
      cell: (kpi) => ({ text: kpi.value === null ? '' : inUnit(kpi, kpi.value), paint: style.strong }),
    },
    { id: 'change', head: before === '' ? 'change' : `vs ${before}`, align: 'left', cell: (kpi) => changeCell(kpi, screen, amountWidth) },
    { id: 'n', head: 'n', align: 'right', cell: (kpi) => ({ text: formatNumber(kpi.n) }) },
    {
      id: 'trend',
      head: 'trend',
      align: 'left',
      cell: (kpi) => ({
        text: sparkline(
          kpi.series.slice(-TREND_POINTS).map((point) => point.value),
          screen.unicode,
        ),
        paint: style.trend,
      }),
    },
    { id: 'p90', head: 'p90', align: 'right', cell: (kpi) => ({ text: p90Text(kpi) ?? '' }) },
    {
      id: 'interval',
      head: `${formatNumber(100 * (report.kpis.find((kpi) => kpi.interval !== null)?.interval?.level ?? 0.95))}% interval`,
      align: 'left',
      cell: (kpi) => ({ text: intervalText(kpi) ?? '', paint: style.faint }),
    },
    {
      id: 'previous',
      head: before,
      align: 'right',
      cell: (kpi) => ({
        text: kpi.previous === null || kpi.previous.value === null ? '' : inUnit(kpi, kpi.previous.value),
        paint: style.faint,
      }),
    },
  ];
}

/** Zero when no KPI has anything to show there. */
function widthOf(facet: Facet, kpis: readonly KpiResult[]): number {
  const texts = kpis.flatMap((kpi) => [facet.cell(kpi).text, ...shownParts(kpi).map((part) => partCell(facet.id, kpi, part))]);
  const widest = Math.max(0, ...texts.map(displayWidth));
  return widest === 0 ? 0 : Math.max(widest, displayWidth(facet.head));
}

/** More parts than this are counted, not shown: the JSON has all. */
export const PARTS_SHOWN = 6;

export function shownParts(kpi: KpiResult): readonly Part[] {
  return (kpi.parts ?? []).slice(0, PARTS_SHOWN);
}

/** A part under a column of its KPI. */
export function partCell(id: Facet['id'], kpi: KpiResult, part: Part): string {
  if (id === 'n') return formatNumber(part.n);
  return id === 'value' && part.value !== null ? inUnit({ ...kpi, unit: partUnit(kpi) }, part.value) : '';
}

/** The currency is text from the data. */
function inUnit(kpi: KpiResult, value: number): string {
  return forTerminal(valueText(kpi, value));
}

/** The ninetieth percentile where the lead value is one of the middle. */
export function p90Text(kpi: KpiResult): string | null {
  return kpi.value === null || kpi.stats === null || kpi.aggregate === 'p90' ? null : inUnit(kpi, kpi.stats.p90);
}

export function intervalText(kpi: KpiResult): string | null {
  const { interval } = kpi;
  return kpi.value === null || interval === null
    ? null
    : forTerminal(`${boundText(kpi, interval.low)} to ${boundText(kpi, interval.high)}`);
}

function changeCell(kpi: KpiResult, screen: Screen, amountWidth: number): Cell {
  const change = changeText(kpi, screen.glyphs);
  if (change === null) return { text: '' };
  return { text: forTerminal(inline(change, amountWidth)), paint: verdictPaint(kpi, screen) };
}

/** The amount right-aligned to `width`, so that the words of all rows stand in one column. */
export function inline({ sign, amount, word }: ChangeText, width = 0): string {
  return `${sign} ${pad(amount, width, 'right')}${word === '' ? '' : ` ${word}`}`;
}

function verdictPaint(kpi: KpiResult, { style }: Screen): Paint {
  const verdict = kpi.change?.verdict;
  if (verdict === 'better') return style.better;
  if (verdict === 'worse') return style.worse;
  return style.faint;
}
