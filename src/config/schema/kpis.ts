import * as v from 'valibot';
import { KPI_OPTIONS, type OptionType } from '../kpi-options.ts';
import { days, duration, flag, names, oneOf, ratio } from './values.ts';

/** Options by KPI: only ids and options that exist. */
export function kpiSettings(kpiIds: readonly string[]): v.GenericSchema<unknown, Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const ids = [...new Set([...kpiIds, ...Object.keys(KPI_OPTIONS)])];
  return v.strictObject(Object.fromEntries(ids.map((id) => [id, v.optional(optionsOf(id))])), 'options by KPI id') as v.GenericSchema<
    unknown,
    Readonly<Record<string, Readonly<Record<string, unknown>>>>
  >;
}

function optionsOf(id: string): v.GenericSchema {
  const options = Object.entries(KPI_OPTIONS[id] ?? {});
  const expected = options.length === 0 ? `nothing: ${id} has no options` : `options such as { ${options[0]?.[0]}: … }`;
  return v.strictObject(Object.fromEntries(options.map(([name, { type, says }]) => [name, v.pipe(v.optional(valueOf(type)), v.description(says))])), expected);
}

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
      return names('a word');
    case 'durations':
      return v.record(v.pipe(v.string(), v.regex(/\S/, 'a condition such as "priority = urgent"')), duration, 'durations by condition such as { "priority = urgent": 5m }');
    default:
      return oneOf(type);
  }
}
