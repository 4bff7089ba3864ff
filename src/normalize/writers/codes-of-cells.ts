import { isMissingWord, mayBeMissing } from '../../lib/text/missing-word.ts';
import { sharedUint32s } from '../../lib/shared-arrays.ts';
import type { Codes } from '../../model/columns.ts';
import { Texts } from '../../model/texts.ts';
import type { CellIds } from './cell-ids.ts';

/** Codes for cells by their numbers: cells that differ only by blanks around them share one, words for "nothing" are code 0. The codes take the numbers' place. */
export function codesOfCells(cells: CellIds, ids: Codes): { codes: Codes; texts: Texts } {
  const { codeOf, texts } = plainCodes(cells) ?? trimmedCodes(cells);
  for (let row = 0; row < ids.length && codeOf !== null; row++) ids[row] = codeOf[ids[row]!]!;
  return { codes: ids, texts };
}

interface Coding {
  /** `null` where each number is the code. */
  readonly codeOf: Uint32Array | null;
  readonly texts: Texts;
}

/** Without blanks around any cell every cell is its own word, and none need be made a string; `null` where there may be any. */
function plainCodes(cells: CellIds): Coding | null {
  const { size, entries } = cells;
  const starts = sharedUint32s(size);
  const lengths = sharedUint32s(size);
  let codeOf: Uint32Array | null = null;
  let words = 0;
  for (let id = 1, entry = 4; id < size; id++, entry += 4) {
    const length = entries[entry + 2]!;
    if (length === 0) return null;
    const first = entries[entry]! & 0xff;
    const last = length < 4 ? (entries[entry]! >> (8 * length - 8)) & 0xff : entries[entry + 1]! >>> 24;
    // Some blanks lie beyond ASCII.
    if (first <= 32 || last <= 32 || first >= 127 || last >= 127) {
      const text = cells.text(id);
      if (text.trim() !== text) return null;
    }
    if (mayBeMissing(first, length) && isMissingWord(cells.text(id))) {
      codeOf ??= Uint32Array.from({ length: size }, (_, before) => (before < id ? before : 0));
      continue;
    }
    starts[++words] = entries[entry + 3]!;
    lengths[words] = length;
    if (codeOf !== null) codeOf[id] = words;
  }
  const texts = new Texts({
    kind: 'bytes',
    bytes: cells.bytes(),
    starts: starts.subarray(0, words + 1),
    lengths: lengths.subarray(0, words + 1),
  });
  return { codeOf, texts };
}

function trimmedCodes(cells: CellIds): Coding {
  const codeOf = new Uint32Array(cells.size);
  const known = new Map<string, number>();
  const values = [''];
  for (let id = 1; id < cells.size; id++) {
    const word = cells.text(id).trim();
    if (isMissingWord(word)) continue;
    let code = known.get(word);
    if (code === undefined) {
      code = values.push(word) - 1;
      known.set(word, code);
    }
    codeOf[id] = code;
  }
  return { codeOf, texts: new Texts({ kind: 'list', values }) };
}
