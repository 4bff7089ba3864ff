import { formatNumber } from '../lib/text/format-number.ts';
import { wrap } from '../lib/text/width.ts';
import type { Heatmap, Report } from '../model/report.ts';
import { busiest, DAY_NAMES, heatmapReason, mostInAnHour } from './heatmap-words.ts';
import type { Screen } from './screen.ts';

const SHADES = [' ', '░', '▒', '▓', '█'] as const;
const ASCII_SHADES = [' ', '.', ':', '*', '#'] as const;
/** Day, gap, 24 hours, gap, sum. */
const AROUND = 3 + 1 + 2;

/** The week as a field of shades: days down, hours across. */
export function heatmapLines({ heatmaps = [], timeZone }: Pick<Report, 'heatmaps' | 'timeZone'>, screen: Screen): string[] {
  return heatmaps.flatMap((heatmap) => [
    '',
    screen.style.heading(screen.fit(`${heatmap.title.toUpperCase()} (${timeZone})`, screen.width)),
    ...drawn(heatmap, screen),
  ]);
}

function drawn(heatmap: Heatmap, screen: Screen): string[] {
  const reason = heatmapReason(heatmap);
  if (reason !== null) return wrap(reason, screen.width).map((line) => screen.style.faint(line));
  const shades = screen.unicode ? SHADES : ASCII_SHADES;
  const most = mostInAnHour(heatmap);
  const sums = heatmap.days.map(({ hours }) => formatNumber(hours.reduce((sum, count) => sum + count, 0)));
  const sumWidth = Math.max(1, ...sums.map(({ length }) => length));
  const cell = screen.width - AROUND - sumWidth >= 24 * 2 ? 2 : 1;
  const head = Array.from({ length: 24 / 3 }, (_, at) =>
    String(at * 3)
      .padStart(2, '0')
      .padEnd(3 * cell),
  )
    .join('')
    .trimEnd();
  const rows = heatmap.days.map(({ day, hours }, at) => {
    const field = hours.map((count) => (shades[shadeOf(count, most)] ?? ' ').repeat(cell)).join('');
    return `${DAY_NAMES[day].slice(0, 3)} ${screen.style.trend(field)}  ${(sums[at] ?? '').padStart(sumWidth)}`;
  });
  const legend = `${legendText(most, shades)}; busiest: ${busiest(heatmap)}; n ${formatNumber(heatmap.n)}`;
  return [screen.style.faint(`    ${head}`), ...rows, ...wrap(legend, screen.width).map((line) => screen.style.faint(line))];
}

/** Nothing is blank; all else falls into four equal steps up to the busiest hour. */
function shadeOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.ceil((count / most) * 4);
}

/** `░ 1–14  ▒ 15–28 …`; steps that no whole number falls into are left out. */
function legendText(most: number, shades: readonly string[]): string {
  const steps = [1, 2, 3, 4].flatMap((shade) => {
    const from = Math.floor(((shade - 1) * most) / 4) + 1;
    const to = Math.floor((shade * most) / 4);
    return from > to ? [] : [`${shades[shade] ?? ''} ${formatNumber(from)}${from === to ? '' : `–${formatNumber(to)}`}`];
  });
  return steps.join('  ');
}
