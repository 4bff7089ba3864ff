import { instruction, type Code, type Operand } from './assembler.ts';

// Instructions on sixteen bytes as four whole numbers or two floats.

const lanes = (...code: number[]) => instruction(0xfd, ...code);

/** Four bytes, and zeros. */
export const loadFour = lanes(0x5c, 0, 0);
export const storeLanes = (at: Operand, value: Operand): Code => lanes(0x0b, 0, 0)(at, value);

export const andLanes = lanes(0x4e);
/** The first where the second is not. */
export const butLanes = lanes(0x4f);
/** Of the first where the third is set, else of the second. */
export const pickLanes = lanes(0x52);
/** Whether any bit is set. */
export const anyLane = lanes(0x53);

/** The lower four of bytes as eight of sixteen bits, the lower four of those as whole numbers. */
export const widenBytes = lanes(0x89, 0x01);
export const widenShorts = lanes(0xa9, 0x01);
export const everyNumber = lanes(0x11);
export const equalNumbers = lanes(0x37);

export const equalFloats = lanes(0x47);
export const floatsBelow = lanes(0x49);
export const floatsAbove = lanes(0x4a);
export const floatsAtMost = lanes(0x4b);
export const floatsAtLeast = lanes(0x4c);
export const everyFloat = lanes(0x14);
/** The first where the second is not less, or no number. */
export const lesserFloats = lanes(0xf6, 0x01);
/** The first where the second is not greater, or no number. */
export const greaterFloats = lanes(0xf7, 0x01);
/** Two whole numbers of 64 bits; one bit for each of two that is below zero. */
export const subLongs = lanes(0xd1, 0x01);
export const longBits = lanes(0xc4, 0x01);
/** Two floats as whole numbers, and zeros: what is no number is 0, what is too large is the largest. */
export const wholeOfFloats = lanes(0xfc, 0x01);
/** The lower two whole numbers as floats. */
export const floatsOfWholes = lanes(0xfe, 0x01);
/** Of every eight bytes of two times two the lower four. */
export const lowerHalves = lanes(0x0d, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27);
/** The lower eight bytes of both. */
export const joinHalves = lanes(0x0d, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
/** The upper eight bytes, twice. */
export const upperHalf = (of: Operand): Code => lanes(0x0d, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15)(of, of);
/** Every byte to the left. */
export const shiftBytes = lanes(0x6b);

/** Sixteen bytes of two times sixteen, by their places in both. */
export const theseLanes =
  (...places: readonly number[]) =>
  (first: Operand, second: Operand): Code =>
    lanes(0x0d, ...places)(first, second);
export const laneValues = (...values: readonly number[]): Code => lanes(0x0c, ...values)();
export const subLanes = lanes(0x71);
export const aboveLanes = lanes(0x28);
/** Whether no byte is 0. */
export const everyLaneIsSet = lanes(0x63);

// As eight whole numbers of sixteen bits.
export const everyShort = lanes(0x10);
export const addShorts = lanes(0x8e, 0x01);
export const multiplyShorts = lanes(0x95, 0x01);
/** By so many bits, to the right. */
export const shiftShorts = lanes(0x8d, 0x01);
export const aboveShorts = lanes(0x32);
export const shortAt = (place: number): ((of: Operand) => Code) => lanes(0x19, place);
/** For each byte of the second the byte of the first at that place. */
export const takeBytes = lanes(0x0e);
export const differentFloats = lanes(0x48);
export const subFloats = lanes(0xf1, 0x01);
export const divideFloats = lanes(0xf3, 0x01);
export const addNumbers = lanes(0xae, 0x01);
export const subNumbers = lanes(0xb1, 0x01);
/** Two times four whole numbers as eight of sixteen bits, two times eight of those as bytes. */
export const narrowNumbers = lanes(0x85, 0x01);
export const narrowShorts = lanes(0x65);
