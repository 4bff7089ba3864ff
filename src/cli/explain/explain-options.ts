import type { KpiRequest } from '../../analyze/question.ts';
import { EXPLAIN_FORMATS, type ExplainFormat } from '../../formats/explain/index.ts';
import type { KpiDefinition } from '../../kpis/define-kpi.ts';
import { PRODUCTS } from '../../model/settings.ts';
import { UserError } from '../../model/user-error.ts';
import type { RawOptions } from '../commands/command-spec.ts';
import { badValue, choose } from '../options/choose.ts';
import { chosenKpis } from '../options/kpi-choice.ts';
import { flagOption, listOption, textOption } from '../options/raw-options.ts';

const OUTPUTS = [...EXPLAIN_FORMATS, 'csv'] as const;

/** What `explain` is asked beside the questions that every command may be asked. */
export interface ExplainOptions {
  readonly format: ExplainFormat | 'csv';
  readonly output: string | undefined;
  readonly compact: boolean;
  readonly list: string | undefined;
  readonly ticket: string | undefined;
  /** `--like all`; one product is a question like any other. */
  readonly sideBySide: boolean;
}

export function parseExplainOptions(options: RawOptions): ExplainOptions {
  const outputs = listOption(options, 'output');
  if (outputs.length > 1) throw new UserError('bad-output', 'explain writes to one place', { hint: 'give --output once' });
  const [output] = outputs;
  const like = textOption(options, 'like');
  const list = textOption(options, 'list');
  const ticket = textOption(options, 'ticket');
  const format = textOption(options, 'format') ?? formatOf(output);
  if (list !== undefined && ticket !== undefined)
    throw new UserError('bad-list', '--list and --ticket are two questions', { hint: 'ask one of them' });
  const chosen = choose('format', format, OUTPUTS);
  if (chosen === 'csv' && list === undefined)
    throw badValue('format', 'csv', 'for definitions: it is for --list', 'table, json or markdown');
  return {
    format: chosen,
    output,
    compact: flagOption(options, 'compact'),
    list,
    ticket,
    sideBySide: like !== undefined && choose('like', like, [...PRODUCTS, 'all'] as const) === 'all',
  };
}

function formatOf(output: string | undefined): string {
  const extension = /\.([^./\\]+)$/.exec(output ?? '')?.[1]?.toLowerCase();
  return (
    (extension === undefined
      ? undefined
      : new Map([
          ['md', 'markdown'],
          ['markdown', 'markdown'],
          ['json', 'json'],
          ['csv', 'csv'],
        ]).get(extension)) ?? 'table'
  );
}

/** The KPI that is to be explained: one, with its parameter where it has one. @throws UserError `unknown-kpi` with the nearest, `no-kpi` without any. */
export function explainedKpi(word: string | undefined, catalogue: readonly KpiDefinition[]): KpiRequest {
  const hint = 'for example: happiness explain first-response-time   all ids: happiness kpis';
  if (word === undefined) throw new UserError('no-kpi', 'explain needs a KPI', { hint });
  if (/[./\\]/.test(word) && !word.includes('('))
    throw new UserError('no-kpi', `explain needs a KPI before the files, and ${JSON.stringify(word)} is none`, {
      hint: `happiness explain KPI ${word}   all ids: happiness kpis`,
    });
  const chosen = chosenKpis([word.trim()], catalogue);
  const [only] = chosen;
  if (only === undefined || chosen.length > 1)
    throw new UserError('no-kpi', `explain takes one KPI, and ${JSON.stringify(word)} is several`, { hint });
  return only;
}
