import type { Breakdown, Group, KpiResult, Report, SeriesPoint } from '../../src/model/report.ts';

/** Text that strangers write, aimed at whatever prints it. */
export const HOSTILE: readonly (string | null)[] = [
  '\x1b]0;owned\x07', '\x1b[2J\x1b[31mred', '\x9b31m', '=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '＝1+1', '  =cmd|"/C calc"!A0', '\t=1', '\n=1',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt;', '[x](http://evil)', '![p](http://evil/p.png)', '[x]: http://evil', 'www.evil.com', 'mail@evil.com', '@team', '#123',
  '::error::owned', '##[error]owned', 'a|b|c', 'a\\|b', '\\', '`x`', '``|`', '*b* _i_ ~~s~~', '# head', '- item', '1. item', '$x^2$', 'a\nb', 'a\r\n| b | c |', '\u2028line', '\u202egnp.exe', '\u2066x\u2069', '\u200b', '\ufeff',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '日本語のとても長いグループ名前です', '👩‍👩‍👧‍👦 family', '😀', 'हिन्दी क्षेत्र', '한국어', 'עברית', 'é\u0301\u0302\u0303', '\ud800lone', '', ' ', null, 'x'.repeat(500), '"quoted", with comma', '%0A::error::x',
];

export function kpi(given: Partial<KpiResult> & Pick<KpiResult, 'id' | 'title'>): KpiResult {
  return {
    family: 'support', definition: `What ${given.title.toLowerCase()} means, in one sentence.`, unit: 'count', better: 'none', aggregate: 'count', clock: null, value: null, n: 0, reason: null, period: null, variant: null,
    missing: [], counts: {}, stats: null, interval: null, parts: null, distribution: null, previous: null, change: null, series: [], limits: null, ...given,
  };
}

function weeks(values: readonly (number | null)[]): SeriesPoint[] {
  return values.map((value, at) => ({ start: new Date(Date.UTC(2024, 11, 30) + at * 7 * 86_400_000).toISOString(), value, n: value === null ? 0 : 75, complete: at < values.length - 1 }));
}

