import { resolve } from 'node:path';
import { explainKpi, type Explained } from '../../analyze/explain/explain.ts';
import type { KpiRequest, Question } from '../../analyze/question.ts';
import type { RenderOptions } from '../../formats/format.ts';
import { renderExplanation } from '../../formats/explain/index.ts';
import { stageText } from '../../formats/explain/names.ts';
import { kpis } from '../../kpis/index.ts';
import { rulesFor } from '../../kpis/like/index.ts';
import type { ExplainedData, Explanation, ProductValue, TicketWalk } from '../../model/explanation.ts';
import { UserError } from '../../model/user-error.ts';
import type { Normalized } from '../../normalize/options.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { EXIT } from '../exit-codes.ts';
import { printedConfig, readConfig } from '../options/config-options.ts';
import { parseDataOptions } from '../options/data-options.ts';
import { parseScopeOptions } from '../options/scope-options.ts';
import { parseTimeOptions } from '../options/time-options.ts';
import { checkWritable, writeWhole } from '../output/write-file.ts';
import { toQuestion } from '../report/question.ts';
import { findSources, readSources } from '../report/sources.ts';
import { colorLevel, showsUnicode } from '../terminal/color.ts';
import { proseWidth } from '../terminal/layout.ts';
import { writeOut } from '../terminal/write-out.ts';
import { PROGRAM, VERSION } from '../version.ts';
import { explainedKpi, parseExplainOptions, type ExplainOptions } from './explain-options.ts';
import { findStage } from './find-stage.ts';
import { findTicket } from './find-ticket.ts';
import { departures, pageOf } from './kpi-page.ts';
import { renderList } from './write-list.ts';

/** A KPI's definition; with files how its value came about, the ids behind a step of it, or one ticket's way. */
export async function runExplain(invocation: Invocation): Promise<number> {
  const {
    io,
    operands: [word, ...files],
  } = invocation;
  const request = explainedKpi(word, kpis);
  const asked = parseExplainOptions(invocation.options);
  const { config, options } = await readConfig({
    io,
    options: asked.sideBySide ? { ...invocation.options, like: undefined } : invocation.options,
  });
  const data = parseDataOptions(options);
  const time = parseTimeOptions(options, io.now());
  const question = toQuestion(time, parseScopeOptions(options), config);
  if (await printedConfig(invocation, config)) return EXIT.ok;
  if (asked.output !== undefined && asked.output !== '-')
    await checkWritable({ path: asked.output, location: resolve(io.cwd, asked.output) });

  const withData = files.length > 0 || data.forced.length > 0;
  if (!withData) refuseWithoutFiles(request, asked);
  const normalized = withData
    ? await readSources({
        sources: await findSources({ operands: files, data, cwd: io.cwd, config, talk: invocation.talk }),
        data,
        time,
        invocation,
        config,
        withExcluded: true,
      })
    : null;
  await write(invocation, asked, answer({ request, question, asked, normalized, invocation }));
  return EXIT.ok;
}

function refuseWithoutFiles({ kpi }: KpiRequest, { list, ticket, sideBySide }: ExplainOptions): void {
  const flag = list !== undefined ? '--list' : ticket !== undefined ? '--ticket' : sideBySide ? '--like all' : null;
  if (flag !== null)
    throw new UserError('no-input', `${flag} needs files to look into`, {
      hint: `for example: ${PROGRAM} explain ${kpi.id} tickets.csv ${flag}${flag === '--like all' ? '' : ' …'}`,
    });
}

interface AnswerOptions {
  readonly request: KpiRequest;
  readonly question: Question;
  readonly asked: ExplainOptions;
  readonly normalized: Normalized | null;
  readonly invocation: Invocation;
}

type Answer = (options: RenderOptions) => string;

function answer({ request, question, asked, normalized, invocation }: AnswerOptions): Answer {
  const format = asked.format === 'csv' ? 'table' : asked.format;
  const page = { schemaVersion: 1, generator: { name: PROGRAM, version: VERSION }, command: 'explain', kpi: pageOf(request.kpi) } as const;
  if (normalized === null) return (options) => renderExplanation({ ...page, data: null }, format, options);

  const explained = explainKpi(normalized, question, request);
  if (asked.list !== undefined) {
    const list = listed({ explained, normalized, word: asked.list });
    if (list.ids.length === 0) invocation.talk.say(`no ${list.of} behind ${stageText(list.stage)}`);
    if (list.unnamed > 0) invocation.talk.say(`${list.unnamed.toLocaleString('en-US')} more rows have no id`);
    return ({ compact }) => renderList(list, asked.format, compact);
  }
  const inputs = usedInputs(normalized.inputs, request);
  const data: ExplainedData = {
    asOf: Number.isFinite(normalized.asOf) ? new Date(normalized.asOf).toISOString() : null,
    timeZone: question.timeZone,
    period: explained.period,
    inputs,
    warnings: normalized.warnings.filter(({ file }) => file === undefined || inputs.some(({ path }) => path === file)),
    funnels: explained.funnels,
    products: asked.sideBySide ? productValues({ request, question, normalized }) : null,
    tickets: asked.ticket === undefined ? null : walks({ word: asked.ticket, explained, normalized, request }),
  };
  const explanation: Explanation = { ...page, data };
  return (options) => renderExplanation(explanation, format, options);
}

