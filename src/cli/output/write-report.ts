import type { Format, RenderOptions } from '../../formats/format.ts';
import { TABLE_KINDS } from '../../model/kinds.ts';
import type { Report } from '../../model/report.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { colorLevel, showsUnicode } from '../terminal/color.ts';
import { terminalWidth } from '../terminal/layout.ts';
import { writeOut } from '../terminal/write-out.ts';
import type { Target } from './targets.ts';
import { append, sizeOf, writeWhole } from './write-file.ts';

/** A file is read anywhere: no colours, and the width of the narrowest terminal. */
const FILE_WIDTH = 80;

/** Files first: whoever closes the pipe early still has them. */
export async function writeReport({ report, targets, compact, dist = false, invocation }: WriteOptions): Promise<void> {
  const { io, talk, color } = invocation;
  const shared = { compact, verbose: talk.verbose, dist };
  const inFile: RenderOptions = { ...shared, width: FILE_WIDTH, colorLevel: 0, unicode: true };
  for (const { file, format } of targets) {
    if (file === null) continue;
    await writeWhole(file, format.render(report, inFile));
    talk.say(`wrote ${forTerminal(file.path)} (${format.id}: ${contents(report)})`);
  }
  for (const { file, format } of targets) {
    if (file !== null) continue;
    const onScreen: RenderOptions = {
      ...shared,
      width: terminalWidth(io.stdout),
      colorLevel: colorLevel({ choice: color, env: io.env, stream: io.stdout }),
      unicode: showsUnicode({ env: io.env, stream: io.stdout, platform: io.platform }),
    };
    await writeOut(io.stdout, format.render(report, onScreen));
    await addJobSummary(report, format, invocation);
  }
}

/** GitHub refuses the summary of a step that is larger. */
const MOST_SUMMARY_BYTES = 1_048_576;

/** A format for a CI job also fills the job's summary page, where the runner names the file for it. */
async function addJobSummary(report: Report, format: Format, { io, talk }: Invocation): Promise<void> {
  const location = io.env['GITHUB_STEP_SUMMARY'];
  if (format.jobSummary === undefined || location === undefined || location === '') return;
  const file = { path: 'GITHUB_STEP_SUMMARY', location };
  const summary = format.jobSummary(report, MOST_SUMMARY_BYTES - (await sizeOf(file)));
  if (summary === '') talk.say('the job summary is full: nothing added');
  else await append(file, summary);
}

interface WriteOptions {
  readonly report: Report;
  readonly targets: readonly Target[];
  readonly compact: boolean;
  readonly dist?: boolean;
  readonly invocation: Invocation;
}

/** `31 KPIs, 1,204 tickets, 2026-W46`. */
function contents({ kpis, inputs, period, checks }: Report): string {
  const ids = new Set(kpis.filter(({ value, parts }) => value !== null || (parts?.length ?? 0) > 0).map(({ id }) => id));
  const rows = TABLE_KINDS.map((kind) => {
    const used = inputs.filter((input) => input.kind === kind).reduce((sum, input) => sum + input.used, 0);
    return used === 0 ? '' : counted(used, kind);
  });
  return [checks === undefined ? counted(ids.size, 'KPIs') : counted(checks.length, 'checks'), ...rows, period.label]
    .filter((part) => part !== '')
    .join(', ');
}

/** `1 ticket`, `1,204 tickets`. */
function counted(count: number, things: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? things.replace(/s$/, '') : things}`;
}