export const KPIS: readonly KpiResult[] = [
  kpi({
    id: 'first-response-time', title: 'First response time', unit: 'seconds', better: 'lower', aggregate: 'median', clock: 'calendar', value: 4440, n: 970, counts: { received: 1000, answered: 970, waiting: 30 },
    stats: { mean: 9000, median: 4440, p90: 21_000, p95: 40_000, min: 0, max: 90_000 }, interval: { level: 0.95, low: 4000, high: 4900, method: 'order-statistics' },
    distribution: [{ upTo: 900, count: 210 }, { upTo: null, count: 760 }], previous: { value: 5100, n: 910 }, change: { absolute: -660, relative: -0.1294117647, verdict: 'better' },
    series: weeks([5000, 4800, 5200, null, 4300, 4100, 4000, 4400, 3900, 4200, 4600, 4100, 4440]),
  }),
  kpi({
    id: 'first-response-time', title: 'First response time', unit: 'seconds', better: 'lower', aggregate: 'median', clock: 'business', value: 1800, n: 950,
    stats: { mean: 2500, median: 1800, p90: 7200, p95: 9000, min: 0, max: 28_800 }, interval: { level: 0.95, low: 1700, high: 1950, method: 'order-statistics' },
    previous: { value: 1750, n: 900 }, change: { absolute: 50, relative: 0.0285714, verdict: 'no-clear-change' },
  }),
  kpi({
    id: 'service-level', title: 'Service level', unit: 'ratio', better: 'higher', aggregate: 'rate', clock: 'calendar', variant: 'within 15m', value: 0.216494845, n: 970, counts: { within: 210, answered: 970 },
    interval: { level: 0.95, low: 0.1917, high: 0.2434, method: 'wilson' }, previous: { value: 0.25, n: 910 }, change: { absolute: -0.033505, relative: null, verdict: 'worse' }, series: weeks([0.2, 0.22, 0.25, 0.24, 0.21]),
  }),
  kpi({
    id: 'resolution-time', title: 'Resolution time', unit: 'seconds', better: 'lower', aggregate: 'median', clock: 'unknown', value: 183_600, n: 14, stats: { mean: 200_000, median: 183_600, p90: 400_000, p95: 500_000, min: 60, max: 900_000 },
    previous: { value: 150_000, n: 9 }, change: { absolute: 33_600, relative: 0.224, verdict: 'too-few' },
  }),
  kpi({ id: 'tickets-per-day', title: 'Tickets per day', unit: 'per-day', aggregate: 'mean', value: 11.111, n: 1000, interval: { level: 0.95, low: 10.43, high: 11.82, method: 'poisson' }, previous: { value: 10.2, n: 938 }, change: { absolute: 0.911, relative: 0.0893, verdict: null }, limits: { mean: 11, low: 5, high: 17, signals: ['2025-02-03T00:00:00.000Z'] } }),
  kpi({ id: 'tickets-by-department', title: 'Tickets by department', aggregate: 'mix', value: null, n: 1000, parts: [{ key: 'Billing', value: 0.62, n: 620 }, { key: 'Tech\x1b[31m support | 日本', value: 0.21, n: 210 }, { key: null, value: 0.17, n: 170 }] }),
  kpi({ id: 'root-cause-share', title: 'Tickets by root cause', aggregate: 'mix', value: null, n: 9, parts: Array.from({ length: 9 }, (_, at) => ({ key: `cause ${at + 1}`, value: 1 / 9, n: 1 })) }),
  kpi({ id: 'cost-per-contact', title: 'Cost per contact', unit: 'money', currency: 'EUR', better: 'lower', aggregate: 'ratio', value: 1234.5, n: 437, previous: { value: 0, n: 400 }, change: { absolute: 1234.5, relative: null, verdict: 'worse' } }),
  kpi({ id: 'csat', title: 'Customer satisfaction', unit: 'ratio', better: 'higher', aggregate: 'rate', value: 0.9, n: 20, interval: { level: 0.95, low: 0.6989663548, high: 0.9721335188, method: 'wilson' } }),
  kpi({ id: 'handle-time', title: 'Handle time', unit: 'seconds', aggregate: 'median', reason: 'missing-column', missing: ['tickets.handleSeconds'] }),
  kpi({ id: 'cost-per-conversation', title: 'Cost per conversation', unit: 'money', aggregate: 'ratio', reason: 'no-cost' }),
  kpi({ id: 'nps', title: 'Net promoter score', family: 'success', unit: 'score', better: 'higher', aggregate: 'score', value: 45, n: 100, counts: { promoters: 60, passives: 25, detractors: 15 }, interval: { level: 0.95, low: 29.3, high: 58, method: 'adjusted-wald' }, previous: { value: 41, n: 90 }, change: { absolute: 4, relative: null, verdict: 'no-clear-change' } }),
  kpi({
    id: 'churn-rate', title: 'Churn rate', family: 'success', unit: 'ratio', better: 'lower', aggregate: 'rate', value: 0, n: 212, counts: { left: 0, atStart: 212 }, variant: 'customers',
    period: { label: '2025-03', start: '2025-03-01T00:00:00.000Z', end: '2025-04-01T00:00:00.000Z', complete: true }, interval: { level: 0.95, low: 0, high: 0.0178, method: 'wilson' },
  }),
  kpi({ id: 'customer-lifetime-value', title: 'Customer lifetime value', family: 'success', unit: 'money', aggregate: 'mean', reason: 'no-churn' }),
  kpi({ id: 'day-30-retention', title: 'Day 30 retention', family: 'success', unit: 'ratio', aggregate: 'rate', reason: 'window-not-elapsed' }),
  kpi({ id: 'stickiness', title: 'Stickiness', family: 'success', unit: 'ratio', aggregate: 'ratio', reason: 'no-data' }),
];

export function group(key: string | null, scale: number): Group {
  const answered = KPIS.filter((one) => one.value !== null);
  return { key, kpis: answered.map((one) => ({ ...one, value: one.id === 'cost-per-contact' ? null : (one.value ?? 0) * scale, n: Math.max(1, Math.round(one.n * scale)), parts: null, series: [], previous: null, change: null })) };
}

