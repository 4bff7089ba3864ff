import { describe, expect, it } from 'vitest';
import { fillName } from '../../../src/cli/output/file-name.ts';
import { formatOfPath } from '../../../src/formats/index.ts';

describe('names of outputs', () => {
  it.for([
    ['reports/{period}.md', '2025-W10', 'reports/2025-W10.md'],
    ['{period}-{period}.md', '2025-01-01..2025-03-31', '2025-01-01..2025-03-31-2025-01-01..2025-03-31.md'],
    ['{period}.md', 'a/b\\c d', 'a-b-c-d.md'],
    ['plain.md', '2025', 'plain.md'],
    ['{1}.md', '2025', '{1}.md'],
  ] as const)('%s', ([template, label, name]) => {
    expect(fillName(template, { label })).toBe(name);
  });

  it('say all for all data, and refuse other placeholders', () => {
    expect(fillName('{period}.md', null)).toBe('all.md');
    expect(() => fillName('{date}.md', null)).toThrow('there is no placeholder {date}');
  });

  it.for([
    ['a.json', 'json'],
    ['a.gitlab.json', 'gitlab'],
    ['gl-code-quality.gitlab.json', 'gitlab'],
    ['a.slack.json', 'slack'],
    ['a.elastic.ndjson', 'elastic'],
    ['a.ndjson', 'ndjson'],
    ['checks.xml', 'junit'],
    ['HAPPINESS.PROM', 'prometheus'],
  ] as const)('%s chooses %s', ([path, id]) => {
    expect(formatOfPath(path)?.id).toBe(id);
  });
});
