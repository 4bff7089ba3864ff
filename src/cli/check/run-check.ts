import { resolve } from 'node:path';
import { judgeAge } from '../../checks/export-age.ts';
import { judgeObjective } from '../../checks/judge-objective.ts';
import { judge } from '../../checks/judge.ts';
import type { Question } from '../../analyze/question.ts';
import { formatOfPath } from '../../formats/index.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import { formatSeconds } from '../../lib/time/format-duration.ts';
import type { CheckPlace, CheckResult } from '../../model/check.ts';
import type { Report } from '../../model/report.ts';
import { UserError } from '../../model/user-error.ts';
import type { Normalized } from '../../normalize/options.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { StrictFailure } from '../errors/strict-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { planObjectives } from '../objectives/plan-objectives.ts';
import { readObjectives } from '../objectives/read-objectives.ts';
import { printedConfig, readConfig } from '../options/config-options.ts';
import { parseDataOptions } from '../options/data-options.ts';
import { parseOutputOptions } from '../options/output-options.ts';
import { textOption } from '../options/raw-options.ts';
import { parseScopeOptions } from '../options/scope-options.ts';
import { parseTimeOptions } from '../options/time-options.ts';
import { planTargets, refuseToOverwrite } from '../output/targets.ts';
import { writeReport } from '../output/write-report.ts';
import { describeInput, refuseNothing } from '../report/input-notes.ts';
import { toQuestion } from '../report/question.ts';
import { unusedMappings } from '../report/own-layouts.ts';
import { findSources, readSources } from '../report/sources.ts';
import { readReport } from '../stored/read-report.ts';
import { baselineOf, type Baseline } from './baseline.ts';
import { parseCheckOptions, type CheckOptions } from './check-options.ts';
import { newestRow } from './newest-row.ts';
import { planRule, ruleSources, type PlannedRule } from './plan-rules.ts';
import { readValues } from './read-values.ts';
import { writeStory } from './story.ts';
import { writeSuggestions } from './suggestions.ts';

/** Everything that can be wrong without the data, rules first of all, is found before the data is read. */
export async function runCheck(invocation: Invocation): Promise<number> {
  const { io, operands, talk } = invocation;
  const { config, options } = await readConfig(invocation);
  if (config.path !== null) talk.detail(forTerminal(`config: ${config.file}`));
  const time = parseTimeOptions(options, io.now());
  const data = parseDataOptions(options);
  const check = parseCheckOptions(options);
  const output = parseOutputOptions(options);
  const question = toQuestion(time, parseScopeOptions({ ...options, by: textOption(options, 'by') ?? 'none' }), config);
  const planned = check.suggest ? [] : ruleSources(config.checks, check.rules).map((source) => planRule(source, config.privacy));
  const baseline = check.baseline === undefined ? null : baselineOf(await readReport(check.baseline, io), check.baseline);
  const objectives = check.suggest ? [] : planObjectives(config.settings.objectives, config.privacy);
  if (await printedConfig(invocation, config)) return EXIT.ok;
  if (!check.suggest) refuseEmpty(planned, { asked: check.maxAge !== null || objectives.length > 0, question, baseline });
  const sources = await findSources({ operands, data, cwd: io.cwd, config, talk });
  const onScreenOnly = talk.quiet && output.outputs.length === 0 && textOption(options, 'format') === undefined;
  const targets = onScreenOnly
    ? []
    : await planTargets({ ...output, formatOfPath, cwd: io.cwd, period: question.period, command: 'check' });
  await refuseToOverwrite(targets, [
    ...sources.map(({ file }) => file.location),
    ...(config.path === null ? [] : [config.path]),
    ...(check.baseline === undefined ? [] : [resolve(io.cwd, check.baseline)]),
  ]);

  const evidence = await readSources({ sources, data, time, invocation, config });
  refuseNothing(evidence.inputs);
  if (talk.verbose) for (const input of evidence.inputs) talk.detail(describeInput(input));
  for (const note of [...config.notes, ...unusedMappings(config.mappings, evidence.inputs)]) talk.say(forTerminal(note));
  if (check.suggest) return await writeSuggestions({ evidence, question, invocation });

  const asOf = time.asOf ?? io.now();
  const followed = readObjectives(objectives, evidence, question);
  const ofObjectives = followed.map((one, at) => judgeObjective(one, placeOf(config.originOf(['objectives', at]))));
  const report = verdicts({ planned, evidence, question, baseline, check, asOf, ofObjectives });
  await writeReport({ report, targets, compact: output.compact, invocation });
  writeStory({ report, targets, invocation });
  if (output.strict && report.warnings.length > 0) throw new StrictFailure(report.warnings.length);
  return report.passed === true || check.exitZero ? EXIT.ok : EXIT.checkFailed;
}

interface VerdictOptions {
  readonly planned: readonly PlannedRule[];
  readonly evidence: Normalized;
  readonly question: Question;
  readonly baseline: Baseline | null;
  readonly check: CheckOptions;
  /** Epoch ms, from which the export's age counts. */
  readonly asOf: number;
  readonly ofObjectives: readonly CheckResult[];
}

function verdicts({ planned, evidence, question, baseline, check: { maxAge }, asOf, ofObjectives }: VerdictOptions): Report {
  const { report, readings } = readValues({ planned, evidence, question, baseline });
  const age = maxAge === null ? null : judgeAge({ newest: newestRow(evidence), asOf, maxAge });
  const checks: readonly CheckResult[] = [
    ...(age === null ? [] : [age]),
    ...readings.flatMap((one) => one.readings.map((reading) => judge(one.planned.rule, reading))),
    ...ofObjectives,
  ];
  const stale =
    age?.state === 'failed'
      ? [{ code: 'stale-export', message: `The newest row is ${formatSeconds(age.value ?? 0)} old.`, count: 1 } as const]
      : [];
  return {
    ...report,
    command: 'check',
    warnings: [...report.warnings, ...stale],
    checks,
    passed: checks.every(({ outcome }) => outcome !== 'failed'),
  };
}

/** `happiness.config.yaml:12`. */
function placeOf(origin: string): CheckPlace | null {
  const [, file, line] = /^(.+):(\d+)$/.exec(origin) ?? [];
  return file === undefined ? null : { file, line: Number(line), column: null };
}

/** `asked`: something else than rules is to be judged. */
function refuseEmpty(
  planned: readonly PlannedRule[],
  { asked, question, baseline }: { readonly asked: boolean; readonly question: Question; readonly baseline: Baseline | null },
): void {
  if (planned.length === 0 && !asked) {
    throw new UserError('no-checks', 'there is nothing to check: neither the config nor --rule has a rule', {
      hint: 'for example: happiness check tickets.csv --rule "first-response-time.p90 <= 4h"\nproposals from the data: happiness check tickets.csv --suggest',
    });
  }
  const moving = planned.find(({ rule }) => rule.movement !== null);
  if (moving === undefined || question.previous !== null || baseline !== null) return;
  const { place } = moving.rule.source;
  throw new UserError('nothing-to-compare', `${moving.rule.name}: there is nothing to compare with`, {
    file: place?.file,
    line: place?.line ?? undefined,
    column: place?.column ?? undefined,
    hint: 'choose a --period, or an earlier report with --baseline report.json',
  });
}
