import { undecodableIn } from '../../undecodable.ts';
import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

export const MAX_LINE_CHARACTERS = 64 * 1024 * 1024;

/** A line that comes in pieces; beyond 64 Mi characters it is let go. */
export class LongLine {
  undecodable = 0;
  #pieces: Buffer[] | null = [];
  #characters = 0;
  readonly #decoder = new StringDecoder('utf8');

  /** Takes a copy. */
  add(bytes: Buffer): void {
    if (this.#pieces === null) return;
    this.#characters += this.#decoder.write(bytes).length;
    this.#pieces.push(Buffer.from(bytes));
    if (this.#characters > MAX_LINE_CHARACTERS) this.#pieces = null;
  }

  /** `null` when it was too long. */
  text(): string | null {
    if (this.#pieces === null) return null;
    const bytes = Buffer.concat(this.#pieces);
    const text = bytes.toString('utf8');
    if (!isUtf8(bytes)) this.undecodable = undecodableIn(text, bytes);
    return text;
  }
}
