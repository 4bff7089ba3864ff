import { type JsonRecord, RecordView } from '../../model/json.ts';
import { ByteRecord } from '../../read/bytes/json/byte-record.ts';
import type { Member, MemberSet } from '../../read/bytes/json/member-set.ts';
import { FALSE, OBJECT, TEXT } from '../../read/bytes/json/record-shape.ts';
import type { TableBuilder } from '../staging/table-builder.ts';
import type { ColumnWriter } from '../writers/writer.ts';
import { cellOf, type JsonCell, writeCell } from './flatten.ts';
import { type FieldPath, valueAt } from './json-path.ts';

/** Rows that are handed on together. */
const RUN_ROWS = 512;

interface Taker {
  readonly from: FieldPath;
  readonly writer: ColumnWriter;
}

type Holder = (record: JsonRecord, parent?: JsonRecord) => JsonRecord | undefined;

/** Cells that are members of one object as they stand there. */
interface CellGroup {
  readonly holder: Holder;
  readonly paths: string[];
  /** Their columns in the run. */
  readonly columns: number[];
  /** By the names of the object: the members. */
  readonly places: Map<MemberSet, readonly Member[]>;
  /** Whether any row of the run has the object. */
  isThere: boolean;
}

/** Cells that are computed, by the part of the record that they come from. */
interface ComputedGroup {
  readonly holder: Holder;
  readonly takers: Taker[];
}

const OWN: Holder = (record) => record;
const OF_PARENT: Holder = (_, parent) => parent;

/** Writes records that lie in bytes: cells that are one member as it stands there, a run of rows at a time, the others by their values. */
export class ViewWriter {
  readonly #builder: TableBuilder;
  readonly #groups: CellGroup[] = [];
  readonly #writers: ColumnWriter[] = [];
  readonly #computed: ComputedGroup[] = [];
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #lines = new Int32Array(RUN_ROWS);
  readonly #lists = new WeakMap<object, JsonCell>();
  #rows = 0;
  #bytes: Buffer | null = null;

  constructor(builder: TableBuilder, takers: readonly Taker[]) {
    this.#builder = builder;
    for (const taker of takers) {
      const { holder, path } = placeOf(taker.from);
      const { writer } = taker;
      if (path === undefined || writer.writeRun === undefined || writer.writeMany !== undefined) {
        const others = this.#computed.find((one) => one.holder === holder);
        if (others === undefined) this.#computed.push({ holder, takers: [taker] });
        else others.takers.push(taker);
        continue;
      }
      let group = this.#groups.find((one) => one.holder === holder);
      if (group === undefined) this.#groups.push((group = { holder, paths: [], columns: [], places: new Map(), isThere: false }));
      group.paths.push(path);
      group.columns.push(this.#writers.push(writer) - 1);
    }
    this.#starts = new Int32Array(this.#writers.length * RUN_ROWS);
    this.#ends = new Int32Array(this.#writers.length * RUN_ROWS);
  }

  /** False when this record must be written by its values: a cell is not plainly written, or was not looked for when the record was read. */
  write(record: ByteRecord, place: number, parent?: ByteRecord): boolean {
    const groups = this.#groups;
    for (let place = 0; place < groups.length; place++) {
      const group = groups[place]!;
      const holder = group.holder === OWN ? record : group.holder(record, parent);
      if (holder === undefined) this.#leaveEmpty(group);
      else if (!(holder instanceof ByteRecord) || !this.#find(group, holder)) return false;
    }
    const computed = this.#computed;
    for (let place = 0; place < computed.length; place++) {
      const { holder, takers } = computed[place]!;
      if (holder(record, parent) === undefined) continue;
      for (let taker = 0; taker < takers.length; taker++) {
        const { from, writer } = takers[taker]!;
        this.#writeValue(writer, valueAt(from, record, parent));
      }
    }
    this.#builder.endRecord(place);
    this.#bytes = record.shape.bytes;
    this.#lines[this.#rows++] = place;
    if (this.#rows === RUN_ROWS) this.flush();
    return true;
  }

  /** To be called before the bytes go, and before a row is written by other means. */
  flush(): void {
    const rows = this.#rows;
    if (rows === 0) return;
    this.#rows = 0;
    const run = { rows, bytes: this.#bytes!, starts: this.#starts, ends: this.#ends, stride: RUN_ROWS, lines: this.#lines };
    for (const group of this.#groups) {
      // Rows that nothing was written to are empty.
      if (group.isThere) this.#builder.writeBack(run, group.columns, this.#writers);
      group.isThere = false;
    }
  }

  #find(group: CellGroup, holder: ByteRecord): boolean {
    const { columns } = group;
    const members = group.places.get(holder.members) ?? learnPlaces(group, holder);
    const { base } = holder;
    const { kinds, starts, ends } = holder.shape;
    const row = this.#rows;
    if (!group.isThere) this.#begin(group);
    for (let cell = 0; cell < columns.length; cell++) {
      const { slot } = members[cell]!;
      if (slot < 0) return false;
      const at = columns[cell]! * RUN_ROWS + row;
      const kind = kinds[base + slot]!;
      if (kind >= FALSE && kind <= TEXT) {
        this.#starts[at] = starts[base + slot]!;
        this.#ends[at] = ends[base + slot]!;
      } else if (kind <= OBJECT) this.#starts[at] = this.#ends[at] = 0;
      else return false;
    }
    return true;
  }

  /** The rows before lack the object. */
  #begin(group: CellGroup): void {
    group.isThere = true;
    for (const column of group.columns) {
      this.#starts.fill(0, column * RUN_ROWS, column * RUN_ROWS + this.#rows);
      this.#ends.fill(0, column * RUN_ROWS, column * RUN_ROWS + this.#rows);
    }
  }

  #leaveEmpty({ columns, isThere }: CellGroup): void {
    if (!isThere) return;
    for (const column of columns) this.#starts[column * RUN_ROWS + this.#rows] = this.#ends[column * RUN_ROWS + this.#rows] = 0;
  }

  /** Lists that come again are the same list, but for lists of views. */
  #writeValue(writer: ColumnWriter, value: unknown): void {
    if (value === undefined) return writer.write('');
    if (!Array.isArray(value) || value[0] instanceof RecordView) return writeCell(writer, cellOf(value));
    let cell = this.#lists.get(value);
    if (cell === undefined) this.#lists.set(value, (cell = cellOf(value)));
    writeCell(writer, cell);
  }
}

function learnPlaces({ paths, places }: CellGroup, holder: ByteRecord): readonly Member[] {
  const members = paths.map((path) => holder.want(path));
  places.set(holder.members, members);
  return members;
}

/** The object that a field comes from and, where it is a member as it stands there, which. */
function placeOf(from: FieldPath): { readonly holder: Holder; readonly path?: string | undefined } {
  if (typeof from === 'string') return { holder: OWN, path: from };
  if (from.ofParent !== undefined) return { holder: OF_PARENT, path: from.ofParent };
  return from.within === undefined ? { holder: OWN } : { holder: from.within, path: from.member };
}
