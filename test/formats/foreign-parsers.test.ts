import { Ajv, type AnySchema } from 'ajv';
import formats from 'ajv-formats';
import { toJsonSchema } from '@valibot/to-json-schema';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseJunit } from 'junit2json';
import { XmlDocument } from 'libxml2-wasm';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import parsePrometheus from 'parse-prometheus-text-format';
import { describe, expect, it } from 'vitest';
import { reportJsonSchema } from '../../src/cli/stored/report-json-schema.ts';
import { reportSchema } from '../../src/cli/stored/report-schema.ts';
import type { RenderOptions } from '../../src/formats/format.ts';
import { findFormat } from '../../src/formats/index.ts';
import type { Report } from '../../src/model/report.ts';
import { check, checkReport, hostileCheckReport, passedReport } from './check-reports.ts';
import { emptyReport, hostileReport, kpi, richReport } from './rich-report.ts';

// Each machine format is read by a program that is not ours.
const plain: RenderOptions = { width: 80, colorLevel: 0, unicode: true, compact: false, verbose: false };
const REPORTS = { richReport, hostileReport, emptyReport, checkReport, passedReport, hostileCheckReport } satisfies Record<string, Report>;
const CHECKED = { checkReport, passedReport, hostileCheckReport } satisfies Record<string, Report>;

function written(format: string, report: Report): string {
  return findFormat(format).render(report, plain);
}

describe('junit, read by libxml2 and junit2json', () => {
  it.for(Object.entries(CHECKED))('%s', async ([, report]) => {
    const text = written('junit', report);
    const document = XmlDocument.fromString(text);
    const found = document.find('//testcase').length;
    document.dispose();
    const checks = report.checks ?? [];
    expect(found).toBe(checks.length);
    const suites = (await parseJunit(text)) as {
      tests?: number;
      failures?: number;
      errors?: number;
      testsuite?: readonly { testcase?: readonly { name?: string; failure?: readonly object[]; error?: readonly object[] }[] }[];
    };
    const cases = suites.testsuite?.flatMap((suite) => suite.testcase ?? []) ?? [];
    const failures = cases.filter((one) => one.failure !== undefined).length;
    const errors = cases.filter((one) => one.error !== undefined).length;
    expect({ tests: suites.tests, failures: suites.failures, errors: suites.errors }).toEqual({ tests: cases.length, failures, errors });
    expect(failures + errors).toBe(checks.filter(({ outcome }) => outcome === 'failed').length);
  });

  it('says in the failure what was missed, by how much and where', () => {
    const document = XmlDocument.fromString(written('junit', checkReport));
    const failure = document.get('//testcase[@name="first-response-time.p90{channel=chat} <= 5m"]/failure');
    expect(failure?.content).toBe(
      'First response time: 7 min 12 s, limit <= 5 min, 2 min 12 s over\nn 212, 95% interval 6 min to 9 min\nhappiness.config.yaml:12:5',
    );
    expect(document.get('//testcase[@name="nps >= 40"]/error')).not.toBeNull();
    document.dispose();
  });
});

