const QUOTE = 34;

/** True when anything but blanks stands in the record for certain: some blanks lie beyond ASCII. */
export function holdsText(record: Uint8Array, delimiter: number): boolean {
  return record.some((code) => code > 32 && code < 127 && code !== delimiter && code !== QUOTE);
}

/** Copies a cell to `start` with every doubled quote single; returns where the copy ends. */
export function undouble(
  bytes: Uint8Array,
  { from, to, start }: { readonly from: number; readonly to: number; readonly start: number },
): number {
  let out = start;
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    bytes[out++] = code;
    if (code === QUOTE) at++;
  }
  return out;
}

/** Place of the first of so many ascending numbers that is not below `least`. */
export function firstFrom(numbers: Int32Array, count: number, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
