import { formatNumber, formatRatio } from '../lib/text/format-number.ts';
import { shareBar } from '../lib/text/sparkline.ts';
import { pad } from '../lib/text/width.ts';
import type { KpiResult } from '../model/report.ts';
import type { Cell, Row } from './grid.ts';
import type { Screen } from './screen.ts';
import { inUnit, partCell, PARTS_SHOWN, shownParts, type Facet } from './table-facets.ts';
import { partUnit } from './value-text.ts';
import { partText } from './words.ts';

const BAR = 12;

export interface BarOptions {
  readonly kpi: KpiResult;
  readonly facets: readonly Facet[];
  readonly screen: Screen;
  readonly nameWidth: number;
}

/** The parts of a whole below their KPI, largest first, each with a bar. */
export function partRows(options: BarOptions): Row[] {
  const { kpi, screen } = options;
  const parts = kpi.parts ?? [];
  const whole = partUnit(kpi) === 'ratio' ? 1 : Math.max(...parts.map((part) => part.value ?? 0));
  const rows = shownParts(kpi).map((part): Row => {
    const share = (part.value ?? 0) / whole;
    return barRow(options, {
      label: partText(part),
      share,
      cellOf: (id) => (id === 'value' && part.value === null ? screen.glyphs.nothing : partCell(id, kpi, part)),
    });
  });
  const more = parts.length - PARTS_SHOWN;
  return more > 0 ? [...rows, { text: `  and ${formatNumber(more)} more`, paint: screen.style.faint }] : rows;
}

/** How the values spread: a bar for each step, as a share of all values. */
export function distributionRows(options: BarOptions): Row[] {
  const { kpi } = options;
  const steps = kpi.distribution ?? [];
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  return steps.map(({ upTo, count }, at): Row => {
    const before = steps[at - 1]?.upTo;
    const label =
      upTo !== null ? `up to ${inUnit(kpi, upTo)}` : before === undefined || before === null ? 'any' : `over ${inUnit(kpi, before)}`;
    const cells: Partial<Record<Facet['id'], string>> = { value: formatRatio(count / total), n: formatNumber(count) };
    return barRow(options, { label, share: count / total, cellOf: (id) => cells[id] ?? '' });
  });
}

interface Bar {
  readonly label: string;
  readonly share: number;
  readonly cellOf: (id: Facet['id']) => string;
}

/** The bar stands under the change, where that has a column, else at the end of the name. */
function barRow({ facets, screen, nameWidth }: BarOptions, { label, share, cellOf }: Bar): Row {
  const beside = facets.some((facet) => facet.id === 'change');
  const width = nameWidth - 2 - (beside ? 0 : BAR + 1);
  const bar = shareBar(share, BAR, screen.unicode);
  const cells = facets.map(({ id }): Cell => (id === 'change' ? { text: bar.trimEnd(), paint: screen.style.trend } : { text: cellOf(id) }));
  return [{ text: `  ${pad(screen.fit(label, width), width)}${beside ? '' : ` ${bar}`}` }, ...cells];
}
