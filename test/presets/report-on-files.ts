import { Readable } from 'node:stream';
import { analyze } from '../../src/analyze/analyze.ts';
import type { KpiResult, Report } from '../../src/model/report.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import type { Normalized } from '../../src/normalize/options.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/index.ts';
import type { OpenedInput } from '../../src/read/reading.ts';
import { PLAIN_QUESTION } from '../support/ask.ts';
import { fixturePath } from './fixture-path.ts';

export interface How {
  readonly timeZone?: string | undefined;
  readonly by?: readonly string[];
}

/** Reads fixtures the way the program does and reports every KPI over all of them. */
export async function reportOnFiles(paths: readonly string[], how: How = {}): Promise<Report> {
  const options = { headerScore: headerScore(presets) };
  return reportOn(await Promise.all(paths.map((path) => openInput({ path, location: fixturePath(path) }, options))), how);
}

/** The same for exports that stand in the test. */
export async function reportOnText(text: string, how: How = {}): Promise<Report> {
  return reportOn([await opened(text)], how);
}

export async function normalizedText(text: string): Promise<Normalized> {
  return normalize([{ input: await opened(text) }], { presets, wallClock: WALL_CLOCK });
}

/** The first result of a KPI that has a value, else the first. */
export function kpiOf(report: Report, id: string): KpiResult | undefined {
  const found = report.kpis.filter((kpi) => kpi.id === id);
  return found.find((kpi) => kpi.value !== null) ?? found[0];
}

const WALL_CLOCK = Date.UTC(2026, 0, 1);

function opened(text: string): Promise<OpenedInput> {
  return openInput({ path: '-', location: '-' }, { headerScore: headerScore(presets), stdin: Readable.from([Buffer.from(text)]) });
}

async function reportOn(inputs: readonly OpenedInput[], { timeZone, by = [] }: How): Promise<Report> {
  const evidence = await normalize(
    inputs.map((input) => ({ input })),
    { presets, timeZone, wallClock: WALL_CLOCK },
  );
  return analyze(evidence, { ...PLAIN_QUESTION, by });
}
