/** The signs of a screen, in Unicode and for terminals that only have ASCII. None of them carries a meaning that no word beside it says. */
export interface Glyphs {
  readonly up: string;
  readonly down: string;
  readonly same: string;
  readonly few: string;
  readonly rule: string;
  readonly dot: string;
  readonly ellipsis: string;
  readonly nothing: string;
  readonly pass: string;
  readonly fail: string;
}

const UNICODE: Glyphs = {
  up: '▲',
  down: '▼',
  same: '≈',
  few: '·',
  rule: '─',
  dot: ' · ',
  ellipsis: '…',
  nothing: '–',
  pass: '✔',
  fail: '✖',
};
const ASCII: Glyphs = {
  up: '^',
  down: 'v',
  same: '~',
  few: '.',
  rule: '-',
  dot: ', ',
  ellipsis: '...',
  nothing: '-',
  pass: 'ok',
  fail: 'x',
};

export function glyphsFor(unicode: boolean): Glyphs {
  return unicode ? UNICODE : ASCII;
}
