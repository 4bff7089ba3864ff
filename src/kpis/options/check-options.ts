import { suggest } from '../../lib/text/suggest.ts';
import { parseDuration } from '../../lib/time/parse-duration.ts';
import { UserError } from '../../model/user-error.ts';
import type { KpiDefinition, KpiOption, OptionType } from '../define-kpi.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The options of a KPI as it expects them: known names, values of their types, durations written as `15m` in seconds, a single text as a list.
 * A KPI that declares none takes what it is given.
 * @throws UserError `bad-kpi-option`, naming KPI and option and what is allowed.
 */
export function checkOptions({ id, options }: Pick<KpiDefinition, 'id' | 'options'>, given: Values): Values {
  if (options === undefined) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, checked({ kpi: id, option: find({ kpi: id, options, name }), value })]),
  );
}

function find({ kpi, options, name }: { kpi: string; options: readonly KpiOption[]; name: string }): KpiOption {
  const found = options.find((option) => option.name === name);
  if (found) return found;
  const names = options.map((option) => option.name);
  const meant = suggest(name, names);
  const hint =
    names.length === 0
      ? `${kpi} has no options`
      : `${meant === undefined ? '' : `did you mean ${meant}?   `}${kpi} has: ${names.join(', ')}`;
  throw new UserError('bad-kpi-option', `${kpi} has no option ${JSON.stringify(name)}`, { hint });
}

interface Asked {
  readonly kpi: string;
  readonly option: KpiOption;
  readonly value: unknown;
}

function checked({ kpi, option, value }: Asked): unknown {
  const read = readValue(option.type, value);
  if (read !== undefined) return read;
  throw new UserError('bad-kpi-option', `${kpi}: ${option.name} cannot be ${JSON.stringify(value)}`, {
    hint: `it is ${formOf(option.type)}`,
  });
}

function readValue(type: OptionType, value: unknown): unknown {
  if (typeof type !== 'string') return type.find((word) => word === value);
  switch (type) {
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'duration':
      return readSeconds(value);
    case 'days':
      return isNumber(value) && Number.isInteger(value) && value > 0 ? value : undefined;
    case 'ratio':
      return isNumber(value) && value >= 0 && value <= 1 ? value : undefined;
    case 'number':
      return isNumber(value) ? value : undefined;
    case 'texts':
      return readTexts(value);
    case 'durations':
      return readDurations(value);
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function readSeconds(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? parseDuration(value) : value;
  return isNumber(seconds) && seconds > 0 ? seconds : undefined;
}

/** Ratings may be numbers: `positive: [4, 5]`. */
function readTexts(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isText = (some: unknown): boolean => typeof some === 'string' || isNumber(some);
  return list.length > 0 && list.every(isText) ? list.map(String) : undefined;
}

function readDurations(value: unknown): Readonly<Record<string, number>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const read = Object.entries(value).map(([condition, duration]) => [condition, readSeconds(duration)] as const);
  return read.every(([, seconds]) => seconds !== undefined) ? (Object.fromEntries(read) as Record<string, number>) : undefined;
}

function formOf(type: OptionType): string {
  if (typeof type !== 'string') return `one of ${type.join(', ')}`;
  const forms: Readonly<Record<Extract<OptionType, string>, string>> = {
    flag: 'true or false',
    duration: 'a duration such as 15m or 2h',
    days: 'a whole number of days',
    ratio: 'a share from 0 to 1',
    number: 'a number',
    texts: 'a list of texts',
    durations: 'a duration for each condition: { "priority = urgent": 5m }',
  };
  return forms[type];
}
