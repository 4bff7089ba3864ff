import { analyze } from '../../analyze/analyze.ts';
import type { Question } from '../../analyze/question.ts';
import { suggestLimit, type Suggestion } from '../../checks/suggest-limit.ts';
import { checkValueText } from '../../formats/apart.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import type { SeriesStep } from '../../model/period.ts';
import type { KpiResult } from '../../model/report.ts';
import { UserError } from '../../model/user-error.ts';
import type { Normalized } from '../../normalize/options.ts';
import type { Invocation } from '../commands/command-spec.ts';
import { EXIT } from '../exit-codes.ts';
import { writeOut } from '../terminal/write-out.ts';

/** Limits suit the stretch of time that they are checked over. */
const PERIODS: Readonly<Record<SeriesStep, string>> = {
  day: 'YYYY-MM-DD',
  week: 'last-week',
  month: 'last-month',
  quarter: 'last-quarter',
};

/** Rules to paste into the config, from what each KPI did week by week (or as `--every` says). Nothing is judged. */
export async function writeSuggestions({
  evidence,
  question,
  invocation,
}: {
  readonly evidence: Normalized;
  readonly question: Question;
  readonly invocation: Invocation;
}): Promise<number> {
  const every = question.every ?? 'week';
  const report = analyze(evidence, { ...question, every, previous: null, by: [] });
  const found = report.kpis.flatMap((kpi) => {
    const suggestion = suggestLimit(kpi);
    return suggestion === null ? [] : [{ kpi, suggestion }];
  });
  if (found.length === 0) {
    throw new UserError('no-history', `the data has too short a history to propose limits: at least 6 whole ${every}s are needed`, {
      hint: 'choose shorter steps with --every, or give more data',
    });
  }
  const lines = [
    `# Proposed by happiness check --suggest from ${forTerminal(report.period.label === 'all' ? 'all data' : report.period.label)}, ${every} by ${every}: limits that chance alone hardly crosses`,
    `# (XmR limits, else the worst ${every}). They say what is usual, not what is good. For: happiness check --period ${PERIODS[every]}`,
    'checks:',
    ...found.flatMap(({ kpi, suggestion }) => entry(kpi, suggestion, every)),
  ];
  await writeOut(invocation.io.stdout, `${lines.join('\n')}\n`);
  return EXIT.ok;
}

function entry(kpi: KpiResult, { rule, minSample, typical, worst, points, missed }: Suggestion, every: SeriesStep): string[] {
  const text = (value: number): string =>
    checkValueText({ unit: kpi.unit, scale: 'value', ...(kpi.currency === undefined ? {} : { currency: kpi.currency }) }, value);
  const known = `${points} ${every}s: mostly ${text(typical)}, worst ${text(worst)}${missed === 0 ? '' : `, ${missed} would have missed it`}`;
  return [
    `  # ${forTerminal(`${kpi.title}, ${known}`)}`,
    minSample === null ? `  - ${rule}` : `  - { rule: ${rule}, minSample: ${minSample} }`,
  ];
}
