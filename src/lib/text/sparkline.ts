const BLOCKS = [...'▁▂▃▄▅▆▇█'];
/** From light to dark, for terminals without block characters. */
const ASCII = [...'.:-=+*#@'];

/** One character a point between the series' own minimum and maximum; a point without value is a blank; a flat series runs in the middle. Empty without any value. */
export function sparkline(values: readonly (number | null)[], unicode: boolean): string {
  const glyphs = unicode ? BLOCKS : ASCII;
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!isPoint(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return '';
  // Halves keep the span finite for values near the largest number there is.
  const half = high / 2 - low / 2;
  const top = glyphs.length - 1;
  return values.map((value) => (isPoint(value) ? glyphs[half === 0 ? 3 : Math.round(((value / 2 - low / 2) / half) * top)] : ' ')).join('');
}

function isPoint(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}

/** A horizontal bar of `width` columns for a share 0–1, by eighths where block characters are there; padded with blanks. */
export function shareBar(share: number, width: number, unicode: boolean): string {
  const bounded = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0));
  if (!unicode) return '#'.repeat(Math.round(bounded * width)).padEnd(width);
  const eighths = Math.round(bounded * width * 8);
  const full = Math.floor(eighths / 8);
  const rest = [...' ▏▎▍▌▋▊▉'][eighths % 8] ?? '';
  return ('█'.repeat(full) + (eighths % 8 === 0 ? '' : rest)).padEnd(width);
}
