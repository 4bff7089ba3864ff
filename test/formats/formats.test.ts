import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFormat, formatOfPath, formats } from '../../src/formats/index.ts';
import type { Format, RenderOptions } from '../../src/formats/format.ts';
import { displayWidth } from '../../src/lib/text/width.ts';
import type { Report } from '../../src/model/report.ts';
import { UserError } from '../../src/model/user-error.ts';
import { checkReport, hostileCheckReport, passedReport } from './check-reports.ts';
import { emptyReport, group, HOSTILE, hostileReport, kpi, richReport } from './rich-report.ts';

const plain: RenderOptions = { width: 80, colorLevel: 0, unicode: true, compact: false, verbose: false };
const LIVE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;
/** What CI systems read as a command: at the start of a line once trimmed, or anywhere. */
/** The annotations that are ours to write: no line break, no raw percent sign, in properties no comma and colon of the data. */
const OUR_COMMANDS = /^::(?:error|warning) (?:file=[^,:]*,line=\d+,(?:col=\d+,)?)?title=[^,:]*::(?:[^%]|%25|%0A|%0D)*?$/gm;
const COMMAND = /^\s*::|##(?:\[|vso\[|teamcity\[)/m;

function format(id: string): Format {
  return findFormat(id);
}

describe.for(formats.map((one) => [one.id, one] as const))('%s', ([id, one]) => {
  const options: RenderOptions[] = [
    plain,
    { ...plain, compact: true },
    { ...plain, verbose: true },
    { ...plain, unicode: false, width: 40 },
    { ...plain, width: 120 },
  ];

  it('lets nothing of the data act on a terminal or a CI log', () => {
    for (const option of options) {
      for (const report of [hostileReport, hostileCheckReport]) {
        const text = one.render(report, option);
        expect(text).not.toMatch(LIVE);
        expect(text.replace(OUR_COMMANDS, '')).not.toMatch(COMMAND);
      }
    }
  });

  it('ends in one line break and gives the same bytes every time', () => {
    for (const report of [richReport, hostileReport, emptyReport, checkReport, passedReport, hostileCheckReport]) {
      const text = one.render(report, plain);
      expect(text).toMatch(/[^\n]\n$/);
      expect(one.render(report, plain)).toBe(text);
    }
  });

  it('writes no NaN, no Infinity, no undefined, no minus zero', () => {
    const odd = {
      value: NaN,
      n: 0,
      stats: { mean: NaN, median: -0, p90: Infinity, p95: 0, min: -0, max: 0 },
      interval: { level: 0.95, low: -Infinity, high: NaN, method: 'x' },
    };
    const report: Report = {
      ...richReport,
      kpis: (['seconds', 'ratio', 'count', 'per-day', 'score', 'money'] as const).flatMap((unit) => [
        kpi({ id: unit, title: unit, unit, ...odd }),
        kpi({ id: `${unit}-zero`, title: unit, unit, value: -0, n: 1 }),
      ]),
    };
    const text = one.render(report, { ...plain, verbose: true });
    expect(text).not.toMatch(/NaN|Infinity|undefined|-0(?:\.0+)?(?![\d.-])/);
  });

  it('says what it is and is found by its id and its extensions', () => {
    expect(one.title).toMatch(/^[A-Z].{10,}/);
    expect(findFormat(id)).toBe(one);
    for (const extension of one.extensions) expect(formatOfPath(`a.b/report.${extension.toUpperCase()}`)).toBe(one);
  });
});