describe('prometheus, read by parse-prometheus-text-format', () => {
  const SAMPLE = /^[a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*\})? -?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

  it.for(Object.entries(REPORTS))('%s', ([, report]) => {
    const text = written('prometheus', report);
    const families = parsePrometheus(text);
    const samples = families.flatMap(({ metrics }) => metrics);
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(samples).toHaveLength(lines.length);
    for (const { name, type, help, metrics } of families) {
      expect(name).toMatch(/^happiness_[a-z0-9_]+$/);
      expect(type).toBe('GAUGE');
      expect(help).not.toBe('');
      // What node_exporter refuses: a sample twice, a time stamp, other label names within a family.
      expect(new Set(metrics.map(({ labels }) => JSON.stringify(labels))).size).toBe(metrics.length);
      expect(new Set(metrics.map(({ labels }) => Object.keys(labels ?? {}).join())).size).toBe(1);
      for (const { value, timestamp_ms } of metrics) {
        expect(Number.isFinite(Number(value))).toBe(true);
        expect(timestamp_ms).toBeUndefined();
      }
    }
    for (const line of lines) expect(line).toMatch(SAMPLE);
    // One family after the other, HELP and TYPE once and first.
    const names = [...text.matchAll(/^# TYPE (\S+) gauge$/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has base units in the names and values in them', () => {
    const text = written('prometheus', checkReport);
    expect(text).toContain('\nhappiness_first_response_time_seconds{aggregate="p90",clock="calendar",variant="",by="",group=""} 21000\n');
    expect(text).toContain('\nhappiness_csat_ratio{aggregate="rate",clock="",variant="",by="",group=""} 0.9\n');
    expect(text).toContain('\nhappiness_check_passed{check="csat >= 85%",kpi="csat",level="error"} 1\n');
    expect(text).not.toContain('happiness_handle_time');
  });
});

describe('json, held against the JSON Schema by ajv', () => {
  const ajv = formats.default(new Ajv({ allErrors: true }));
  const ours = ajv.compile(reportJsonSchema());
  // The schema as another program writes it down.
  const theirs = ajv.compile(toJsonSchema(reportSchema, { errorMode: 'ignore' }) as AnySchema);

  it.for(Object.entries(REPORTS))('%s', ([, report]) => {
    // The hand-made reports of these tests leave out what the engine always gives.
    const whole = {
      ...report,
      kpis: report.kpis.map(sectioned),
      breakdowns: report.breakdowns.map((one) => ({
        ...one,
        groups: one.groups.map((group) => ({ ...group, kpis: group.kpis.map(sectioned) })),
      })),
    };
    const value: unknown = JSON.parse(written('json', whole as Report));
    ours(value);
    expect(ours.errors ?? []).toEqual([]);
    expect(theirs(value)).toBe(true);
  });

  it('refuses what is no report', () => {
    for (const wrong of [
      {},
      { ...richReport, kpis: [{}] },
      { ...richReport, period: null },
      { ...checkReport, checks: [{ ...check({ name: 'x' }), state: 'great' }] },
    ]) {
      expect(ours(JSON.parse(JSON.stringify(wrong)))).toBe(false);
    }
  });

  function sectioned(one: Report['kpis'][number]): object {
    return { ...kpi(one), section: 'Speed' };
  }
});

describe('lines of JSON', () => {
  it.for(Object.entries(REPORTS))('%s', ([, report]) => {
    const ndjson = written('ndjson', report).split('\n');
    expect(ndjson.pop()).toBe('');
    for (const line of ndjson) expect(typeof (JSON.parse(line) as { type: unknown }).type).toBe('string');
    const bulk = written('elastic', report).split('\n');
    expect(bulk.pop()).toBe('');
    expect(bulk.length % 2).toBe(0);
    const ids = new Set<string>();
    for (let at = 0; at < bulk.length; at += 2) {
      const { index: action } = JSON.parse(bulk[at]!) as { index: { _index: string; _id: string } };
      const { _index: index, _id: id } = action;
      expect(Buffer.byteLength(id)).toBeLessThanOrEqual(512);
      expect(index).toBe('happiness');
      ids.add(id);
      expect(JSON.parse(bulk[at + 1]!)).toHaveProperty('@timestamp');
    }
    expect(ids.size).toBe(bulk.length / 2);
  });

  it('gives a number the same id when only its value has changed', () => {
    const ids = (report: Report): unknown[] =>
      written('elastic', report)
        .split('\n')
        .filter((line) => line.startsWith('{"index"'))
        .map((line) => JSON.parse(line) as unknown);
    const other: Report = {
      ...checkReport,
      asOf: '2025-05-01T00:00:00.000Z',
      kpis: checkReport.kpis.map((one) => ({ ...one, value: one.value === null ? null : one.value + 1, n: one.n + 1 })),
    };
    expect(ids(other)).toEqual(ids(checkReport));
  });
});

describe('csv, read by csv-parse', () => {
  it.for(Object.entries(REPORTS))('%s', ([, report]) => {
    const rows = parseCsv(written('csv', report), { columns: true });
    if (report.checks !== undefined) expect(rows).toHaveLength(report.checks.length);
  });
});

describe('markdown and the job summary, rendered by micromark', () => {
  it.for(Object.entries(REPORTS))('%s', ([, report]) => {
    for (const text of [written('markdown', report), findFormat('github').jobSummary!(report, 1_048_576)]) {
      const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
      expect(html).not.toMatch(/<(?:a|img|script|iframe|svg|object|input)\b/i);
      if ((report.checks ?? []).some(({ outcome }) => outcome !== 'passed')) expect(html).toContain('<table>');
      // A cell that the data broke out of would leave a row with another number of cells.
      for (const [table = ''] of html.matchAll(/<table>[\s\S]*?<\/table>/g)) {
        const cells = [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([row]) => row.split(/<t[hd]\b/).length);
        expect(new Set(cells).size).toBe(1);
      }
    }
  });

  it('keeps the job summary within its bytes and cuts between rows', () => {
    const many: Report = {
      ...checkReport,
      checks: Array.from({ length: 400 }, (_, at) =>
        check({ name: `csat >= 85% [größe ${at}]`, state: 'failed', outcome: 'failed', value: 0.5, missed: 0.85, excess: 0.35 }),
      ),
    };
    const { jobSummary } = findFormat('github');
    for (const room of [200, 1000, 5000, 20_000, 60_000]) {
      const text = jobSummary!(many, room);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
      expect(text).toContain('Cut here');
      for (const row of text.split('\n').filter((line) => line.startsWith('|'))) expect(row).toMatch(/\|$/);
    }
    expect(jobSummary!(many, 1_048_576)).not.toContain('Cut here');
    expect(jobSummary!(many, 10)).toBe('');
  });
});

describe('github', () => {
  it('shows ten annotations of a kind, and says in the tenth how many more there are', () => {
    const many: Report = {
      ...checkReport,
      checks: Array.from({ length: 17 }, (_, at) =>
        check({ name: `check ${at}`, state: 'failed', outcome: 'failed', value: 0.5, missed: 0.85, excess: 0.35 }),
      ),
    };
    const lines = written('github', many)
      .split('\n')
      .filter((line) => line.startsWith('::error'));
    expect(lines).toHaveLength(10);
    expect(lines[9]).toContain('(and 7 more');
    expect(lines[0]).toMatch(
      /^::error file=happiness\.config\.yaml,line=12,col=5,title=check 0::Customer satisfaction: 50\.0%25, limit >= 85%25, 35 pp under; n 136$/,
    );
  });
});

describe('gitlab', () => {
  it.for(Object.entries(CHECKED))('is a list of issues with what GitLab asks for: %s', ([, report]) => {
    const issues = JSON.parse(written('gitlab', report)) as readonly Record<string, unknown>[];
    const valid = new Ajv().compile({
      type: 'array',
      items: {
        type: 'object',
        required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
        properties: {
          description: { type: 'string', minLength: 1 },
          check_name: { type: 'string', minLength: 1 },
          fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: {
            type: 'object',
            required: ['path', 'lines'],
            properties: {
              path: { type: 'string' },
              lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
            },
          },
        },
      },
    });
    expect(valid(issues)).toBe(true);
    expect(new Set(issues.map((issue) => issue['fingerprint'])).size).toBe(issues.length);
  });

  it('knows an issue again by its check, not by its value', () => {
    const prints = (report: Report): unknown[] =>
      (JSON.parse(written('gitlab', report)) as readonly { fingerprint: string }[]).map(({ fingerprint }) => fingerprint).toSorted();
    const worse: Report = {
      ...checkReport,
      checks: checkReport.checks!.map((one) => ({ ...one, value: one.value === null ? null : one.value * 1.5 })),
    };
    expect(prints(worse)).toEqual(prints(checkReport));
  });
});

describe('slack', () => {
  it.for(Object.entries(REPORTS))('is a payload of a size that chats take: %s', ([, report]) => {
    const { text } = JSON.parse(written('slack', report)) as { text: string };
    expect(text.length).toBeLessThan(4000);
    // Only our own entities; no link, no mention of everybody.
    expect(text.replace(/&(?:amp|lt|gt);/g, '')).not.toMatch(/[<>&]/);
    expect((text.match(/^```$/gm) ?? []).length % 2).toBe(0);
  });
});
