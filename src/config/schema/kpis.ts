import * as v from 'valibot';
import type { KpiOption, OptionType } from '../../kpis/define-kpi.ts';
import type { ConfigurableKpi } from '../kpi-options.ts';
import { days, duration, flag, name, names, oneOf, ratio } from './values.ts';

type KpiValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Options by KPI: only ids and options that exist. */
export function kpiSettings(kpis: readonly ConfigurableKpi[]): v.GenericSchema<unknown, KpiValues> {
  const entries = kpis.map(({ id, options = [] }) => [id, v.optional(optionsOf(id, options))]);
  return v.strictObject(Object.fromEntries(entries) as v.ObjectEntries, 'options by KPI id') as v.GenericSchema<unknown, KpiValues>;
}

function optionsOf(id: string, options: readonly KpiOption[]): v.GenericSchema {
  const expected = options.length === 0 ? `empty: ${id} has no options` : `options such as { ${options[0]?.name}: … }`;
  return v.strictObject(
    Object.fromEntries(options.map(({ name, type, says }) => [name, v.pipe(v.optional(valueOf(type)), v.description(says))])),
    expected,
  );
}

const WORDS = 'a word or a list of words';
const DURATIONS = 'durations by condition such as { "priority = urgent": 5m }';

function valueOf(type: OptionType): v.GenericSchema {
  switch (type) {
    case 'duration':
      return duration;
    case 'days':
      return days;
    case 'ratio':
      return ratio;
    case 'number':
      return v.number('a number');
    case 'flag':
      return flag;
    case 'texts':
      return v.union(
        [
          v.pipe(
            name(WORDS),
            v.transform((word) => [word]),
          ),
          v.pipe(names('a word'), v.minLength(1, WORDS)),
        ],
        WORDS,
      );
    case 'durations':
      return v.record(v.pipe(v.string(), v.regex(/\S/, 'a condition such as "priority = urgent"')), duration, DURATIONS);
    default:
      return oneOf(type);
  }
}