describe('findFormat', () => {
  it('names the nearest format', () => {
    const error = (() => {
      try {
        return findFormat('markdwon');
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({
      code: 'unknown-format',
      message: 'unknown format "markdwon"',
      place: {
        hint: 'Did you mean markdown? Formats: table, json, markdown, csv, ndjson, slack, prometheus, elastic, junit, github, gitlab.',
      },
    });
  });
  it('knows no format for unknown or missing extensions', () => {
    for (const path of ['report', 'report.', 'a.md/report', 'report.docx', '']) expect(formatOfPath(path)).toBeUndefined();
  });
});

describe('json', () => {
  it('is the report itself, in the order of the contract', () => {
    const text = format('json').render(richReport, plain);
    const back = JSON.parse(text) as typeof richReport;
    expect(back).toEqual(JSON.parse(JSON.stringify(richReport)));
    expect(Object.keys(back)).toEqual([
      'schemaVersion',
      'generator',
      'command',
      'asOf',
      'timeZone',
      'period',
      'previous',
      'inputs',
      'excluded',
      'warnings',
      'kpis',
      'breakdowns',
    ]);
    expect(Object.keys(back.kpis[0] ?? {})).toEqual([
      'id',
      'title',
      'family',
      'definition',
      'unit',
      'better',
      'aggregate',
      'clock',
      'value',
      'n',
      'reason',
      'period',
      'variant',
      'missing',
      'counts',
      'stats',
      'interval',
      'parts',
      'distribution',
      'previous',
      'change',
      'series',
      'limits',
      'section',
    ]);
  });

  it('keeps hostile text exactly, as values and as keys', () => {
    const back = JSON.parse(format('json').render(hostileReport, plain)) as Report;
    expect(back.breakdowns[3]?.groups.map((one) => one.key)).toEqual(HOSTILE);
    expect(Object.keys(back.excluded)).toEqual(['__proto__', 'a|b\x1b']);
    expect(back.breakdowns[2]?.groups.some((one) => one.key === '__proto__')).toBe(true);
  });

  it('is one line when compact, and keeps what later versions add', () => {
    const later = { ...richReport, forecasts: [{ name: 'x' }], kpis: [{ ...richReport.kpis[0]!, withoutFake: { value: 1, n: 2 } }] };
    const text = format('json').render(later, { ...plain, compact: true });
    expect(text.split('\n')).toHaveLength(2);
    expect(JSON.parse(text)).toMatchObject({ forecasts: [{ name: 'x' }], kpis: [{ withoutFake: { value: 1, n: 2 } }] });
  });
});

describe('csv', () => {
  it('reads back as it was meant, with no cell that a spreadsheet would calculate', () => {
    const rows = parse<Record<string, string>>(format('csv').render(hostileReport, plain), { columns: true });
    for (const cell of rows.flatMap((row) => Object.values(row))) {
      if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell)) continue;
      expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/u);
    }
    expect(new Set(rows.map((row) => row['by']))).toContain('channel');
  });

  it('gives every number once, unrounded', () => {
    const rows = parse<Record<string, string>>(format('csv').render(richReport, plain), { columns: true });
    const row = (by: string, group: string, id: string, aggregate: string): Record<string, string>[] =>
      rows.filter(
        (one) =>
          one['by'] === by &&
          one['group'] === group &&
          one['kpi'] === id &&
          one['aggregate'] === aggregate &&
          one['period_label'] === '2025-Q1' &&
          one['clock'] !== 'business',
      );
    expect(row('', '', 'first-response-time', 'median')).toEqual([
      {
        period_label: '2025-Q1',
        period_start: '2025-01-01T00:00:00.000Z',
        period_end: '2025-04-01T00:00:00.000Z',
        by: '',
        group: '',
        kpi: 'first-response-time',
        aggregate: 'median',
        clock: 'calendar',
        unit: 'seconds',
        value: '4440',
        n: '970',
        low: '4000',
        high: '4900',
        previous: '5100',
        change: '-660',
        verdict: 'better',
        reason: '',
        where: '',
      },
    ]);
    expect(row('', '', 'first-response-time', 'p90')).toMatchObject([{ value: '21000', n: '970' }]);
    expect(row('', '', 'service-level', 'rate')).toMatchObject([{ value: '0.216494845' }]);
    expect(row('', '', 'handle-time', 'median')).toMatchObject([{ value: '', reason: 'missing-column' }]);
    expect(row('part', 'Billing', 'tickets-by-department', 'mix')).toMatchObject([{ value: '0.62', n: '620' }]);
    expect(row('channel', '(none)', 'service-level', 'rate')).toMatchObject([{ n: '19' }]);
    expect(rows.filter((one) => one['period_label'] === '2025-01-20')).toMatchObject([
      { value: '', period_end: '2025-01-27T00:00:00.000Z' },
      { value: '0.24' },
    ]);
  });
});

