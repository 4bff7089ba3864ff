import { INSPECT_FORMATS, renderInspection } from '../../formats/inspect/index.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { StrictFailure } from '../errors/strict-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { choose } from '../options/choose.ts';
import { printedConfig, readConfig } from '../options/config-options.ts';
import { parseDataOptions } from '../options/data-options.ts';
import { flagOption, textOption } from '../options/raw-options.ts';
import { parseTimeOptions } from '../options/time-options.ts';
import { findSources } from '../report/sources.ts';
import { colorLevel, showsUnicode } from '../terminal/color.ts';
import { terminalWidth } from '../terminal/layout.ts';
import { writeOut } from '../terminal/write-out.ts';
import { inspectFiles } from './inspect-files.ts';

/** Shows every file, also those that cannot be read as anything; one of them is exit code 2, as it would be for a report. */
export async function runInspect(invocation: Invocation): Promise<number> {
  const { io, operands, talk, color } = invocation;
  const { config, options } = await readConfig(invocation);
  if (config.path !== null) talk.detail(forTerminal(`config: ${config.file}`));
  const format = choose('format', textOption(options, 'format') ?? 'table', INSPECT_FORMATS);
  const time = parseTimeOptions(options, io.now());
  const data = parseDataOptions(options);
  if (await printedConfig(invocation, config)) return EXIT.ok;
  const sources = await findSources({ operands, data, cwd: io.cwd, config, talk, command: 'inspect' });
  const inspection = await inspectFiles({ sources, data, time, invocation, config, showValues: flagOption(options, 'showValues') });
  const { stdout, env, platform } = io;
  await writeOut(
    stdout,
    renderInspection(inspection, format, {
      width: terminalWidth(stdout),
      colorLevel: colorLevel({ choice: color, env, stream: stdout }),
      unicode: showsUnicode({ env, stream: stdout, platform }),
      compact: flagOption(options, 'compact'),
      verbose: talk.verbose,
    }),
  );
  const refused = inspection.files.filter(({ error }) => error !== null).length;
  const warnings = inspection.files.reduce((sum, file) => sum + file.warnings.length, 0);
  if (refused > 0) return EXIT.couldNotAnswer;
  if (flagOption(options, 'strict') && warnings > 0) throw new StrictFailure(warnings);
  return EXIT.ok;
}
