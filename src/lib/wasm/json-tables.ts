/** Values nested deeper are not walked over. */
export const MAX_DEPTH = 64;
/** Places in the tables of `scanJson`, in bytes. A member's `length` to `last` are its name, `next` and `following` are members, 0 for none. */
export const MEMBER = {
  length: 0,
  words: 4,
  last: 8,
  slot: 12,
  next: 16,
  following: 20,
  members: 24,
  elements: 28,
  isDotted: 32,
  size: 36,
} as const;
export const MEMBERS = { first: 0, list: 4, size: 8 } as const;
export const SHAPE = { members: 0, kinds: 4, starts: 8, ends: 12, width: 16, count: 20, capacity: 24, size: 28 } as const;
/** Where the walk is, behind the last record that was read; how many records there are, and where the text ends. */
export const STATE = { at: 0, mark: 4, records: 8, end: 12, size: 16 } as const;
/** What a table of bytes says of each: 1 may follow a backslash, 2 is a digit of hexadecimal numbers. */
export const [ESCAPE, HEX] = [1, 2] as const;
/** What stands at a wanted place. */
export const KIND = {
  absent: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  text: 5,
  object: 6,
  /** Of anything but objects. */
  list: 7,
  /** Its places are those of its first record, and of the one behind its last, among all such. */
  records: 8,
  /** Not written as JavaScript would write it. */
  oddNumber: 9,
  /** With its quotes. */
  escapedText: 10,
} as const;
/** Bytes of room for the objects around, and for the brackets of what is skipped. */
export const FRAMES_SIZE = 8 * 32;
