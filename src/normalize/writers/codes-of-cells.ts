import { isMissingWord, mayBeMissing } from '../../lib/text/missing-word.ts';
import { sharedUint32s } from '../../lib/shared-arrays.ts';
import { Texts } from '../../model/texts.ts';
import type { CellIds } from './cell-ids.ts';

/** Codes for cells by their numbers: cells that differ only by blanks around them share one, words for "nothing" are code 0. The codes take the numbers' place. */
export function codesOfCells(cells: CellIds, ids: Uint32Array): { codes: Uint32Array; texts: Texts } {
  const { codeOf, texts } = plainCodes(cells) ?? trimmedCodes(cells);
  const isSame = texts.size === cells.size && codeOf.every((code, id) => code === id);
  for (let row = 0; row < ids.length && !isSame; row++) ids[row] = codeOf[ids[row]!]!;
  return { codes: ids, texts };
}

interface Coding {
  readonly codeOf: Uint32Array;
  readonly texts: Texts;
}

/** Without blanks around any cell every cell is its own word, and none need be made a string; `null` where there may be any. */
function plainCodes(cells: CellIds): Coding | null {
  const { size } = cells;
  const codeOf = new Uint32Array(size);
  const idOf = new Uint32Array(size);
  let words = 0;
  for (let id = 1; id < size; id++) {
    const length = cells.length(id);
    if (length === 0) return null;
    const first = cells.firstByte(id);
    const last = cells.lastByte(id);
    // Some blanks lie beyond ASCII.
    if (first <= 32 || last <= 32 || first >= 127 || last >= 127) {
      const text = cells.text(id);
      if (text.trim() !== text) return null;
    }
    if (mayBeMissing(first, length) && isMissingWord(cells.text(id))) continue;
    codeOf[id] = ++words;
    idOf[words] = id;
  }
  const starts = sharedUint32s(words + 1);
  const lengths = sharedUint32s(words + 1);
  for (let code = 1; code <= words; code++) {
    starts[code] = cells.start(idOf[code]!);
    lengths[code] = cells.length(idOf[code]!);
  }
  return { codeOf, texts: new Texts({ kind: 'bytes', bytes: cells.bytes(), starts, lengths }) };
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
