import { MOST_RESULTS } from '../../lib/wasm/byte-heap.ts';
import { type JsonRecord, RecordView } from '../../model/json.ts';
import { ByteRecord } from '../../read/bytes/json/byte-record.ts';
import type { Member, MemberSet } from '../../read/bytes/json/member-set.ts';
import type { CellRun } from '../../read/bytes/json/cell-run.ts';
import { FALSE, LIST, OBJECT, type RecordShape, TEXT } from '../../read/bytes/json/record-shape.ts';
import { quoteLongIntegers } from '../../read/json-numbers.ts';
import type { TableBuilder } from '../staging/table-builder.ts';
import type { ColumnWriter, Cursor } from '../writers/writer.ts';
import { cellOf, type JsonCell, writeCell } from './flatten.ts';
import { type FieldPath, valueAt } from './json-path.ts';

/** Rows that are written together. */
const RUN_ROWS = MOST_RESULTS;

interface Taker {
  readonly from: FieldPath;
  readonly writer: ColumnWriter;
}

type Holder = (record: JsonRecord, parent?: JsonRecord) => JsonRecord | undefined;

/** Fields by the object in the record that they come from. */
interface Group {
  readonly holder: Holder;
  /** Cells that are members of it as they stand there. */
  readonly cells: (Taker & { readonly path: string })[];
  readonly computed: Taker[];
  /** By the names of the object: the members that the cells are. */
  readonly places: Map<MemberSet, readonly Member[]>;
}

/** Rows that follow one another, whose objects lie among the same records. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shape: RecordShape;
}

const OWN: Holder = (record) => record;
const OF_PARENT: Holder = (_, parent) => parent;

/** Writes records that lie in bytes, many at a time and column by column: cells that are one member as it stands there as bytes, the others by their values. */
export class ViewWriter {
  readonly #builder: TableBuilder;
  readonly #groups: Group[] = [];
  readonly #records: ByteRecord[] = [];
  readonly #parents: (ByteRecord | undefined)[] = [];
  /** By row: the object that the fields of a group come from. */
  readonly #objects: (JsonRecord | undefined)[] = [];
  /** Where the slots of a stretch's objects begin. */
  readonly #bases = new Int32Array(RUN_ROWS);
  readonly #lines = new Int32Array(RUN_ROWS);
  readonly #lists = new WeakMap<object, JsonCell>();
  #rows = 0;
  /** The row of the table that the first of these is. */
  #first = 0;
  #cursor: Cursor = { row: 0 };

  constructor(builder: TableBuilder, takers: readonly Taker[]) {
    this.#builder = builder;
    for (const taker of takers) {
      const { holder, path } = placeOf(taker.from);
      const { writer } = taker;
      let group = this.#groups.find((one) => one.holder === holder);
      if (group === undefined) this.#groups.push((group = { holder, cells: [], computed: [], places: new Map() }));
      if (path === undefined || (writer.writeMany !== undefined && writer.writeLists === undefined)) group.computed.push(taker);
      else group.cells.push({ ...taker, path });
    }
  }

  /** Rows that wait to be written. */
  get rows(): number {
    return this.#rows;
  }

