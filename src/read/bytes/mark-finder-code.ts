/**
 * The inner loop of the mark finder as WebAssembly, assembled here by hand since JavaScript has no vector instructions:
 *
 * ```
 * find(at, end, out, delimiter):
 *   while at < end:
 *     bits = one bit for each of the 16 bytes at `at` that is `delimiter`, LF, CR or a quote
 *     while bits: store at + (number of the lowest bit) to `out`; out += 4; clear that bit
 *     at += 16
 *   return out
 * ```
 *
 * Opcodes: https://webassembly.github.io/spec/core/binary/instructions.html
 */
export function markFinderCode(): Uint8Array {
  const body = [
    2,
    1,
    I32,
    2,
    V128, // locals behind the four parameters: the bits, then the two vectors
    ...get(DELIMITER),
    ...SPLAT,
    ...set(WANTED),
    BLOCK,
    EMPTY,
    LOOP,
    EMPTY,
    ...get(AT),
    ...get(END),
    GE_U,
    BR_IF,
    1,
    ...get(AT),
    ...LOAD_VECTOR,
    ...tee(LANES_HERE),
    ...get(WANTED),
    ...EQUAL,
    ...get(LANES_HERE),
    ...everyLane(10),
    ...EQUAL,
    ...OR,
    ...get(LANES_HERE),
    ...everyLane(13),
    ...EQUAL,
    ...OR,
    ...get(LANES_HERE),
    ...everyLane(34),
    ...EQUAL,
    ...OR,
    ...BITMASK,
    ...set(BITS),
    BLOCK,
    EMPTY,
    LOOP,
    EMPTY,
    ...get(BITS),
    EQZ,
    BR_IF,
    1,
    ...get(OUT),
    ...get(AT),
    ...get(BITS),
    CTZ,
    ADD,
    ...STORE,
    ...get(OUT),
    ...number(4),
    ADD,
    ...set(OUT),
    ...get(BITS),
    ...get(BITS),
    ...number(1),
    SUB,
    AND,
    ...set(BITS),
    BR,
    0,
    FINISH,
    FINISH,
    ...get(AT),
    ...number(16),
    ADD,
    ...set(AT),
    BR,
    0,
    FINISH,
    FINISH,
    ...get(OUT),
    FINISH,
  ];
  return Uint8Array.from([
    0x00,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0, // the mark of the format, version 1
    ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 1, I32]), // one type: four numbers to one
    ...section(2, [1, ...name('memory'), ...name('memory'), 2, 0, 1]), // import a memory of at least a page
    ...section(3, [1, 0]), // one function of type 0
    ...section(7, [1, ...name('find'), 0, 0]),
    ...section(10, [1, ...sized(body)]),
  ]);
}

const I32 = 0x7f;
const V128 = 0x7b;
const EMPTY = 0x40;
const BLOCK = 0x02;
const LOOP = 0x03;
const FINISH = 0x0b;
const BR = 0x0c;
const BR_IF = 0x0d;
const EQZ = 0x45;
const GE_U = 0x4f;
const CTZ = 0x68;
const ADD = 0x6a;
const SUB = 0x6b;
const AND = 0x71;
const STORE = [0x36, 2, 0];
const LOAD_VECTOR = [0xfd, 0x00, 0, 0];
const VECTOR_CONSTANT = [0xfd, 0x0c];
const SPLAT = [0xfd, 0x0f];
const EQUAL = [0xfd, 0x23];
const OR = [0xfd, 0x50];
const BITMASK = [0xfd, 0x64];

/** Parameters and locals by number. */
const [AT, END, OUT, DELIMITER, BITS, WANTED, LANES_HERE] = [0, 1, 2, 3, 4, 5, 6] as const;

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const tee = (local: number): number[] => [0x22, local];
/** Up to 63: larger ones would need more bytes. */
const number = (value: number): number[] => [0x41, value];
const everyLane = (value: number): number[] => [...VECTOR_CONSTANT, ...Array<number>(16).fill(value)];

/** The length before the bytes, in groups of seven bits. */
function sized(bytes: readonly number[]): number[] {
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7];
  return [...length, ...bytes];
}

function section(id: number, bytes: readonly number[]): number[] {
  return [id, ...sized(bytes)];
}

function name(text: string): number[] {
  return sized(Array.from(text, (letter) => letter.charCodeAt(0)));
}
