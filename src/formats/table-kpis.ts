import { formatNumber } from '../lib/text/format-number.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { shareBar } from '../lib/text/sparkline.ts';
import { pad, wrap } from '../lib/text/width.ts';
import type { Family, KpiResult, Report } from '../model/report.ts';
import { grid, type Cell, type Row } from './grid.ts';
import { kpiDetails } from './kpi-details.ts';
import { flow, type Screen } from './screen.ts';
import { facetsThatFit, inUnit, type Facet } from './table-facets.ts';
import { partUnit } from './value-text.ts';
import { FAMILY_TITLES, hasAnswer, kpiName, partText, VERDICT_LEGEND } from './words.ts';

/** More parts than this are counted, not shown: the JSON has all. */
const PARTS_SHOWN = 6;
const BAR = 12;
/** On narrow screens, where little has a column, two lines of details. */
const NARROW = 64;

/** The KPIs that have an answer, a table for each family, all with the same columns. */
export function kpiTables(report: Report, screen: Screen): string[] {
  const kpis = report.kpis.filter(hasAnswer);
  if (kpis.length === 0) return ['', ...wrap('No KPI can be computed from this data for this period.', screen.width)];
  const { facets, widths } = facetsThatFit(report, kpis, screen);
  const aligns = ['left' as const, ...facets.map((facet) => facet.align)];
  const families = [...new Set(kpis.map((kpi) => kpi.family))];
  const tables = families.flatMap((family) => {
    const rows = kpis.filter((kpi) => kpi.family === family).flatMap((kpi) => kpiRows({ report, kpi, facets, screen, nameWidth: widths[0] ?? 0 }));
    return ['', ...grid({ widths, aligns, head: headOf(family, facets, screen), rows, rule: screen.glyphs.rule.repeat(screen.width) })];
  });
  return [...tables, ...legend(kpis, screen)];
}

function headOf(family: Family, facets: readonly Facet[], { style }: Screen): Cell[] {
  return [{ text: FAMILY_TITLES[family].toUpperCase(), paint: style.heading }, ...facets.map((facet) => ({ text: facet.head, paint: style.faint }))];
}

interface KpiRowOptions {
  readonly report: Report;
  readonly kpi: KpiResult;
  readonly facets: readonly Facet[];
  readonly screen: Screen;
  readonly nameWidth: number;
}

function kpiRows(options: KpiRowOptions): Row[] {
  const { report, kpi, facets, screen, nameWidth } = options;
  const main: Row = [{ text: wrap(forTerminal(screen.compact ? kpiName(kpi) : kpi.title), nameWidth).join('\n') }, ...facets.map((facet) => facet.cell(kpi))];
  const shown = new Set(facets.map((facet) => facet.id));
  const below = screen.compact ? [] : flow(screen, kpiDetails({ report, kpi, shown, glyphs: screen.glyphs }), '  ');
  const definition = screen.verbose ? flow(screen, [kpi.definition], '  ') : [];
  const faint = [...(screen.verbose ? below : below.slice(0, screen.width < NARROW ? 2 : 1)), ...definition].map((text): Row => ({ text, paint: screen.style.faint }));
  return [main, ...faint, ...partRows(options)];
}

function partRows({ kpi, facets, screen, nameWidth }: KpiRowOptions): Row[] {
  const parts = kpi.parts ?? [];
  const unit = partUnit(kpi);
  const whole = unit === 'ratio' ? 1 : Math.max(...parts.map((part) => part.value ?? 0));
  const barBeside = facets.some((facet) => facet.id === 'change');
  const keyWidth = nameWidth - 2 - (barBeside ? 0 : BAR + 1);
  const rows = parts.slice(0, PARTS_SHOWN).map((part): Row => {
    const key = pad(screen.fit(partText(part), keyWidth), keyWidth);
    const bar = shareBar((part.value ?? 0) / whole, BAR, screen.unicode);
    const cells: Partial<Record<Facet['id'], string>> = {
      value: part.value === null ? screen.glyphs.nothing : inUnit({ ...kpi, unit }, part.value),
      n: formatNumber(part.n),
      change: bar.trimEnd(),
    };
    return [{ text: `  ${key}${barBeside ? '' : ` ${bar}`}` }, ...facets.map((facet) => ({ text: cells[facet.id] ?? '', paint: facet.id === 'change' ? screen.style.trend : undefined }))];
  });
  const more = parts.length - PARTS_SHOWN;
  return more > 0 ? [...rows, { text: `  and ${more} more`, paint: screen.style.faint }] : rows;
}

function legend(kpis: readonly KpiResult[], screen: Screen): string[] {
  const verdicts = new Set(kpis.flatMap((kpi) => kpi.change?.verdict ?? []));
  const texts = [...verdicts].sort().flatMap((verdict) => VERDICT_LEGEND[verdict] ?? []);
  return texts.length === 0 ? [] : ['', ...texts.flatMap((text) => wrap(text, screen.width)).map((line) => screen.style.faint(line))];
}
