import stringWidth from 'string-width';

/** ASCII, Latin letters, middle dots, dashes, quotes, arrows, lines and blocks: a column each, whatever stands beside them here. string-width takes 16 ms to load. */
const NARROW = /^[\x20-\x7e\u00b7\u00c0-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2190-\u2193\u2500-\u259f]*$/;

/** Columns that the text takes in a terminal: CJK and emoji two, combining marks none, colour codes none. */
export function displayWidth(text: string): number {
  return NARROW.test(text) ? text.length : stringWidth(text);
}

/** The text cut to at most `width` columns, with an ellipsis where something is missing; never inside a letter with its marks or an emoji. For text without colour codes. */
export function truncate(text: string, width: number, ellipsis = '…'): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(ellipsis);
  if (room < 0) return '';
  let cut = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    const wide = displayWidth(segment);
    if (used + wide > room) break;
    cut += segment;
    used += wide;
  }
  return cut + ellipsis;
}

/** Blanks up to `width` columns; a longer text is left as it is. `side` says where the text stands. */
export function pad(text: string, width: number, side: 'left' | 'right' | 'center' = 'left'): string {
  const missing = width - displayWidth(text);
  if (missing <= 0) return text;
  if (side === 'right') return ' '.repeat(missing) + text;
  if (side === 'left') return text + ' '.repeat(missing);
  const before = Math.floor(missing / 2);
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** Lines of at most `width` columns, broken at blanks; a word that is longer than a line is cut across lines. At least one line. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (displayWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = displayWidth(word) <= width ? [word] : cutWord(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

function cutWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    if (piece !== '' && displayWidth(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
