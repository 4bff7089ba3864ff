import { describe, expect, it } from 'vitest';
import { findFormat } from '../../src/formats/index.ts';
import type { RenderOptions } from '../../src/formats/format.ts';
import { needWords, tableOf } from '../../src/formats/need-words.ts';
import { daysText } from '../../src/formats/period-text.ts';
import { countText } from '../../src/formats/words.ts';
import { kpis } from '../../src/kpis/index.ts';
import type { Report } from '../../src/model/report.ts';
import { askedReport } from './asked-report.ts';
import { richReport } from './rich-report.ts';

const plain: RenderOptions = { width: 80, colorLevel: 0, unicode: true, compact: false, verbose: false };

function rendered(format: string, report: Report = askedReport, options: Partial<RenderOptions> = {}): string {
  return findFormat(format).render(report, { ...plain, ...options });
}

it.for([
  ['asked-80.txt', 'table', {}],
  ['asked-60.txt', 'table', { width: 60 }],
  ['asked-40.txt', 'table', { width: 40, unicode: false }],
  ['asked-verbose.txt', 'table', { verbose: true }],
  ['asked.md', 'markdown', {}],
] as const)('%s', async ([file, format, options]) => {
  await expect(rendered(format, askedReport, options)).toMatchFileSnapshot(`./screens/${file}`);
});

describe('a filter', () => {
  const says = 'only rows where channel = chat and not priority = "low"';

  it('stands below the title', () => {
    expect(rendered('table').split('\n')[1]).toBe(says);
    expect(rendered('markdown').split('\n')[2]).toBe(`**${says}**`);
  });

  it('goes with every number', () => {
    const csv = rendered('csv').trimEnd().split('\n');
    expect(csv[0]).toMatch(/,where$/);
    expect(csv.slice(1).every((line) => line.endsWith(',"channel = chat and not priority = ""low"""'))).toBe(true);
    const records = rendered('ndjson')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(new Set(records.map(({ filter }) => filter))).toEqual(new Set([askedReport.filter]));
    for (const line of rendered('prometheus').trimEnd().split('\n'))
      if (!line.startsWith('#')) expect(line).toContain('where="channel = chat');
    expect(JSON.parse(rendered('json'))).toMatchObject({ filter: askedReport.filter, every: 'week' });
    expect((JSON.parse(rendered('slack')) as { text: string }).text).toContain('only rows where channel = chat');
  });

  it('makes other documents of the same question', () => {
    const ids = (report: Report): unknown[] =>
      rendered('elastic', report)
        .split('\n')
        .filter((line) => line.startsWith('{"index"'));
    const { filter: _, ...unfiltered } = askedReport;
    expect(ids(askedReport).filter((id) => ids(unfiltered).includes(id))).toEqual([]);
  });

  it('says nothing where there is none', () => {
    for (const format of ['table', 'markdown', 'ndjson', 'prometheus'])
      expect(rendered(format, richReport)).not.toMatch(/only rows|"filter"|where=/);
  });
});

