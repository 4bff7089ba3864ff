import { analyze } from '../../src/analyze/analyze.ts';
import type { Report } from '../../src/model/report.ts';
import { kpis } from '../../src/kpis/index.ts';
import { noSettings } from '../../src/model/settings.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';
import { fixturePath } from './fixture-path.ts';

/** Reads fixtures the way the program does and reports every KPI over all of them. */
export async function reportOnFiles(
  paths: readonly string[],
  { timeZone, by = [] }: { readonly timeZone?: string | undefined; readonly by?: readonly string[] },
): Promise<Report> {
  const inputs = await Promise.all(
    paths.map(async (path) => ({ input: await openInput({ path, location: fixturePath(path) }, { headerScore: headerScore(presets) }) })),
  );
  const evidence = await normalize(inputs, { presets, timeZone, wallClock: Date.UTC(2026, 0, 1) });
  return analyze(evidence, {
    period: null,
    previous: null,
    every: null,
    by,
    where: null,
    kpis: kpis.map((kpi) => ({ kpi, options: {} })),
    minSegment: 1,
    sort: 'n',
    top: null,
    timeZone: 'UTC',
    weekStart: 'mon',
    asOfGiven: false,
    settings: noSettings,
    generator: { name: 'happiness', version: 'test' },
  });
}
