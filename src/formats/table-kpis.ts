import { hasAnswer } from '../model/has-answer.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { wrap } from '../lib/text/width.ts';
import type { KpiResult, Report, Section } from '../model/report.ts';
import { grid, type Cell, type Row } from './grid.ts';
import { distributionRows, partRows } from './bar-rows.ts';
import { kpiDetails } from './kpi-details.ts';
import { noAnswerText } from './period-text.ts';
import { flow, type Screen } from './screen.ts';
import { trendLegend } from './trend-legend.ts';
import { facetsThatFit, type Facet } from './table-facets.ts';
import { kpiName, legendFor } from './words.ts';

/** On narrow screens, where little has a column, two lines of details. */
const NARROW = 64;

/** The KPIs that have an answer, a table for each section, all with the same columns; their heads stand above the first. */
export function kpiTables(report: Report, screen: Screen): string[] {
  const kpis = report.kpis.filter(hasAnswer);
  if (kpis.length === 0) return ['', ...wrap(noAnswerText(report), screen.width)];
  const { facets, widths } = facetsThatFit(report, kpis, screen);
  const aligns = ['left' as const, ...facets.map((facet) => facet.align)];
  const sections = [...new Set(kpis.map((kpi) => kpi.section))];
  const tables = sections.flatMap((section, index) => {
    const rows = kpis
      .filter((kpi) => kpi.section === section)
      .flatMap((kpi) => kpiRows({ report, kpi, facets, screen, nameWidth: widths[0] ?? 0 }));
    return [
      '',
      ...grid({
        widths,
        aligns,
        head: headOf({ section, facets, screen, first: index === 0 }),
        rows,
        rule: screen.glyphs.rule.repeat(screen.width),
      }),
    ];
  });
  const trend = facets.some((facet) => facet.id === 'trend') ? trendLegend(kpis, report.timeZone) : [];
  return [...tables, ...legend(tables, trend, screen)];
}

interface HeadOptions {
  readonly section: Section;
  readonly facets: readonly Facet[];
  readonly screen: Screen;
  readonly first: boolean;
}

function headOf({ section, facets, screen: { style }, first }: HeadOptions): Cell[] {
  return [
    { text: section.toUpperCase(), paint: style.heading },
    ...facets.map((facet) => ({ text: first ? facet.head : '', paint: style.faint })),
  ];
}

interface KpiRowOptions {
  readonly report: Report;
  readonly kpi: KpiResult;
  readonly facets: readonly Facet[];
  readonly screen: Screen;
  readonly nameWidth: number;
}

function kpiRows({ report, kpi, facets, screen, nameWidth }: KpiRowOptions): Row[] {
  const main: Row = [
    { text: wrap(forTerminal(screen.compact ? kpiName(kpi) : kpi.title), nameWidth).join('\n') },
    ...facets.map((facet) => facet.cell(kpi)),
  ];
  const shown = new Set(facets.map((facet) => facet.id));
  const below = screen.compact ? [] : flow(screen, kpiDetails({ report, kpi, shown, glyphs: screen.glyphs }), '  ');
  const definition = screen.verbose ? flow(screen, [kpi.definition], '  ') : [];
  const faint = [...(screen.verbose ? below : below.slice(0, screen.width < NARROW ? 2 : 1)), ...definition].map((text): Row => ({
    text,
    paint: screen.style.faint,
  }));
  const bars = { kpi, facets, screen, nameWidth };
  return [main, ...faint, ...(screen.dist ? distributionRows(bars) : []), ...partRows(bars)];
}

/** Only what appears is explained. */
function legend(drawn: readonly string[], trend: readonly string[], screen: Screen): string[] {
  const texts = legendFor(drawn.join('\n'), screen.glyphs.same);
  const lines = [...flow(screen, texts), ...trend.flatMap((text) => wrap(text, screen.width))];
  return lines.length === 0 ? [] : ['', ...lines.map((line) => screen.style.faint(line))];
}
