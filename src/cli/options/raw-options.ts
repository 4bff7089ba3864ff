import type { RawOptions } from '../commands/command-spec.ts';

/** The value as written, `undefined` where the option was not given. */
export function textOption(options: RawOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function listOption(options: RawOptions, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

export function flagOption(options: RawOptions, name: string): boolean {
  return options[name] === true;
}
