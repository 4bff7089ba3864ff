import { describe, expect, it } from 'vitest';
import { formats } from '../../../src/formats/index.ts';
import { refuseForeign } from '../../../src/cli/output/foreign-files.ts';

describe('files of other programs', () => {
  it.for([
    ['out.xlsx', 'write CSV, which spreadsheets open: -o out.csv'],
    ['a.b/week.12.PDF', 'write Markdown, which other programs turn into it: -o week.12.md (pandoc week.12.md -o week.12.pdf)'],
    ['x.docx', '-o x.md'],
    ['x.html', '-o x.md'],
    ['x.parquet', '-o x.json, -o x.csv'],
    ['x.json.gz', 'gzip > x.json.gz'],
  ] as const)('%s', ([path, hint]) => {
    const refusal = (): void => refuseForeign(path);
    expect(refusal).toThrow(expect.objectContaining({ code: 'foreign-output', place: { hint: expect.stringContaining(hint) as string } }));
  });

  it('are none of ours, nor files whose extension says nothing', () => {
    for (const name of [
      'report',
      'report.',
      'report.log',
      '.xlsx/report',
      'a.pdf/report.out',
      '-',
      '/dev/stderr',
      ...formats.flatMap(({ extensions }) => extensions.map((extension) => `r.${extension}`)),
    ])
      expect(() => refuseForeign(name)).not.toThrow();
  });
});
