/** Codes of the characters that JSON is built of. */
export const LF = 10;
export const CR = 13;
export const BLANK = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const MINUS = 45;
export const DOT = 46;
export const COLON = 58;
export const OPEN_LIST = 91;
export const BACKSLASH = 92;
export const CLOSE_LIST = 93;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
