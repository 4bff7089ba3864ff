/** Room that is used again for one text after another as UTF-8. */
export class Utf8Scratch {
  bytes = Buffer.alloc(1024);
  view = new DataView(this.bytes.buffer, this.bytes.byteOffset);

  /** Writes the text to the front of `bytes`, with some bytes left behind it; returns its length, −1 when UTF-8 cannot hold it (halves of characters, from JSON). */
  write(text: string): number {
    if (this.bytes.length < text.length * 3 + 16) {
      this.bytes = Buffer.alloc(text.length * 6 + 16);
      this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset);
    }
    const length = this.bytes.write(text);
    return length !== text.length && /\p{Surrogate}/u.test(text) ? -1 : length;
  }
}
