import { unaskedColumns } from '../../analyze/unasked-columns.ts';
import { linkSupport } from '../../analyze/link/link.ts';
import { formatOfPath } from '../../formats/index.ts';
import { sum } from '../../lib/stats/sum.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import { sizeOf } from '../../read/index.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { Crew } from '../crew/crew.ts';
import { StrictFailure } from '../errors/strict-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { printedConfig, readConfig } from '../options/config-options.ts';
import { planObjectives } from '../objectives/plan-objectives.ts';
import { readObjectives } from '../objectives/read-objectives.ts';
import { parseDataOptions } from '../options/data-options.ts';
import { parseFollowUp } from '../options/link-options.ts';
import { parseOutputOptions } from '../options/output-options.ts';
import { parseScopeOptions } from '../options/scope-options.ts';
import { parseTimeOptions } from '../options/time-options.ts';
import { planTargets, refuseToOverwrite } from '../output/targets.ts';
import { writeReport } from '../output/write-report.ts';
import { unusedMappings } from './own-layouts.ts';
import { describeInput, refuseNothing } from './input-notes.ts';
import { toQuestion } from './question.ts';
import { findSources, readSources } from './sources.ts';

/** Everything that can be wrong without the data is found before the data is read. */
export async function runReport(invocation: Invocation): Promise<number> {
  const { io, operands, talk } = invocation;
  const { config, options } = await readConfig(invocation);
  if (config.path !== null) talk.detail(forTerminal(`config: ${config.file}`));
  const time = parseTimeOptions(options, io.now());
  const data = parseDataOptions(options);
  const output = parseOutputOptions(options);
  const question = toQuestion(time, parseScopeOptions(options), config);
  const followUpDays = parseFollowUp(options);
  const objectives = planObjectives(config.settings.objectives, config.privacy);
  if (await printedConfig(invocation, config)) return EXIT.ok;
  const sources = await findSources({ operands, data, cwd: io.cwd, config, talk });
  const targets = await planTargets({ ...output, formatOfPath, cwd: io.cwd, period: question.period });
  await refuseToOverwrite(targets, [...sources.map(({ file }) => file.location), ...(config.path === null ? [] : [config.path])]);

  const crew = new Crew(io, sum(sources.map(({ file }) => sizeOf(file.location))));
  const begun = io.now();
  const unasked = followUpDays === null ? unaskedColumns(question) : undefined;
  const { readElsewhere, readRecordsElsewhere } = crew;
  const normalized = await readSources({ sources, data, time, invocation, config, unasked, readElsewhere, readRecordsElsewhere });
  const read = io.now();
  refuseNothing(normalized.inputs);
  if (talk.verbose) for (const input of normalized.inputs) talk.detail(describeInput(input));
  for (const note of [...config.notes, ...unusedMappings(config.mappings, normalized.inputs)]) talk.say(forTerminal(note));
  const analyzed = await crew.analyze(normalized, { ...question, objectives: readObjectives(objectives, normalized, question) });
  crew.end();
  const report = followUpDays === null ? analyzed : { ...analyzed, link: linkSupport(normalized, question, followUpDays) };
  talk.detail(`read in ${seconds(read - begun)}, analyzed in ${seconds(io.now() - read)}`);
  await writeReport({ report, targets, compact: output.compact, dist: output.dist, invocation });

  if (output.strict && report.warnings.length > 0) throw new StrictFailure(report.warnings.length);
  return EXIT.ok;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
