import type { CodeColumn } from '../../model/columns.ts';
import { dictionarySize, type WholeNumbers } from '../../model/texts.ts';
import { NumberIndex } from '../../lib/number-index.ts';
import type { Stacked } from './stack.ts';

/** Rows by (system, id): ticket 1 of two helpdesks are two tickets. */
export class Identity {
  /** The systems that the table's rows come from. */
  readonly systems: readonly string[];
  readonly #ids: CodeColumn | undefined;
  readonly #first: Int32Array[];
  #codeOf: Map<string, number> | undefined;

  /** `counts` says which rows do; of several with one identity the first is found. */
  constructor(table: Stacked, ids: CodeColumn | undefined, counts: (row: number) => boolean) {
    this.#ids = ids;
    this.systems = [...new Set(table.parts.map((part) => part.origin.system))];
    const place = table.parts.map((part) => this.systems.indexOf(part.origin.system));
    const size = ids === undefined ? 1 : dictionarySize(ids);
    this.#first = this.systems.map(() => new Int32Array(size).fill(-1));
    if (ids === undefined) return;
    for (let row = 0; row < table.rows; row++) {
      if (!counts(row)) continue;
      const code = ids.codes[row]!;
      const first = this.#first[place[table.part[row]!]!]!;
      if (code !== 0 && first[code] === -1) first[code] = row;
    }
  }

  /** The row of a system with the id of that code, -1 if none. */
  byCode(system: number, code: number): number {
    return code === 0 ? -1 : (this.#first[system]?.[code] ?? -1);
  }

  /** The same for each code of a list. */
  byCodes(system: number, codes: Uint32Array): Int32Array {
    const rows = new Int32Array(codes.length).fill(-1);
    const first = this.#first[system];
    for (let place = 0; place < codes.length && first !== undefined; place++) if (codes[place] !== 0) rows[place] = first[codes[place]!]!;
    return rows;
  }

  /** Codes of another dictionary in this one's; 0 where it lacks the word. */
  recode(column: CodeColumn): Uint32Array {
    const ids = this.#ids?.texts?.numbers;
    const numbers = column.texts?.numbers;
    if (ids !== undefined && numbers !== undefined) return recodeNumbers(numbers, ids);
    const { values } = column;
    if (values.length === 1) return new Uint32Array(1);
    if (this.#codeOf === undefined) {
      this.#codeOf = new Map((this.#ids?.values ?? ['']).map((value, code) => [value, code]));
      this.#codeOf.delete('');
    }
    const recoded = new Uint32Array(values.length);
    for (let code = 1; code < values.length; code++) recoded[code] = this.#codeOf.get(values[code]!) ?? 0;
    return recoded;
  }

  /** The system whose rows those of `system` speak of: its own, else a generic file's, else the only one there is. -1 where it cannot be told. */
  systemFor(system: string): number {
    const own = this.systems.indexOf(system);
    if (own >= 0) return own;
    if (this.systems.length === 1) return 0;
    return this.systems.indexOf('generic');
  }
}

/** Codes of numbers by those of the same numbers among others. */
export function recodeNumbers(numbers: WholeNumbers, others: WholeNumbers): Uint32Array {
  const same = sameFromStart(numbers, others);
  if (same === numbers.length) return Uint32Array.from({ length: same + 1 }, (_, code) => code);
  const index = new NumberIndex();
  for (let place = 0; place < others.length; place++) index.placeOf(others[place]!);
  const recoded = new Uint32Array(numbers.length + 1);
  for (let place = 0; place < numbers.length; place++) recoded[place + 1] = index.find(numbers[place]!) + 1;
  return recoded;
}

/** How many numbers both begin with: all of them, mostly, where what belongs to tickets was read along with them. */
function sameFromStart(numbers: WholeNumbers, others: WholeNumbers): number {
  const most = Math.min(numbers.length, others.length);
  let same = 0;
  while (same < most && numbers[same] === others[same]) same++;
  return same;
}
