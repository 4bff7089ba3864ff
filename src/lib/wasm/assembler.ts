/**
 * A small assembler for WebAssembly, for loops over bytes that JavaScript cannot run at the processor's speed: expressions written as calls
 * (`add(load(at), 4)`), loops and branches by name instead of by depth.
 *
 * Opcodes and the binary format: https://webassembly.github.io/spec/core/binary/instructions.html
 */

/** Writes a stretch of code; `labels` are the blocks around it, the innermost last. */
export type Code = (out: number[], labels: readonly Label[]) => void;
/** Whole numbers stand for constants of 32 bits. */
export type Operand = Code | number;
/** A block that `leave` and `again` can name. */
export interface Label {
  readonly name: string;
}
export type ValueType = 'i32' | 'i64' | 'f64' | 'v128';

const TYPES = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const;
/** The mark of the format, and its version. */
const FORMAT = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const EMPTY = 0x40;
const END = 0x0b;

const bytes =
  (...code: number[]): Code =>
  (out) => {
    out.push(...code);
  };

const coded = (operand: Operand): Code => (typeof operand === 'number' ? bytes(0x41, ...signed(operand)) : operand);

export const all =
  (...parts: readonly Code[]): Code =>
  (out, labels) => {
    for (const part of parts) part(out, labels);
  };

/** An instruction after its operands. */
export const instruction =
  (...code: number[]) =>
  (...operands: readonly Operand[]): Code =>
    all(...operands.map(coded), bytes(...code));

export const add = instruction(0x6a);
export const sub = instruction(0x6b);
export const multiply = instruction(0x6c);
export const and = instruction(0x71);
export const or = instruction(0x72);
export const xor = instruction(0x73);
export const shiftLeft = instruction(0x74);
export const shiftRight = instruction(0x76);
/** Keeps the sign. */
export const shiftSigned = instruction(0x75);
/** The first or the second, by whether the third is not 0. */
export const choose = instruction(0x1b);
export const isZero = instruction(0x45);
export const equal = instruction(0x46);
export const differs = instruction(0x47);
/** Unsigned, like every comparison here. */
export const below = instruction(0x49);
export const above = instruction(0x4b);
export const atLeast = instruction(0x4f);
export const lowestBit = instruction(0x68);
export const countBits = instruction(0x69);

export const addLong = instruction(0x7c);
export const multiplyLong = instruction(0x7e);
export const subLong = instruction(0x7d);
export const andLong = instruction(0x83);
export const orLong = instruction(0x84);
export const shiftLongLeft = instruction(0x86);
export const isZeroLong = instruction(0x50);
export const lowestLongBit = instruction(0x7a);
export const toLong = instruction(0xad);
export const shortened = instruction(0xa7);
export const longToFloat = instruction(0xba);
export const toFloat = instruction(0xb8);
export const addFloat = instruction(0xa0);
export const subFloat = instruction(0xa1);
export const floatEqual = instruction(0x61);
export const floatBelow = instruction(0x63);
export const floatUpTo = instruction(0x65);
export const multiplyFloat = instruction(0xa2);
export const long = (value: number): Code => bytes(0x42, ...signed(value));
export const float = (value: number): Code => bytes(0x44, ...new Uint8Array(Float64Array.of(value).buffer));

/** Reads and writes at an address, with a fixed offset added to it. Nothing need be aligned. */
export const load = (at: Operand, offset = 0): Code => instruction(0x28, 0, ...unsigned(offset))(at);
export const loadFloat = (at: Operand, offset = 0): Code => instruction(0x2b, 0, ...unsigned(offset))(at);
export const loadShort = (at: Operand): Code => instruction(0x2f, 0, 0)(at);
export const loadByte = (at: Operand, offset = 0): Code => instruction(0x2d, 0, ...unsigned(offset))(at);
export const store = (at: Operand, value: Operand, offset = 0): Code => instruction(0x36, 0, ...unsigned(offset))(at, value);
export const storeShort = (at: Operand, value: Operand): Code => instruction(0x3b, 0, 0)(at, value);
export const storeByte = (at: Operand, value: Operand): Code => instruction(0x3a, 0, 0)(at, value);
export const storeFloat = (at: Operand, value: Operand, offset = 0): Code => instruction(0x39, 0, ...unsigned(offset))(at, value);

/** Sixteen bytes at once. */
export const loadLanes = instruction(0xfd, 0x00, 0, 0);
export const splat = instruction(0xfd, 0x0f);
export const everyLane = (value: number): Code => bytes(0xfd, 0x0c, ...Array<number>(16).fill(value));
export const equalLanes = instruction(0xfd, 0x23);
export const belowLanes = instruction(0xfd, 0x26);
export const orLanes = instruction(0xfd, 0x50);
/** One bit for each lane. */
export const laneBits = instruction(0xfd, 0x64);

