import { expect, it } from 'vitest';
import type { RenderOptions } from '../../src/formats/format.ts';
import { findFormat } from '../../src/formats/index.ts';
import type { Heatmap, Report } from '../../src/model/report.ts';
import { WEEK_STARTS } from '../../src/model/period.ts';
import { kpi, richReport } from './rich-report.ts';

const base: RenderOptions = { width: 80, colorLevel: 0, unicode: true, compact: false, verbose: false, dist: true };

/** Busiest in the middle of the day, nothing at night, half of it at the weekend. */
function heatmap(id: Heatmap['id'], title: string, most: number): Heatmap {
  const days = WEEK_STARTS.map((day, at) => ({
    day,
    hours: Array.from({ length: 24 }, (_, hour) => Math.max(0, Math.round((most * (6 - Math.abs(12 - hour))) / 6 / (at < 5 ? 1 : 2)))),
  }));
  return { id, title, n: days.flatMap(({ hours }) => hours).reduce((sum, count) => sum + count, 0), reason: null, days };
}

const empty = (reason: Heatmap['reason']): Heatmap => ({ ...heatmap('answers', 'When we answer', 0), reason });

const report: Report = {
  ...richReport,
  breakdowns: [],
  heatmaps: [heatmap('arrivals', 'When tickets come', 37), empty('no-time-of-day')],
  kpis: [
    kpi({
      id: 'first-response-time',
      title: 'First response time',
      unit: 'seconds',
      better: 'lower',
      aggregate: 'median',
      clock: 'calendar',
      value: 4440,
      n: 1000,
      counts: { received: 1030, answered: 1000, waiting: 30 },
      // The median of 1 h 14 min lies above 1 h, the p90 of 5 h 50 min above 4 h.
      stats: { mean: 9000, median: 4440, p90: 21_000, p95: 40_000, min: 0, max: 200_000 },
      interval: { level: 0.95, low: 4000, high: 4900, method: 'order-statistics' },
      distribution: [
        { upTo: 900, count: 210 },
        { upTo: 3600, count: 250 },
        { upTo: 14_400, count: 400 },
        { upTo: 28_800, count: 80 },
        { upTo: 86_400, count: 40 },
        { upTo: 172_800, count: 15 },
        { upTo: null, count: 5 },
      ],
    }),
    kpi({
      id: 'csat',
      title: 'Customer satisfaction',
      section: 'Satisfaction',
      unit: 'ratio',
      better: 'higher',
      aggregate: 'rate',
      value: 0.9,
      n: 100,
      counts: { positive: 90, ratings: 100 },
    }),
  ],
};

/** The parts of a page that this file is about: what else stands there has its own screens. */
function shapesOf(text: string): string {
  const lines = text.split('\n');
  const from = (start: RegExp, end: RegExp): readonly string[] => {
    const first = lines.findIndex((line) => start.test(line));
    const length = lines.slice(first).findIndex((line) => end.test(line));
    return lines.slice(first, length < 0 ? undefined : first + length);
  };
  return [
    ...from(/^SPEED|^### First response time|^period_label/, /^SATISFACTION|^###? By|^### When|,csat,/),
    ...from(/^WHEN TICKETS|^### When tickets|,arrivals,/, /^(ROWS|NOT|COLUMNS) |^### (Rows|Not|Columns)/),
  ].join('\n');
}

/** To be looked at whenever one changes. */
it.for([
  ['shapes-80.txt', 'table', {}],
  ['shapes-40.txt', 'table', { width: 40 }],
  ['shapes-120.txt', 'table', { width: 120 }],
  ['shapes-ascii.txt', 'table', { unicode: false }],
  ['shapes.md', 'markdown', {}],
  ['shapes.csv', 'csv', {}],
] as const)('%s', async ([file, format, options]) => {
  await expect(shapesOf(findFormat(format).render(report, { ...base, ...options }))).toMatchFileSnapshot(`./screens/${file}`);
});

it.for([40, 60, 80, 100, 120])('fits %d columns', (width) => {
  const widest = Math.max(
    ...findFormat('table')
      .render(report, { ...base, width })
      .split('\n')
      .map((line) => [...line].length),
  );
  expect(widest).toBeLessThanOrEqual(width);
});

it('shows no shapes unless asked for', () => {
  const { heatmaps: _, ...plain } = report;
  for (const format of ['table', 'markdown', 'csv']) {
    const text = findFormat(format).render(plain, { ...base, dist: false });
    expect(text).not.toMatch(/up to 1 h|900\.\.3600|When tickets come/i);
  }
});

it('keeps the counts of the heatmap in JSON', () => {
  const read = JSON.parse(findFormat('json').render(report, base)) as Report;
  expect(read.heatmaps).toEqual(report.heatmaps);
});
