import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import type { Report } from '../../../src/model/report.ts';
import { fakeIo } from '../../cli/fake-io.ts';

/** As `demo-oracle.py` beside this file computed them from the same files. */
const expected = JSON.parse(readFileSync(new URL('demo.expected.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, { readonly value: number; readonly n: number }>
>;
const demo = fileURLToPath(new URL('../../../fixtures/demo', import.meta.url));

let report: Report;
beforeAll(async () => {
  const io = fakeIo(['report', demo, '--kpi', Object.keys(expected).join(','), '--timezone', 'UTC', '--format', 'json', '--quiet'], {
    now: () => Date.parse('2026-01-08T09:00:00Z'),
  });
  const code = await run(io);
  if (code !== 0) throw new Error(`exit code ${code}: ${io.err()}`);
  report = JSON.parse(io.out()) as Report;
});

it.each(Object.entries(expected))('%s of the demonstration data is that of the oracle', (id, { value, n }) => {
  const found = report.kpis.find((kpi) => kpi.id === id);
  expect(found?.n).toBe(n);
  expect(found?.value).toBeCloseTo(value, 9);
});