const byChannel: Breakdown = { by: 'channel', groups: [group('email', 0.62), group('chat', 0.3), group('phone', 0.05), group(null, 0.02)], suppressed: { groups: 2, n: 3 } };
const crossed: Breakdown = { by: 'channel+priority', groups: [{ ...group('email+urgent', 0.5), keys: ['email', 'urgent'] }, { ...group('email+null', 0.4), keys: ['email', null] }], suppressed: { groups: 1, n: 1 } };

export const richReport: Report = {
  schemaVersion: 1,
  generator: { name: 'happiness', version: '0.1.0' },
  command: 'report',
  asOf: '2025-04-01T07:30:00.000Z',
  timeZone: 'UTC',
  period: { label: '2025-Q1', start: '2025-01-01T00:00:00.000Z', end: '2025-04-01T00:00:00.000Z', complete: true },
  previous: { label: '2024-Q4', start: '2024-10-01T00:00:00.000Z', end: '2025-01-01T00:00:00.000Z', complete: true },
  inputs: [
    { path: 'exports/tickets.csv', kind: 'tickets', preset: 'zendesk-csv', encoding: 'utf-8', rows: 1210, used: 1190, excluded: 12, collapsed: 6, skipped: 2, columns: { createdAt: 'Created at' }, unmapped: ['Summation column'] },
    { path: 'nps.csv', kind: 'surveys', preset: 'delighted', encoding: 'utf-8', rows: 100, used: 100, excluded: 0, collapsed: 0, skipped: 0, columns: { score: 'Score' }, unmapped: [] },
  ],
  excluded: { spam: 4, merged: 8 },
  warnings: [
    { code: 'zone-assumed', message: '1,190 times carry no zone and were read as UTC; --timezone settles it', count: 1190, file: 'exports/tickets.csv' },
    { code: 'skipped-rows', message: '2 rows have more cells than the header', count: 2, file: 'exports/tickets.csv', line: 812 },
  ],
  kpis: KPIS,
  breakdowns: [byChannel, crossed],
};

/** The same with every text that can come from the data replaced by something hostile. */
export const hostileReport: Report = {
  ...richReport,
  period: { ...richReport.period, label: '::error::\x1b[2J|' },
  inputs: HOSTILE.slice(0, 40).map((text) => ({ ...richReport.inputs[0]!, path: text ?? 'null', preset: text ?? 'null' })),
  excluded: JSON.parse('{"__proto__": 3, "a|b\\u001b": 2}') as Record<string, number>,
  warnings: HOSTILE.map((text) => ({ code: 'bad-date', message: `::${text}`, count: 1, file: text ?? 'x' })),
  kpis: [
    ...KPIS.map((one) => ({ ...one, variant: '\x1b[2J|`@x', ...(one.currency === undefined ? {} : { currency: '=\x1b|€' }), parts: one.parts === null ? null : HOSTILE.map((key) => ({ key, value: 0.1, n: 3 })) })),
    kpi({ id: 'evil', title: '::error::\x1b[31m<b>|', value: 1, n: 1, counts: JSON.parse('{"__proto__": 7, "\\u001b|": 2}') as Record<string, number> }),
    kpi({ id: 'gone', title: '[x](http://evil)\n', reason: 'missing-column', missing: ['a|b\x1b'] }),
  ],
  breakdowns: [
    { by: 'channel', groups: HOSTILE.slice(0, 20).map((key) => group(key, 0.1)), suppressed: { groups: 0, n: 0 } },
    { by: 'group', groups: HOSTILE.slice(20, 40).map((key) => group(key, 0.1)), suppressed: { groups: 1, n: 1 } },
    { by: 'tag', groups: HOSTILE.slice(40).map((key) => group(key, 0.1)), suppressed: { groups: 0, n: 0 } },
    { by: '\x1b[2J|+::x', groups: HOSTILE.map((key) => ({ ...group(key, 0.1), keys: [key, key] })), suppressed: { groups: 0, n: 0 } },
  ],
};

export const emptyReport: Report = {
  ...richReport, asOf: null, period: { label: 'all', start: null, end: null, complete: true }, previous: null, inputs: [], excluded: {}, warnings: [], kpis: [], breakdowns: [{ by: 'channel', groups: [], suppressed: { groups: 3, n: 7 } }],
};
