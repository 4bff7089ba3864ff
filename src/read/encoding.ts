import { isAscii, isUtf8 } from 'node:buffer';
import { UserError } from '../model/user-error.ts';
import type { ByteSource } from './byte-source.ts';

export interface Encoding {
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`, or the one forced by the user. */
  readonly name: string;
  /** True when nothing in the file proves it. */
  readonly assumed: boolean;
  /** True when only the head was looked at, all of which is UTF-8: whether the rest is, reading will show. */
  readonly isGuess: boolean;
}

interface EncodingOptions {
  /** By the user. */
  readonly forced: string | undefined;
  /** A guess will do: whoever reads can begin again. */
  readonly mayGuess: boolean;
}

/**
 * A byte order mark decides; else the NUL bytes of UTF-16; else UTF-8 if all the bytes are; else windows-1252.
 * A file that is UTF-8 for the most part stays UTF-8: its broken bytes become U+FFFD and are counted while reading.
 * All bytes of a file are looked at before anything is read from it, since the first letter beyond ASCII may be its last,
 * unless a guess will do; of a stream only the head can be.
 */
export async function detectEncoding(source: ByteSource, { forced, mayGuess }: EncodingOptions): Promise<Encoding> {
  const certain = (name: string): Encoding => ({ name, assumed: false, isGuess: false });
  if (forced !== undefined) return certain(await knownEncoding(forced, source.path));
  const { head } = source;
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return certain('utf-8');
  if (head[0] === 0xff && head[1] === 0xfe) return certain('utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return certain('utf-16be');
  const wide = utf16WithoutMark(head);
  if (wide !== null) return certain(wide);
  if (mayGuess && source.location !== null && !source.whole && isSound(head)) return { ...certain('utf-8'), isGuess: true };
  const tally = new Utf8Tally();
  if (source.whole || !source.repeatable) tally.add(head, source.whole);
  else {
    for await (const chunk of source.chunks()) tally.add(chunk, false);
    tally.add(Buffer.alloc(0), true);
  }
  if (tally.broken === 0) return certain('utf-8');
  return { name: tally.whole > tally.broken ? 'utf-8' : 'windows-1252', assumed: true, isGuess: false };
}

function isSound(head: Buffer): boolean {
  const tally = new Utf8Tally();
  tally.add(head, false);
  return tally.broken === 0;
}

/** Latin text in UTF-16 has a NUL in every other byte. */
export function utf16WithoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even += 1;
    if (head[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** A stretch with letters beyond ASCII that is UTF-8 throughout is so hardly ever by chance. */
const VALID_CHUNK = 1000;
const ENOUGH_CHARACTERS = 1_000_000;

/** Counts characters beyond ASCII that are whole and those that are broken, over chunks cut anywhere. */
class Utf8Tally {
  whole = 0;
  broken = 0;
  #carry = Buffer.alloc(0);

  add(chunk: Buffer, last: boolean): void {
    const bytes = this.#carry.length === 0 ? chunk : Buffer.concat([this.#carry, chunk]);
    const cut = last ? bytes.length : bytes.length - unfinished(bytes);
    const part = bytes.subarray(0, cut);
    this.#carry = Buffer.from(bytes.subarray(cut));
    if (isAscii(part) || this.whole + this.broken > ENOUGH_CHARACTERS) return;
    const valid = isUtf8(part);
    if (valid && this.broken === 0) {
      this.whole += VALID_CHUNK;
      return;
    }
    for (const character of part.toString('utf8').matchAll(/[^\x00-\x7f]/gu)) {
      if (character[0] === '\uFFFD' && !valid) this.broken += 1;
      else this.whole += 1;
    }
  }
}

/** How many bytes at the end begin a character that is not complete. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

const NODE_NAMES: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['utf-8', 'utf-8'],
  ['utf16le', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['utf-16be', 'utf-16be'],
  ['latin1', 'windows-1252'],
  ['latin-1', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
]);

async function knownEncoding(name: string, path: string): Promise<string> {
  const lower = name.trim().toLowerCase();
  const known = NODE_NAMES.get(lower);
  if (known !== undefined) return known;
  const { default: iconv } = await import('iconv-lite');
  if (iconv.encodingExists(lower)) return lower;
  throw new UserError('unknown-encoding', `the encoding "${name}" is not known`, {
    file: path,
    hint: 'Use utf-8, utf-16le, utf-16be, windows-1252 or another name of the IANA list.',
  });
}
