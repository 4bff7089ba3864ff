import type { KpiContext, KpiOption } from '../define-kpi.ts';

type Given = Pick<KpiContext, 'options'>;

/** An option whose value is one of some words. */
export type ChoiceOption<V extends string> = Omit<KpiOption, 'type' | 'default'> & {
  readonly type: readonly [V, V, ...V[]];
  readonly default: V;
};
export type FlagOption = Omit<KpiOption, 'type' | 'default'> & { readonly type: 'flag'; readonly default: boolean };
export type DurationOption = Omit<KpiOption, 'type' | 'default'> & { readonly type: 'duration'; readonly default: number };
export type TextsOption = Omit<KpiOption, 'type' | 'default'> & { readonly type: 'texts'; readonly default: readonly string[] };
export type DurationsOption = Omit<KpiOption, 'type' | 'default'> & {
  readonly type: 'durations';
  readonly default: Readonly<Record<string, number>>;
};

/** Keeps the words of the choice as a type. */
export function choiceOption<const V extends string>(option: ChoiceOption<V>): ChoiceOption<V> {
  return option;
}

export function chosen<V extends string>({ options }: Given, { name, type, default: usual }: ChoiceOption<V>): V {
  return type.find((word) => word === options[name]) ?? usual;
}

export function isOn({ options }: Given, { name, default: usual }: FlagOption): boolean {
  const given = options[name];
  return typeof given === 'boolean' ? given : usual;
}

export function secondsOf({ options }: Given, { name, default: usual }: DurationOption): number {
  const given = options[name];
  return typeof given === 'number' ? given : usual;
}

export function textsOf({ options }: Given, { name, default: usual }: TextsOption): readonly string[] {
  const given = options[name];
  return Array.isArray(given) ? given.map(String) : usual;
}

/** Condition and seconds, in the order in which they were written. */
export function secondsByCondition({ options }: Given, { name, default: usual }: DurationsOption): readonly (readonly [string, number])[] {
  const given = options[name];
  return Object.entries(typeof given === 'object' && given !== null ? (given as Readonly<Record<string, number>>) : usual);
}
