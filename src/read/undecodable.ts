const REPLACEMENT = '\uFFFD';
const ITS_BYTES = Buffer.from(REPLACEMENT);

/** Characters of a text that its bytes did not give: U+FFFD without those that the bytes do hold. */
export function undecodableIn(text: string, bytes: Buffer): number {
  return text.split(REPLACEMENT).length - 1 - occurrences(bytes);
}

function occurrences(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(ITS_BYTES); at !== -1; at = bytes.indexOf(ITS_BYTES, at + ITS_BYTES.length)) count += 1;
  return count;
}
