import type { KpiRequest } from '../../analyze/question.ts';
import type { KpiDefinition } from '../../kpis/define-kpi.ts';
import { parseDuration } from '../../lib/time/parse-duration.ts';
import { UserError } from '../../model/user-error.ts';
import { suggestKpi } from './kpi-aliases.ts';

const LIST = 'all ids: happiness kpis';

/**
 * What `--kpi` chose, each KPI once for every parameter, in the order of the catalogue: ids, families, `all`, and `service-level(1h)`.
 * All where nothing was chosen.
 * @throws UserError `unknown-kpi` with the id that was probably meant, `bad-kpi` for a parameter that does not fit.
 */
export function chosenKpis(words: readonly string[], catalogue: readonly KpiDefinition[]): readonly KpiRequest[] {
  const wanted = words.map((word) => readWord(word, catalogue));
  const all = words.length === 0 || words.includes('all');
  return catalogue.flatMap((kpi): readonly KpiRequest[] => {
    const asked = wanted.flatMap((want) => (want.kpi === kpi ? [want.options] : []));
    const parameters = [...new Map(asked.map((options) => [JSON.stringify(options), options])).values()];
    if (parameters.length > 0) return parameters.map((options) => ({ kpi, options }));
    return all || words.includes(kpi.family) ? [{ kpi, options: {} }] : [];
  });
}

interface Wanted {
  readonly kpi: KpiDefinition | null;
  readonly options: KpiRequest['options'];
}

function readWord(word: string, catalogue: readonly KpiDefinition[]): Wanted {
  const families: ReadonlySet<string> = new Set(catalogue.map(({ family }) => family));
  if (word === 'all' || families.has(word)) return { kpi: null, options: {} };
  const [, id = word, parameter] = /^([^()]*)\(([^()]*)\)$/.exec(word) ?? [];
  const kpi = catalogue.find((some) => some.id === id);
  if (!kpi) {
    const guess = suggestKpi(id, [...catalogue.map((some) => some.id), ...families, 'all']);
    throw new UserError('unknown-kpi', `unknown KPI ${JSON.stringify(id)}`, {
      hint: guess === undefined ? LIST : `did you mean ${guess}?   ${LIST}`,
    });
  }
  return { kpi, options: parameter === undefined ? {} : parameterOf(kpi, parameter) };
}

function parameterOf(kpi: KpiDefinition, text: string): KpiRequest['options'] {
  if (kpi.parameter === undefined) {
    throw new UserError('bad-kpi', `${kpi.id} takes no parameter, but "${text}" was given`, { hint: `Write it as ${kpi.id}.` });
  }
  const seconds = parseDuration(text);
  if (seconds === null || !(seconds > 0)) throw new UserError('bad-kpi', `${kpi.id}: "${text}" is not a duration such as 15m, 1h or 2d`);
  return { [kpi.parameter]: seconds };
}