describe('groups', () => {
  it('say what --top cut off, what they are sorted by and what n they have', () => {
    for (const text of [rendered('table'), rendered('markdown')]) {
      expect(text).toMatch(/[aA]nd 3 more groups with 120 rows \(--top\)/);
      expect(text).toMatch(/[sS]orted by Customer satisfaction \(--sort value/);
    }
    expect(rendered('table')).toMatch(/^BY GROUP +rows +satisfaction$/m);
    expect(rendered('table')).toMatch(/^Billing +40 +90\.0%\*$/m);
    expect(rendered('markdown')).toMatch(/^\| group \| rows \|.*\n.*\n\| Billing \| 40 \|.*90\.0% \(n 12\) \|$/m);
  });

  it('are not mentioned where nobody asked and nothing is there', () => {
    expect(rendered('table')).not.toMatch(/BY CHANNEL|nothing to show/i);
    expect(rendered('markdown')).not.toMatch(/By channel|nothing to show/i);
    const asked: Report = { ...askedReport, breakdowns: [{ by: 'plan', groups: [], suppressed: { groups: 0, n: 0 } }] };
    expect(rendered('table', asked)).toContain('nothing to show by plan');
  });
});

describe('a series that was asked for', () => {
  it('is a table: newest last, sixteen at most, the parts of periods and signals marked', () => {
    const lines = rendered('table').split('\n');
    const first = lines.findIndex((line) => line.startsWith('WEEK FROM'));
    // 20 Mondays from 2024-12-09, the first four left out: 2025-01-06 comes first, 2025-04-21 last
    expect(lines[first + 2]).toMatch(/^2025-01-06 /);
    expect(lines[first + 17]).toMatch(/^2025-04-21 partial /);
    // the 13th of the series: 3600 + 60 · 12 seconds
    expect(lines.find((line) => line.startsWith('2025-03-03'))).toMatch(/ 1h12m! /);
    expect(lines[first + 18]).toBe('and 4 earlier periods; --format csv has all');
    expect(rendered('markdown')).toMatch(/\| 2025-03-03 \| 1 h 12 min \\! \|/);
    expect(rendered('markdown')).toContain('And 4 earlier periods; --format csv has all.');
  });

  it('is not there without --every', () => {
    const { every: _, ...report } = askedReport;
    expect(rendered('table', report)).not.toContain('WEEK FROM');
    expect(rendered('markdown', report)).not.toContain('week from');
  });

  it.for([
    ['day', '2025-01-06'],
    ['month', '2025-01'],
    ['quarter', '2025-Q1'],
  ] as const)('names a %s', ([every, label]) => {
    expect(rendered('table', { ...askedReport, every })).toMatch(new RegExp(`^${label} `, 'm'));
  });
});

describe('what was not computed', () => {
  it('is a line a missing thing, in words', () => {
    const text = rendered('table');
    expect(text).toMatch(/^ {2}needs a first response time or messages: Answered in time, Still unanswered$/m);
    expect(text).toMatch(/^ {2}no costs are configured: Cost per contact$/m);
    expect(text).toMatch(
      /^ {2}needs events \(what customers did\): 5 KPIs, such as Activation rate, Day 1\n {4}retention, Day 7 retention$/m,
    );
    expect(text).not.toMatch(/tickets\.firstResponseAt|events\.at/);
  });

  it('tells a condition that has nothing to hold on to from a column that is missing', () => {
    const [first] = askedReport.kpis;
    const kpis = [{ ...first!, title: 'Progress of objectives', value: null, reason: 'missing-column' as const, missing: ['channel'] }];
    expect(rendered('table', { ...askedReport, kpis })).toContain('  has no channel to choose rows by: Progress of objectives');
  });

  it('names every KPI and field with --verbose, and counts none away', () => {
    for (const format of ['table', 'markdown']) {
      const text = rendered(format, askedReport, { verbose: true }).replace(/\s+/g, ' ');
      for (const { title, value } of askedReport.kpis) if (value === null) expect(text).toContain(title);
      expect(text).toContain('tickets.firstResponseAt');
    }
  });

  it('has words for every field that a KPI can lack', () => {
    const fields = [...new Set(kpis.flatMap(({ needs }) => needs.flat()))];
    expect(fields.filter((field) => needWords([field]) === field || tableOf(field) === undefined)).toEqual([]);
  });
});

describe('columns not used', () => {
  it('are named, six a file, with the way to use one', () => {
    const text = rendered('table', askedReport, { width: 120 });
    expect(text).toContain('exports/tickets.csv: "Raised", "Done", "Kind", "Foo", "Bar", "Baz" and 2 more');
    expect(text).toContain('api.json: 2 members');
    expect(text).toContain('say which field it holds (happiness fields lists them): --map tickets.FIELD="COLUMN"');
  });

  it('offer no header for copying, which a shell could act on', () => {
    const [, hostile] = askedReport.inputs;
    const text = rendered('table', { ...askedReport, inputs: [hostile!] });
    expect(text).toContain('"; rm -rf ~ #');
    expect(text.split('--map').slice(1).join()).not.toContain('rm');
  });
});

describe('small words', () => {
  it.for([
    ['passives', '1', '1 passive'],
    ['daysSinceOldest', '1', '1 day since oldest'],
    ['responses', '1', '1 response'],
    ['solvedWithReply', '1', '1 solved with reply'],
    ['mrr', '1', '1 mrr'],
    ['days', '21', '21 days'],
    ['inDays', '1', '1 in day'],
  ] as const)('%s, %s: %s', ([name, count, text]) => {
    expect(countText(name, count)).toBe(text);
  });

  it('explains a sign only where it appears', () => {
    expect(rendered('table')).toContain('p90: nine of ten values are no higher');
    expect(rendered('table')).not.toMatch(/pp: |unclear|too few:/);
    expect(rendered('table', richReport)).toMatch(/pp: percentage points/);
    expect(rendered('table', richReport)).toMatch(/≈ unclear: /);
    const { kpis: some, ...rest } = askedReport;
    expect(rendered('table', { ...rest, kpis: some.filter(({ stats }) => stats === null) })).not.toContain('p90');
  });

  it('gives all of date-only data its last day: the end is its last time stamp', () => {
    const all = { label: 'all', start: '2025-01-02T00:00:00.000Z', end: '2025-01-31T00:00:00.000Z', complete: true };
    expect(daysText(all, 'UTC')).toBe('2025-01-02 to 2025-01-31');
    expect(daysText({ ...all, label: '2025-01-02..2025-01-30' }, 'UTC')).toBe('2025-01-02 to 2025-01-30');
    expect(daysText({ ...all, end: all.start }, 'UTC')).toBe('2025-01-02');
    // 00:00 UTC is still the evening before in New York
    expect(daysText(all, 'America/New_York')).toBe('2025-01-01 to 2025-01-30');
  });
});
