import type { Codes, CodesColumn } from '../../model/columns.ts';
import { columnOfLists } from '../../model/lists.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import { CellIds } from './cell-ids.ts';
import { cellsPart, learnCells, type CellsPart } from './cells-part.ts';
import { textsOfCells } from './texts-of-cells.ts';
import { RowCodes } from './row-codes.ts';
import type { ColumnWriter, Cursor } from './writer.ts';

interface CodesPart {
  readonly cells: CellsPart;
  readonly lists: ReadonlyMap<number, readonly string[]>;
}

/** Tags. A row's cell is held as one text by dictionary and split once a distinct cell, since tag cells repeat. */
export function codesWriter(cursor: Cursor): ColumnWriter {
  const cells = new CellIds();
  const lists = new Map<number, readonly string[]>();
  /** Numbers of lists that may come again as the very same. */
  const known = new WeakMap<readonly string[], number>();
  const ids = new RowCodes(cells);
  /** Texts of lists, and the numbers of these lists by theirs. */
  const texts = new CellIds();
  const idOfText: number[] = [0];
  const idOfList = (list: readonly string[]): number => {
    if (list.length === 0) return 0;
    // a list never splits further; the control character keeps its key apart from any cell text
    const id = cells.ofText(`\u0000${list.join('\u0000')}`);
    if (!lists.has(id)) lists.set(id, list);
    return id;
  };
  return {
    write(text) {
      ids.write(cursor.row, text);
    },
    writeRun(run, slot) {
      ids.writeRun(cursor.row, run, slot);
    },
    writeMany(list) {
      let id = known.get(list);
      if (id === undefined) known.set(list, (id = idOfList(list)));
      ids.set(cursor.row, id);
    },
    writeLists(run, slot, listOf) {
      let found = texts.ofRun(run, slot);
      // They lie in memory that may move when more is learned.
      if (texts.size > idOfText.length) found = found.slice();
      for (let text = idOfText.length; text < texts.size; text++) idOfText.push(idOfList(listOf(texts.text(text))));
      for (let row = 0; row < run.rows; row++) ids.set(cursor.row + row, idOfText[found[row]!]!);
    },
    part: (rows): CodesPart => ({ cells: cellsPart(cells, ids.first(rows)), lists }),
    append(part) {
      const others = part as CodesPart;
      const idOf = learnCells(cells, others.cells);
      ids.append(cursor.row, others.cells, idOf);
      for (const [id, list] of others.lists) if (!lists.has(idOf[id]!)) lists.set(idOf[id]!, list);
    },
    grow(capacity) {
      ids.grow(capacity);
    },
    finish(rows) {
      const all: (string | readonly string[])[] = textsOfCells(cells);
      for (const [id, list] of lists) all[id] = list;
      return { column: splitCells(ids.first(rows), all), notes: [] };
    },
  };
}

/** `,` or `;` part tags where any cell has one; else blanks do (Zendesk), for then no tag holds one. */
function separator(texts: readonly (string | readonly string[])[]): RegExp {
  const any = (mark: string): boolean => texts.some((text) => typeof text === 'string' && text.includes(mark));
  if (any(';') && !any(',')) return /;/;
  if (any(',')) return /,/;
  if (any('|')) return /\|/;
  return /\s+/;
}

function splitCells(cells: Codes, texts: readonly (string | readonly string[])[]): CodesColumn {
  const mark = separator(texts);
  const dictionary = new Map<string, number>();
  const values: string[] = [''];
  /** The codes of each distinct cell, one after another, and where those of each end. */
  const lists: number[] = [];
  const ends = new Uint32Array(texts.length);
  /** By code: the cell that had it last. */
  const lastCell: number[] = [-1];
  texts.forEach((text, cell) => {
    const words = typeof text === 'string' ? unbracket(text).split(mark) : text;
    for (const word of words) {
      const tag = word.trim();
      let code = dictionary.get(tag);
      if (code === undefined) {
        if (isMissingWord(tag)) continue;
        code = values.length;
        values.push(tag);
        dictionary.set(tag, code);
        lastCell.push(-1);
      }
      if (lastCell[code] !== cell) lists.push(code);
      lastCell[code] = cell;
    }
    ends[cell] = lists.length;
  });
  return columnOfLists({ numbers: cells, codes: Uint32Array.from(lists), ends }, values);
}

/** Lists that pandas or a JSON dump wrote into a cell: `['a', 'b']`, `["a","b"]`. */
function unbracket(text: string): string {
  const trimmed = text.trim();
  if (!(trimmed.startsWith('[') && trimmed.endsWith(']'))) return trimmed;
  return trimmed.slice(1, -1).replace(/(^|,)\s*["']|["']\s*(?=,|$)/g, '$1');
}
