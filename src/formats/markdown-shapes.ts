import { formatNumber, formatRatio } from '../lib/text/format-number.ts';
import { forMarkdown } from '../lib/text/sanitize.ts';
import { shareBar } from '../lib/text/sparkline.ts';
import type { Heatmap, KpiResult, Report } from '../model/report.ts';
import { distributionSteps } from './distribution-steps.ts';
import { busiest, DAY_NAMES, heatmapReason, hourText, mostInAnHour } from './heatmap-words.ts';
import { markdownTable } from './markdown-table.ts';
import { kpiName } from './words.ts';

const BAR = 20;

/** How the values of each KPI spread, a table for each that has buckets. */
export function markdownDistributions(kpis: readonly KpiResult[]): string[] {
  return kpis.flatMap((kpi) => {
    const steps = distributionSteps(kpi);
    if (steps.length === 0) return [];
    const largest = Math.max(...steps.map(({ share }) => share));
    const rows = steps.map(({ label, share, count, marks }) => [
      forMarkdown(label),
      formatRatio(share),
      formatNumber(count),
      shareBar(share / largest, BAR, true).trimEnd(),
      marks.join(', '),
    ]);
    return [
      `### ${forMarkdown(kpiName(kpi))}: distribution`,
      markdownTable({ head: ['Value', 'Share', 'n', '', ''], aligns: ['left', 'right', 'right', 'left', 'left'], rows }),
    ];
  });
}

/** Hours down and days across: a table of eight columns fits where one of 25 does not. */
export function markdownHeatmaps({ heatmaps = [], timeZone }: Pick<Report, 'heatmaps' | 'timeZone'>): string[] {
  return heatmaps.flatMap((heatmap) => [`### ${heatmap.title} (${forMarkdown(timeZone)})`, ...body(heatmap)]);
}

function body(heatmap: Heatmap): string[] {
  const reason = heatmapReason(heatmap);
  if (reason !== null) return [`${reason}.`];
  const most = mostInAnHour(heatmap);
  const cell = (count: number): string => (count === 0 ? '' : count === most ? `**${formatNumber(count)}**` : formatNumber(count));
  const rows = Array.from({ length: 24 }, (_, hour) => [hourText(hour), ...heatmap.days.map(({ hours }) => cell(hours[hour] ?? 0))]);
  const head = ['', ...heatmap.days.map(({ day }) => DAY_NAMES[day].slice(0, 3))];
  return [
    markdownTable({ head, aligns: head.map((_, at) => (at === 0 ? 'left' : 'right')), rows }),
    `Busiest: ${busiest(heatmap)}; n ${formatNumber(heatmap.n)}.`,
  ];
}