export interface Variable {
  readonly get: Code;
  readonly set: (value: Operand) => Code;
  /** Sets it, and is its value. */
  readonly tee: (value: Operand) => Code;
}

/** Does `then` where `condition` is not 0. */
export const when =
  (condition: Operand, then: readonly Code[], otherwise?: readonly Code[]): Code =>
  (out, labels) => {
    const inside = [...labels, { name: 'if' }];
    coded(condition)(out, labels);
    out.push(0x04, EMPTY);
    all(...then)(out, inside);
    if (otherwise !== undefined) {
      out.push(0x05);
      all(...otherwise)(out, inside);
    }
    out.push(END);
  };

/** Repeats `body` until something inside leaves `label`. */
export const repeat =
  (label: Label, ...body: readonly Code[]): Code =>
  (out, labels) => {
    out.push(0x02, EMPTY, 0x03, EMPTY);
    all(...body)(out, [...labels, label, { name: 'again' }]);
    out.push(0x0c, 0, END, END);
  };

/** Repeats `body` while `condition` is not 0. */
export const during = (condition: Operand, ...body: readonly Code[]): Code => {
  const label = { name: 'during' };
  return repeat(label, when(isZero(condition), [leave(label)]), ...body);
};

export const leave =
  (label: Label): Code =>
  (out, labels) => {
    const place = labels.lastIndexOf(label);
    if (place < 0) throw new Error(`nothing around is called ${label.name}`);
    out.push(0x0c, labels.length - 1 - place);
  };

/** Ends the function with this value. */
export const giveBack = (value: Operand): Code => all(coded(value), bytes(0x0f));

/** Makes the variables of a function beyond its parameters. */
export type Declare = (type: ValueType) => Variable;

export interface FunctionCode {
  readonly name: string;
  readonly parameters: readonly ValueType[];
  /** Assembled when it is needed; the build does it beforehand. */
  readonly code: () => ArrayLike<number>;
}

type Variables<T extends readonly ValueType[]> = { readonly [K in keyof T]: Variable };

/** A function of numbers that gives a 32-bit number: `body` must end with its value. */
export function defineFunction<const T extends readonly ValueType[]>(
  name: string,
  parameters: T,
  body: (parameters: Variables<T>, declare: Declare) => readonly Code[],
): FunctionCode {
  const code = (): ArrayLike<number> => {
    const locals: ValueType[] = [];
    const declare: Declare = (type) => variable(parameters.length + locals.push(type) - 1);
    const inside: number[] = [];
    all(...body(parameters.map((_, place) => variable(place)) as Variables<T>, declare))(inside, []);
    const declared = [...unsigned(locals.length), ...locals.flatMap((type) => [1, TYPES[type]])];
    return sized([...declared, ...inside, END]);
  };
  return { name, parameters, code };
}

function variable(place: number): Variable {
  const at = unsigned(place);
  return { get: bytes(0x20, ...at), set: instruction(0x21, ...at), tee: instruction(0x22, ...at) };
}

/** The module of these functions; it imports the `memory` that they work on. */
export function assemble(functions: readonly FunctionCode[]): Uint8Array {
  const types = functions.map(({ parameters }) => [0x60, ...sized(parameters.map((type) => TYPES[type])), 1, TYPES.i32]);
  const codes = functions.map(({ code }) => code());
  const count = unsigned(functions.length);
  const head = [
    ...FORMAT,
    ...section(1, types),
    ...section(2, [[...word('memory'), ...word('memory'), 2, 0, 1]]), // at least a page
    ...section(
      3,
      functions.map((_, place) => unsigned(place)),
    ),
    ...section(
      7,
      functions.map(({ name }, place) => [...word(name), 0, ...unsigned(place)]),
    ),
    10,
    ...unsigned(codes.reduce((sum, code) => sum + code.length, count.length)),
    ...count,
  ];
  const source = new Uint8Array(codes.reduce((sum, code) => sum + code.length, head.length));
  source.set(head);
  let at = head.length;
  for (const code of codes) {
    source.set(code, at);
    at += code.length;
  }
  return source;
}

function section(id: number, entries: readonly (readonly number[])[]): number[] {
  return [id, ...sized([...unsigned(entries.length), ...entries.flat()])];
}

function word(text: string): number[] {
  return sized(Array.from(text, (letter) => letter.charCodeAt(0)));
}

/** The length before the bytes. */
function sized(code: readonly number[]): number[] {
  return [...unsigned(code.length), ...code];
}

/** In groups of seven bits, the lowest first (LEB128). */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const whole = value | 0;
  return whole >= -64 && whole < 64 ? [whole & 127] : [(whole & 127) | 128, ...signed(whole >> 7)];
}
