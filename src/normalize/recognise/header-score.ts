import type { Preset } from '../../presets/preset.ts';
import { isKnownName } from '../../presets/synonyms.ts';
import { signatureScore } from './preset-of.ts';
import { headerForms } from '../plan/header.ts';

/** How much a row looks like a header: how many of its cells somebody knows as names, more where a preset knows the row as a whole. 0 when none. */
export function headerScore(presets: readonly Preset[]): (cells: readonly string[]) => number {
  // The rows of a head are asked about for every delimiter and again for its header.
  const forms = new Map<string, CellForms>();
  const formsOf = (cell: string): CellForms => {
    const { keys } = headerForms(cell);
    const made = { keys, known: keys.some(isKnownName) };
    forms.set(cell, made);
    return made;
  };
  return (cells) => {
    const names = new Set<string>();
    let known = 0;
    for (const cell of cells) {
      if (cell.length > 200) continue;
      const found = forms.get(cell) ?? formsOf(cell);
      for (const key of found.keys) names.add(key);
      if (found.known) known++;
    }
    let preset = 0;
    for (const one of presets) if (one.format === 'table') preset = Math.max(preset, signatureScore(one.recognise, names));
    return known + 2 * preset;
  };
}

interface CellForms {
  readonly keys: readonly string[];
  readonly known: boolean;
}
