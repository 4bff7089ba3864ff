const QUOTE = 34;
const LF = 10;
const CR = 13;

/** True when anything but blanks stands in the record for certain: some blanks lie beyond ASCII. */
function holdsText(record: Uint8Array, delimiter: number): boolean {
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

/** Bytes of the line end at `at` (LF, CRLF or CRCRLF), 1 for another byte, 0 for a CR alone, −1 where the text ends too early to tell. */
export function lineEndLength(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at] !== CR) return 1;
  const next = at + 1 < end ? bytes[at + 1] : -1;
  const afterNext = at + 2 < end ? bytes[at + 2] : -1;
  if (next === LF) return 2;
  if (next === CR && afterNext === LF) return 3;
  return next === -1 || (next === CR && afterNext === -1) ? -1 : 0;
}

/** Whether a record, from `start` to `end`, begins like a row: with a digit, or else with nothing that `isOrdinary` takes for a title or a total. */
export function beginsLikeRow(
  bytes: Buffer,
  { start, firstEnd, end }: { readonly start: number; readonly firstEnd: number; readonly end: number },
  { isOrdinary, delimiter }: { readonly isOrdinary: (firstCell: string) => boolean; readonly delimiter: number },
): boolean {
  const from = bytes[start] === QUOTE ? start + 1 : start;
  if (bytes[from]! >= 48 && bytes[from]! <= 57) return true;
  const text = bytes.toString('utf8', from, firstEnd);
  return isOrdinary(text) && (text.trim() !== '' || holdsText(bytes.subarray(start, end), delimiter));
}
