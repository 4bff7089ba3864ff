/** Digits that a double cannot always hold. */
const LONG = /-?\d{16,}/g;
/** Looks at the start of every run of digits only: shorter ids would else be looked at once a digit. */
const ANY_LONG = /(?<!\d)\d{16}/;

/**
 * Puts integers of 16 digits and more between quotes, outside strings, so that ids keep all their digits.
 * Line breaks stay where they are. Costs one search when there is none.
 */
export function quoteLongIntegers(text: string): string {
  if (!ANY_LONG.test(text)) return text;
  const parts: string[] = [];
  let taken = 0;
  /** A place that is known to lie outside every string. */
  let outside = 0;
  for (const match of text.matchAll(LONG)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < outside) continue;
    if (!/[\s,:[]/.test(text[start - 1] ?? ' ') || !/[\s,\]}]/.test(text[end] ?? ' ')) continue;
    for (let quote = text.indexOf('"', outside); quote !== -1 && quote < start; quote = text.indexOf('"', outside)) {
      const close = closingQuote(text, quote + 1);
      if (close === -1) return parts.length === 0 ? text : parts.join('') + text.slice(taken);
      outside = close + 1;
    }
    if (start < outside) continue;
    outside = end;
    parts.push(text.slice(taken, start), '"', match[0], '"');
    taken = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(taken);
}

/** The quote that ends the JSON string whose first character is at `from`, or -1. */
export function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === 92 && at - 1 - backslashes >= from) backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}
