import type { Preset, Signature } from '../../presets/preset.ts';

/** How many names the largest alternative of a signature that is all there has; 0 for none, or where a name is there that must not be. */
export function signatureScore(signature: Signature, names: ReadonlySet<string>): number {
  if (signature.noneOf?.some((name) => names.has(name)) === true) return 0;
  let best = 0;
  for (const alternative of signature.anyOf) {
    if (alternative.length > best && alternative.every((name) => names.has(name))) best = alternative.length;
  }
  return best;
}

/** The preset with the longest match, of equal ones the first listed; `names` are as `fieldKey` makes them. */
export function presetOf(presets: readonly Preset[], format: Preset['format'], names: Iterable<string>): Preset | undefined {
  const all = new Set(names);
  let best: Preset | undefined;
  let longest = 0;
  for (const preset of presets) {
    const score = preset.format === format ? signatureScore(preset.recognise, all) : 0;
    if (score > longest) [best, longest] = [preset, score];
  }
  return best;
}
