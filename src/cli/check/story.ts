import { table } from '../../formats/table.ts';
import type { Report } from '../../model/report.ts';
import type { Invocation } from '../commands/command-spec.ts';
import type { Target } from '../output/targets.ts';
import { colorLevel, showsUnicode } from '../terminal/color.ts';
import { terminalWidth } from '../terminal/layout.ts';

/** On standard output these tell all of it already. */
const TELLING = new Set(['table', 'json', 'markdown', 'github', 'slack', 'ndjson', 'elastic', 'csv']);

/** What was missed, on standard error, where it would otherwise stand in files only: a cron job mails it, a CI log shows it. */
export function writeStory({
  report,
  targets,
  invocation,
}: {
  readonly report: Report;
  readonly targets: readonly Target[];
  readonly invocation: Invocation;
}): void {
  const { io, talk, color } = invocation;
  const outcomes = new Set((report.checks ?? []).map(({ outcome }) => outcome));
  if (!outcomes.has('failed') && (talk.quiet || !outcomes.has('warned'))) return;
  if (targets.some(({ file, format }) => file === null && TELLING.has(format.id))) return;
  io.stderr.write(
    table.render(report, {
      width: terminalWidth(io.stderr),
      colorLevel: colorLevel({ choice: color, env: io.env, stream: io.stderr }),
      unicode: showsUnicode({ env: io.env, stream: io.stderr, platform: io.platform }),
      compact: false,
      verbose: false,
    }),
  );
}
