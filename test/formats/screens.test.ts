import { expect, it } from 'vitest';
import { findFormat } from '../../src/formats/index.ts';
import type { RenderOptions } from '../../src/formats/format.ts';
import { checkReport, hostileCheckReport, passedReport } from './check-reports.ts';
import { emptyReport, hostileReport, richReport } from './rich-report.ts';

const base: RenderOptions = { width: 80, colorLevel: 0, unicode: true, compact: false, verbose: false };
const uncompared = {
  ...richReport,
  period: { ...richReport.period, label: 'all' },
  previous: null,
  kpis: richReport.kpis.map((one) => ({ ...one, previous: null, change: null, series: [] })),
};

/** Whole pages, to be looked at whenever one changes. */
it.for([
  ['table-40.txt', 'table', richReport, { width: 40 }],
  ['table-60.txt', 'table', richReport, { width: 60 }],
  ['table-80.txt', 'table', richReport, {}],
  ['table-100.txt', 'table', richReport, { width: 100 }],
  ['table-120.txt', 'table', richReport, { width: 120 }],
  ['table-ascii.txt', 'table', richReport, { unicode: false }],
  ['table-compact.txt', 'table', richReport, { compact: true }],
  ['table-verbose.txt', 'table', richReport, { verbose: true }],
  ['table-colour.txt', 'table', richReport, { colorLevel: 1 }],
  ['table-all.txt', 'table', uncompared, {}],
  ['table-empty.txt', 'table', emptyReport, {}],
  ['table-hostile.txt', 'table', hostileReport, {}],
  ['report.md', 'markdown', richReport, {}],
  ['hostile.md', 'markdown', hostileReport, {}],
  ['report.csv', 'csv', richReport, {}],
  ['report.json', 'json', richReport, {}],
  ['check-80.txt', 'table', checkReport, {}],
  ['check-40-ascii.txt', 'table', checkReport, { width: 40, unicode: false }],
  ['check-verbose.txt', 'table', checkReport, { verbose: true }],
  ['check-passed.txt', 'table', passedReport, {}],
  ['check.md', 'markdown', checkReport, {}],
  ['check-hostile.md', 'markdown', hostileCheckReport, {}],
  ['check.csv', 'csv', checkReport, {}],
  ['check.xml', 'junit', checkReport, {}],
  ['check.github.txt', 'github', checkReport, {}],
  ['check.gitlab.json', 'gitlab', checkReport, {}],
  ['check.slack.json', 'slack', checkReport, {}],
  ['report.slack.json', 'slack', richReport, {}],
  ['report.prom', 'prometheus', checkReport, {}],
] as const)('%s', async ([file, format, report, options]) => {
  await expect(findFormat(format).render(report, { ...base, ...options })).toMatchFileSnapshot(`./screens/${file}`);
});