/** The files that the KPI can use something of. */
function usedInputs(inputs: Normalized['inputs'], { kpi }: KpiRequest): Normalized['inputs'] {
  const tables = new Set([...kpi.needs.flat(), ...kpi.refines].map((name) => name.slice(0, name.indexOf('.'))));
  return inputs.filter(({ kind }) => tables.has(kind));
}

function listed({
  explained,
  normalized,
  word,
}: {
  readonly explained: Explained;
  readonly normalized: Normalized;
  readonly word: string;
}): ReturnType<Explained['list']> {
  const { excludedTickets } = normalized;
  const several = new Set(excludedTickets.map(({ system }) => system)).size > 1;
  // Tickets that were left out are no rows of the data any more, but their ids are known.
  const reason = explained.stages.find(({ name, rows }) => rows === null && (name === word || name === word.replace(/-/g, '')));
  const out = excludedTickets.filter((one) => reason !== undefined && (reason.name === 'excluded' || reason.name === one.reason));
  if (reason !== undefined && out.length > 0 && out.length === reason.count) {
    const ids = out.filter(({ id }) => id !== '').map(({ id, system }) => ({ id, system: several ? system : null }));
    return { kpi: explained.funnels[0]?.result.id ?? '', stage: reason.name, of: 'tickets', ids, unnamed: out.length - ids.length };
  }
  return explained.list(findStage(word, explained.ways));
}

/** Ours first, then every product's, each over the same rows. */
function productValues({
  request,
  question,
  normalized,
}: {
  readonly request: KpiRequest;
  readonly question: Question;
  readonly normalized: Normalized;
}): ProductValue[] {
  const by = (like: Question['settings']['like']): ProductValue['results'] =>
    explainKpi(normalized, { ...question, settings: { ...question.settings, like } }, request).funnels.map(({ result }) => result);
  const others = rulesFor(request.kpi.id).map(({ id, title, rule }): ProductValue => ({
    product: { id, title },
    defined: rule !== null,
    options: departures(request.kpi, rule?.options ?? {}),
    results: rule === null ? [] : by(id),
  }));
  return [{ product: null, defined: true, options: {}, results: by(null) }, ...others];
}

function walks({
  word,
  explained,
  normalized,
  request,
}: {
  readonly word: string;
  readonly explained: Explained;
  readonly normalized: Normalized;
  readonly request: KpiRequest;
}): readonly TicketWalk[] {
  const { rows, excluded } = findTicket(word, normalized);
  if (rows.length === 0) return excluded;
  const { walk } = explained;
  if (walk !== null) return rows.map((row) => walk(row));
  const [funnel] = explained.funnels;
  if (funnel?.counted === null)
    throw new UserError('no-value', `${request.kpi.id} cannot be computed from this data`, {
      hint: `see what it lacks: ${PROGRAM} explain ${request.kpi.id} FILE`,
    });
  throw new UserError('not-about-tickets', `${request.kpi.id} is not computed from tickets, so no ticket can be followed through it`, {
    hint: `it counts ${funnel?.counted ?? 'other rows'}; --list shows their ids`,
  });
}

async function write({ io, color, talk }: Invocation, { output, compact }: ExplainOptions, render: Answer): Promise<void> {
  const shared = { compact, verbose: talk.verbose };
  if (output !== undefined && output !== '-') {
    await writeWhole({ path: output, location: resolve(io.cwd, output) }, render({ ...shared, width: 80, colorLevel: 0, unicode: true }));
    talk.say(`wrote ${output}`);
    return;
  }
  await writeOut(
    io.stdout,
    render({
      ...shared,
      width: proseWidth(io.stdout),
      colorLevel: colorLevel({ choice: color, env: io.env, stream: io.stdout }),
      unicode: showsUnicode({ env: io.env, stream: io.stdout, platform: io.platform }),
    }),
  );
}
