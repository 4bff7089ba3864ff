import { analyzeSegments, type SegmentQuestion } from '../../analyze/segment.ts';
import { formatOfPath } from '../../formats/index.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import { suggest } from '../../lib/text/suggest.ts';
import { VECTORS } from '../../model/customer-facts.ts';
import type { Report } from '../../model/report.ts';
import type { Settings } from '../../model/settings.ts';
import { UserError } from '../../model/user-error.ts';
import { readKeyFile } from '../../read/key-file.ts';
import { parseSegments } from '../../segments/vectors/own-segments.ts';
import { vectorRules } from '../../segments/vectors/rules.ts';
import type { Invocation, RawOptions } from '../commands/command-spec.ts';
import { StrictFailure } from '../errors/strict-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { printedConfig, readConfig } from '../options/config-options.ts';
import { parseDataOptions } from '../options/data-options.ts';
import { parseOutputOptions } from '../options/output-options.ts';
import { flagOption, textOption } from '../options/raw-options.ts';
import { parseScopeOptions } from '../options/scope-options.ts';
import { parseTimeOptions } from '../options/time-options.ts';
import { planTargets, refuseToOverwrite } from '../output/targets.ts';
import { writeReport } from '../output/write-report.ts';
import { describeInput, refuseNothing } from '../report/input-notes.ts';
import { toQuestion } from '../report/question.ts';
import { findSources, readSources } from '../report/sources.ts';
import { pseudonymWith } from './pseudonym.ts';

/** Everything that can be wrong without the data, rules first of all, is found before the data is read. */
export async function runSegment(invocation: Invocation): Promise<number> {
  const { io, operands, talk } = invocation;
  const { config, options } = await readConfig(invocation);
  if (config.path !== null) talk.detail(forTerminal(`config: ${config.file}`));
  const time = parseTimeOptions(options, io.now());
  const data = parseDataOptions(options);
  const output = parseOutputOptions(options);
  const question = { ...toQuestion(time, parseScopeOptions({ ...options, by: 'none' }), config), previous: null };
  vectorRules(config.settings.vectors);
  if (await printedConfig(invocation, config)) return EXIT.ok;
  const asked = await segmentQuestion(options, config.settings, io.cwd);
  const sources = await findSources({ operands, data, cwd: io.cwd, config, talk });
  const targets = await planTargets({ ...output, formatOfPath, cwd: io.cwd, period: question.period, command: 'segment' });
  await refuseToOverwrite(targets, [...sources.map(({ file }) => file.location), ...(config.path === null ? [] : [config.path])]);

  const evidence = await readSources({ sources, data, time, invocation, config });
  refuseNothing(evidence.inputs);
  if (talk.verbose) for (const input of evidence.inputs) talk.detail(describeInput(input));
  const report = analyzeSegments(evidence, question, { ...asked, top: question.top });
  refuseNobody(report);
  await writeReport({ report, targets, compact: output.compact, invocation });
  const { listed } = report.segmentation ?? {};
  if (listed && listed.hidden > 0)
    talk.say(
      `${listed.hidden.toLocaleString('en-US')} of ${forTerminal(listed.key)} are known by their e-mail address only and left out: --emails lists them by it`,
    );
  if (output.strict && report.warnings.length > 0) throw new StrictFailure(report.warnings.length);
  return EXIT.ok;
}

async function segmentQuestion(options: RawOptions, { segments }: Settings, cwd: string): Promise<Omit<SegmentQuestion, 'top'>> {
  const keys = [...VECTORS, ...parseSegments(segments).map(({ name }) => name)];
  const list = textOption(options, 'list') ?? null;
  if (list !== null && !keys.some((key) => key.toLowerCase() === list.toLowerCase())) {
    const meant = suggest(list, keys);
    throw new UserError('unknown-segment', `there is no segment ${JSON.stringify(list)}`, {
      hint: `${meant === undefined ? '' : `did you mean ${meant}?   `}there are ${keys.join(', ')}; the config can add others (segments)`,
    });
  }
  const keyFile = textOption(options, 'pseudonymize');
  return {
    list,
    emails: flagOption(options, 'emails'),
    pseudonym: keyFile === undefined ? null : pseudonymWith(await readKeyFile(keyFile, cwd)),
  };
}

/** Rows without a customer among them are the wrong export. */
function refuseNobody({ segmentation, inputs }: Report): void {
  if (segmentation === undefined || segmentation.customers + segmentation.former + segmentation.filtered > 0) return;
  throw new UserError(
    'no-customers',
    `${inputs.length === 1 ? (inputs[0]?.path ?? 'the input') : 'the files'} tell of no customer at that time`,
    {
      hint: 'segment needs a table with a customer id: customers, or tickets, events, surveys or subscriptions that name one; --as-of and --period choose the time',
    },
  );
}