describe('markdown', () => {
  /** Rows of every table, cells split at pipes that no backslash escapes. */
  const tables = (text: string): string[][][] =>
    [...text.matchAll(/(?:^\|.*\|\n?)+/gm)].map(([block]) =>
      block
        .trim()
        .split('\n')
        .map((line) =>
          line
            .slice(1, -1)
            .split(/(?<!\\)(?:\\\\)*\|/)
            .map((cell) => cell.trim()),
        ),
    );

  it('has as many cells in every row as in the head', () => {
    for (const report of [richReport, hostileReport]) {
      const found = tables(format('markdown').render(report, plain));
      expect(found.length).toBeGreaterThan(3);
      for (const rows of found) expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    }
  });

  it('opens no HTML, link, image, mention or address outside code', () => {
    const text = format('markdown')
      .render(hostileReport, plain)
      .replace(/(?<![\\`])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\[|(?<!\\)!\[|@|www\.|:\/\/|(?<!\\)&/);
  });

  it('keeps to the sections, the reasons and the rows left out', () => {
    const text = format('markdown').render(richReport, plain);
    for (const words of [
      '### Speed',
      '### Customers',
      '### By channel',
      'needs handling times: Handle time',
      '8 excluded: merged',
      '2 small groups with 3 rows in all not shown',
    ])
      expect(text).toContain(words);
  });
});

describe('table', () => {
  it('keeps every line within the screen, from 40 to 140 columns', () => {
    for (const report of [richReport, hostileReport, emptyReport]) {
      // Every width for the rich report; some for the hostile one, which is eighty pages long.
      for (let width = 40; width <= 140; width += report === hostileReport ? 9 : 1) {
        for (const option of [plain, { ...plain, unicode: false, verbose: true, dist: true }].slice(0, width % 9 === 0 ? 2 : 1)) {
          const widest = Math.max(
            ...format('table')
              .render(report, { ...option, width })
              .split('\n')
              .map(displayWidth),
          );
          expect(widest).toBeLessThanOrEqual(Math.min(width, 120));
        }
      }
    }
  }, 60_000);

  it('uses all of 80 columns', () => {
    expect(Math.max(...format('table').render(richReport, plain).split('\n').map(displayWidth))).toBe(80);
  });

  it('says the same with and without colour', () => {
    for (const colorLevel of [1, 2, 3] as const) {
      const coloured = format('table').render(richReport, { ...plain, colorLevel });
      expect(coloured).toContain('\x1b[32m');
      expect(coloured.replace(/\x1b\[[\d;]*m/g, '').replace(/ +$/gm, '')).toBe(
        format('table').render(richReport, plain).replace(/ +$/gm, ''),
      );
    }
    expect(format('table').render(richReport, { ...plain, colorLevel: 3 })).not.toMatch(/\x1b\[31m/);
  });

  it('is pure ASCII where the terminal has no more, but for text of the data', () => {
    const report: Report = { ...richReport, kpis: richReport.kpis.filter((one) => one.id !== 'tickets-by-department') };
    expect(format('table').render(report, { ...plain, unicode: false })).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('never shows a KPI without value as a number', () => {
    const text = format('table').render(
      { ...richReport, kpis: [kpi({ id: 'a', title: 'Alpha rate', unit: 'ratio', reason: 'no-data' })], breakdowns: [] },
      plain,
    );
    expect(text).toContain('No KPI can be computed');
    expect(
      text
        .split('\n')
        .find((line) => line.includes('Alpha rate'))
        ?.trim(),
    ).toBe('no data in the period: Alpha rate');
  });

  it('gives the values of parts the room that they need', () => {
    const long = kpi({
      id: 'a',
      title: 'Answer',
      unit: 'seconds',
      aggregate: 'mean',
      value: 60,
      n: 9,
      parts: [{ key: 'chat', value: 3 * 86_400 + 23 * 3600, n: 123_456 }],
    });
    expect(format('table').render({ ...richReport, kpis: [long], breakdowns: [] }, plain)).toMatch(/chat .* 3 d 23 h {2}123,456/);
  });

  it('shows the shape behind a percentile when asked', () => {
    const text = format('table').render(richReport, { ...plain, dist: true });
    expect(text).toMatch(/up to 15 min +21\.6% +210 {2}█/);
    expect(text).toMatch(/over 15 min +78\.4% +760 {2}█/);
    expect(format('table').render(richReport, plain)).not.toContain('up to 15 min');
  });

  it('explains the trend once', () => {
    expect(
      format('table')
        .render(richReport, plain)
        .match(/trend: .*/g),
    ).toEqual(['trend: weeks from 2025-01-06, the last not over; gaps have no value']);
  });

  it('gives the interval of a whole count in whole numbers', () => {
    const backlog = kpi({
      id: 'b',
      title: 'Backlog',
      value: 28,
      n: 28,
      interval: { level: 0.95, low: 18.61, high: 40.47, method: 'poisson' },
    });
    const report: Report = { ...richReport, kpis: [backlog], breakdowns: [] };
    expect(format('table').render(report, plain)).toContain('19 to 40');
    expect(format('markdown').render(report, plain)).toContain('| 19 to 40 |');
  });

  it('caps the groups and says how many more there are', () => {
    const many: Report = {
      ...richReport,
      breakdowns: [{ by: 'tag', groups: Array.from({ length: 250 }, (_, at) => group(`tag ${at}`, 0.5)), suppressed: { groups: 0, n: 0 } }],
    };
    expect(format('table').render(many, plain)).toContain('and 230 more groups');
    expect(format('markdown').render(many, plain)).toContain('And 230 more groups');
  });

  it('survives any text as a group', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 120 }),
        (keys, width) => {
          const report: Report = {
            ...richReport,
            breakdowns: [{ by: 'tag', groups: keys.map((key) => group(key, 1)), suppressed: { groups: 0, n: 0 } }],
          };
          const text = format('table').render(report, { ...plain, width });
          expect(text).not.toMatch(LIVE);
          expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 60 },
    );
  });
});
