import { formatNumber, formatRatio } from '../lib/text/format-number.ts';
import { forTerminal } from '../lib/text/sanitize.ts';
import { shareBar } from '../lib/text/sparkline.ts';
import { displayWidth, pad } from '../lib/text/width.ts';
import type { KpiResult } from '../model/report.ts';
import { distributionSteps } from './distribution-steps.ts';
import type { Cell, Row } from './grid.ts';
import type { Screen } from './screen.ts';
import { partCell, PARTS_SHOWN, shownParts, type Facet } from './table-facets.ts';
import { partUnit } from './value-text.ts';
import { partText } from './words.ts';

const BAR = 12;
const LONG_BAR = 40;

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
  const whole = partUnit(kpi) === 'ratio' ? 1 : parts.reduce((most, part) => Math.max(most, part.value ?? 0), 0);
  const shown = shownParts(kpi);
  const longest = Math.max(...shown.map((part) => displayWidth(partText(part))));
  const rows = shown.map((part): Row => {
    const share = (part.value ?? 0) / whole;
    return barRow(options, {
      label: partText(part),
      longest,
      share,
      cellOf: (id) => (id === 'value' && part.value === null ? screen.glyphs.nothing : partCell(id, kpi, part)),
    });
  });
  const more = parts.length - PARTS_SHOWN;
  return more > 0 ? [...rows, { text: `  and ${formatNumber(more)} more`, paint: screen.style.faint }] : rows;
}

/** How the values spread: a line across the table for each bucket, with its share, its count and a bar; median and p90 stand where they lie. */
export function distributionRows({ kpi, screen }: BarOptions): Row[] {
  const steps = distributionSteps(kpi).map((step) => ({ ...step, label: forTerminal(step.label), amount: formatNumber(step.count) }));
  const width = (of: (step: (typeof steps)[number]) => string): number => Math.max(0, ...steps.map((step) => displayWidth(of(step))));
  const [labels, amounts] = [width(({ label }) => label), width(({ amount }) => amount)];
  const largest = Math.max(...steps.map(({ share }) => share));
  const arrow = screen.unicode ? '◂' : '<';
  const longestMark = Math.max(0, ...steps.map(({ marks }) => marks.join(', ').length));
  const room = Math.min(LONG_BAR, screen.width - labels - amounts - longestMark - 17);
  return steps.map(({ label, amount, share, marks }): Row => {
    const bar = room < 4 ? '' : `  ${shareBar(share / largest, room, screen.unicode)}`;
    const mark = marks.length === 0 ? '' : `  ${arrow} ${marks.join(', ')}`;
    return {
      text: `  ${pad(label, labels)}  ${pad(formatRatio(share), 6, 'right')}  ${pad(amount, amounts, 'right')}${bar}${mark}`.trimEnd(),
    };
  });
}

interface Bar {
  readonly label: string;
  /** Of all labels beside it. */
  readonly longest: number;
  readonly share: number;
  readonly cellOf: (id: Facet['id']) => string;
}

/** The bar stands under the change, where that has a column, else at the end of the name, unless it alone would cut labels short. */
function barRow({ facets, screen, nameWidth }: BarOptions, { label, longest, share, cellOf }: Bar): Row {
  const room = nameWidth - 2;
  const withBar = room - BAR - 1;
  const beside = facets.some((facet) => facet.id === 'change') || (longest > withBar && longest <= room);
  const width = beside ? room : withBar;
  const bar = shareBar(share, BAR, screen.unicode);
  const cells = facets.map(({ id }): Cell => (id === 'change' ? { text: bar.trimEnd(), paint: screen.style.trend } : { text: cellOf(id) }));
  return [{ text: `  ${pad(screen.fit(label, width), width)}${beside ? '' : ` ${bar}`}` }, ...cells];
}
