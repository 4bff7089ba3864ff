import { fieldKey } from './field-key.ts';
import type { Preset, Signature } from './preset.ts';

/**
 * How well a header (or the keys of JSON records, in `fieldKey` form) fits: the size of the largest alternative that is all there,
 * 0 for none or where a name is there that must not be.
 */
export function signatureScore(signature: Signature, names: ReadonlySet<string>): number {
  if (signature.noneOf?.some((name) => names.has(name)) === true) return 0;
  let best = 0;
  for (const alternative of signature.anyOf) {
    if (alternative.length > best && alternative.every((name) => names.has(name))) best = alternative.length;
  }
  return best;
}

/** The preset whose signature fits best, or `undefined`: then the file is for the generic mapper. The first listed wins a tie. */
export function recognisePreset(presets: readonly Preset[], { format, names }: { readonly format: Preset['format']; readonly names: Iterable<string> }): Preset | undefined {
  const keys = new Set([...names].map(fieldKey));
  let best: Preset | undefined;
  let bestScore = 0;
  for (const preset of presets) {
    const score = preset.format === format ? signatureScore(preset.recognise, keys) : 0;
    if (score > bestScore) [best, bestScore] = [preset, score];
  }
  return best;
}
