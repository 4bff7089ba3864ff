/** Where a value stands in the config: keys and list places from the top. */
export type ConfigPath = readonly (string | number)[];

/** Something in the config that cannot be taken as it is. */
export interface Problem {
  readonly path: ConfigPath;
  /** Whether the key is meant (an unknown one) or its value. */
  readonly at: 'key' | 'value';
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string;
  readonly hint?: string | undefined;
}

/** `kpis.service-level.target`, `checks[0].rule`, `statuses["Waiting on vendor"]`. */
export function pathText(path: ConfigPath): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(part)) return `[${shown(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

const LONGEST = 60;

/** A value of the config in a message: short, on one line. */
export function shown(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value !== 'string') return `a ${typeof value}`;
  return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
}

/** `a, b or c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
