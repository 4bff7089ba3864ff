import { jsonText } from '../json.ts';

/** Text of the data as a YAML value: plain where that is safe, else in quotes, with nothing in it that a terminal would act on. */
export function yamlText(text: string): string {
  return /^[\p{L}_./][\p{L}\p{M}\p{N}_./*-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) &&
    !/^\.+\d|^\.(?:inf|nan)$/i.test(text)
    ? text
    : jsonText(text, true);
}