  write(record: ByteRecord, place: number, parent?: ByteRecord): void {
    const row = this.#rows++;
    this.#records[row] = record;
    this.#parents[row] = parent;
    this.#lines[row] = place;
    if (this.#rows === RUN_ROWS) this.flush();
  }

  /** To be called before the records go, and before a row is written by other means. */
  flush(): void {
    const rows = this.#rows;
    if (rows === 0) return;
    this.#rows = 0;
    this.#builder.addRows(this.#lines.subarray(0, rows), (cursor) => {
      this.#first = cursor.row;
      this.#cursor = cursor;
      for (const group of this.#groups) {
        for (let row = 0; row < rows; row++) this.#objects[row] = group.holder(this.#records[row]!, this.#parents[row]);
        this.#writeCells(group, rows);
        this.#writeComputed(group, rows);
      }
    });
  }

  #writeCells(group: Group, rows: number): void {
    const objects = this.#objects;
    for (let from = 0, to = 0; from < rows; from = to) {
      const object = objects[from];
      to = from + 1;
      // Rows that nothing is written to are empty.
      if (object === undefined) continue;
      if (!(object instanceof ByteRecord)) {
        for (const taker of group.cells) this.#writeValue(taker, from);
        continue;
      }
      const { shape, members } = object;
      this.#bases[from] = object.base;
      for (; to < rows; to++) {
        const next = objects[to];
        if (!(next instanceof ByteRecord) || next.members !== members || next.shape !== shape) break;
        this.#bases[to] = next.base;
      }
      const places = group.places.get(members) ?? learnPlaces(group, object);
      for (let cell = 0; cell < places.length; cell++) this.#writeColumn(group.cells[cell]!, places[cell]!, { from, to, shape });
    }
  }

  /** Cells that are not plainly written, or were not looked for when the records were read, are written by their values. */
  #writeColumn(taker: Taker, { slot }: Member, { from, to, shape }: Stretch): void {
    for (let row = from; row < to; row++) {
      if (slot >= 0) row = this.#writeRun(taker.writer, slot, { from: row, to, shape });
      if (row < to) this.#writeValue(taker, row);
    }
  }

  /** Writes the plain cells from the first row on; gives the row where they end. */
  #writeRun(writer: ColumnWriter, slot: number, { from, to, shape }: Stretch): number {
    const { kinds, starts, ends } = shape;
    const { cells } = shape.buffer;
    const { starts: froms, ends: tos } = cells;
    const bases = this.#bases;
    const [least, most] = writer.writeLists === undefined ? [FALSE, TEXT] : [LIST, LIST];
    let isEmpty = true;
    let row = from;
    for (; row < to; row++) {
      const place = bases[row]! + slot;
      const kind = kinds[place]!;
      if (kind >= least && kind <= most) {
        froms[row - from] = starts[place]!;
        tos[row - from] = ends[place]!;
        isEmpty = false;
      } else if (kind < FALSE || kind === OBJECT) froms[row - from] = tos[row - from] = 0;
      else break;
    }
    if (isEmpty) return row;
    cells.rows = row - from;
    this.#cursor.row = this.#first + from;
    if (writer.writeLists !== undefined) writer.writeLists(cells, 0, listOf);
    else if (writer.writeRun !== undefined) writer.writeRun(cells, 0);
    else this.#writeTexts(writer, cells);
    return row;
  }

  /** The memory may grow between them. */
  #writeTexts(writer: ColumnWriter, cells: CellRun): void {
    for (let row = 0, { rows } = cells; row < rows; row++) {
      const { bytes, starts, ends } = cells;
      if (starts[row] !== ends[row]) writer.write(bytes.toString('utf8', starts[row], ends[row]));
      this.#cursor.row++;
    }
  }

  #writeComputed({ computed }: Group, rows: number): void {
    if (computed.length === 0) return;
    for (let row = 0; row < rows; row++) {
      if (this.#objects[row] === undefined) continue;
      for (let taker = 0; taker < computed.length; taker++) this.#writeValue(computed[taker]!, row);
    }
  }

  /** Lists that come again are the same list, but for lists of views. */
  #writeValue({ from: path, writer }: Taker, row: number): void {
    const value = valueAt(path, this.#records[row]!, this.#parents[row]);
    if (value === undefined) return;
    this.#cursor.row = this.#first + row;
    if (!Array.isArray(value) || value[0] instanceof RecordView) return writeCell(writer, cellOf(value));
    let cell = this.#lists.get(value);
    if (cell === undefined) this.#lists.set(value, (cell = cellOf(value)));
    writeCell(writer, cell);
  }
}

/** The texts of a list in JSON. */
function listOf(text: string): readonly string[] {
  return cellOf(JSON.parse(quoteLongIntegers(text))) as readonly string[];
}

function learnPlaces({ cells, places }: Group, object: ByteRecord): readonly Member[] {
  const members = cells.map(({ path }) => object.want(path));
  places.set(object.members, members);
  return members;
}

/** The object that a field comes from and, where it is a member as it stands there, which. */
function placeOf(from: FieldPath): { readonly holder: Holder; readonly path?: string | undefined } {
  if (typeof from === 'string') return { holder: OWN, path: from };
  if (from.ofParent !== undefined) return { holder: OF_PARENT, path: from.ofParent };
  return from.within === undefined ? { holder: OWN } : { holder: from.within, path: from.member };
}
