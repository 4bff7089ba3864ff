import type { CodeColumn, Column } from '../../model/columns.ts';
import type { FieldType } from '../../model/kinds.ts';
import { durationUnitOf } from '../../lib/time/parse-duration.ts';
import type { RecordRun } from '../../read/reading.ts';
import type { FieldMapping } from '../../presets/preset.ts';
import type { Findings } from '../warnings.ts';
import { quoted } from '../warnings.ts';
import { codeWriter } from '../writers/code-writer.ts';
import { codesWriter } from '../writers/codes-writer.ts';
import { durationWriter } from '../writers/duration-writer.ts';
import { flagWriter } from '../writers/flag-writer.ts';
import { lateWriter, withoutEmpty, type LateWriter } from '../writers/late-writer.ts';
import { memberWriter } from '../writers/member-writer.ts';
import { numberWriter } from '../writers/number-writer.ts';
import { timeWriter } from '../writers/time-writer.ts';
import type { DateContext, TimeWriter } from '../writers/time-writer.ts';
import type { ColumnWriter, Cursor, WrittenPart } from '../writers/writer.ts';
import { grown } from '../writers/writer.ts';
import { isDurationNumber } from '../plan/content.ts';
import { lostCall } from '../vocabulary/call-results.ts';
import { combineColumns } from './combine.ts';
import { reportContradictoryOrders } from './contradictory-orders.ts';
import { mendIds } from './ids.ts';
import { mayBeMinutes } from './short-clocks.ts';
import { settleUnits } from './units.ts';
import type { OpenDuration } from './units.ts';
import { dropUnconfirmedZeros } from './unconfirmed-zeros.ts';
import type { ZeroIsNone } from './unconfirmed-zeros.ts';

/** One source column on its way into the table. */
export interface BuiltColumn {
  readonly target: string;
  readonly type: FieldType;
  readonly mapping: FieldMapping;
  /** As the source calls it, for messages. */
  readonly label: string;
  /** Zone that the header names. */
  readonly zone?: string | undefined;
}

export interface BuilderOptions {
  readonly file: string;
  readonly findings: Findings;
  /** Of zone-less time stamps whose column names none. */
  readonly zone: string | undefined;
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | undefined;
  /** Leaves out times and numbers that no row has: the columns are those that there may be. */
  readonly withoutEmpty?: boolean;
}

export interface BuiltTable {
  readonly rows: number;
  readonly columns: Map<string, Column>;
  readonly lines: Uint32Array;
}

/** Rows on their way into a table, as another thread can have them. */
export interface TablePart {
  readonly rows: number;
  readonly lines: Uint32Array;
  readonly columns: readonly WrittenPart[];
}

const FIRST_CAPACITY = 1024;

/** Rows of one kind from one input, written cell by cell into typed columns that grow together. */
export class TableBuilder {
  readonly #options: BuilderOptions;
  readonly #cursor = { row: 0 };
  readonly #dates: DateContext;
  readonly #columns: { readonly column: BuiltColumn; readonly writer: LateWriter }[] = [];
  #capacity = FIRST_CAPACITY;
  #lines = new Uint32Array(FIRST_CAPACITY);

  constructor(options: BuilderOptions) {
    this.#options = options;
    this.#dates = { order: options.dateOrder === 'ymd' ? undefined : options.dateOrder };
  }

  /** The row that is being written: as many as are written already. */
  get row(): number {
    return this.#cursor.row;
  }

  add(column: BuiltColumn): ColumnWriter {
    const writer = lateWriter(this.#writerOf(column));
    writer.grow(this.#capacity);
    this.#columns.push({ column, writer });
    return column.mapping.member === undefined ? writer : memberWriter(writer, column.mapping.member);
  }

  /** All rows so far, instead of a finished table: for a builder of the same columns, maybe in another thread. */
  part(): TablePart {
    const { row } = this.#cursor;
    return { rows: row, lines: this.#lines.subarray(0, row), columns: this.#columns.map(({ writer }) => writer.part(row)) };
  }

  /** Takes the rows of a builder of the same columns, whose lines began to count so much later. */
  append({ rows, lines, columns }: TablePart, linesBefore: number): void {
    this.reserve(rows);
    const { row } = this.#cursor;
    this.#columns.forEach(({ writer }, place) => writer.append(columns[place]!));
    for (let at = 0; at < rows; at++) this.#lines[row + at] = lines[at]! + linesBefore;
    this.#cursor.row = row + rows;
  }

  endRecord(line: number): void {
    this.#lines[this.#cursor.row] = line;
    this.#cursor.row++;
    this.reserve(0);
  }

  /** Makes room for so many rows from the present one on. */
  reserve(rows: number): void {
    const wanted = this.#cursor.row + rows;
    if (wanted < this.#capacity) return;
    this.#capacity = Math.max(this.#capacity * 2, wanted + 1);
    this.#lines = grown(this.#lines, this.#capacity);
    for (const { writer } of this.#columns) writer.grow(this.#capacity);
  }

  /** Writes a run of records by the writers of its columns, in their order; those without one are nobody's. */
  takeRun(run: RecordRun, writers: readonly (ColumnWriter | undefined)[]): void {
    this.reserve(run.rows);
    const { row } = this.#cursor;
    writers.forEach((writer, slot) => {
      if (writer === undefined) return;
      if (writer.writeRun === undefined) this.#writeCells(run, slot, writer);
      else writer.writeRun(run, slot);
    });
    this.#lines.set(run.lines.subarray(0, run.rows), row);
    this.#cursor.row = row + run.rows;
  }

  /** Adds as many rows as there are lines; `write` moves the cursor over them as it likes. */
  addRows(lines: Int32Array, write: (cursor: Cursor) => void): void {
    this.reserve(lines.length);
    const { row } = this.#cursor;
    write(this.#cursor);
    this.#lines.set(lines, row);
    this.#cursor.row = row + lines.length;
  }

  #writeCells({ rows, bytes, starts, ends, stride }: RecordRun, slot: number, writer: ColumnWriter): void {
    const { row } = this.#cursor;
    for (let at = 0; at < rows; at++) {
      this.#cursor.row = row + at;
      writer.write(bytes.toString('utf8', starts[slot * stride + at], ends[slot * stride + at]));
    }
    this.#cursor.row = row;
  }

  finish(): BuiltTable {
    const rows = this.#cursor.row;
    const lines = this.#lines.subarray(0, rows);
    this.#settleDateOrder();
    const { file, findings } = this.#options;
    const finished: { readonly target: string; readonly column: Column }[] = [];
    const durations: OpenDuration[] = [];
    const zeroIsNone: ZeroIsNone[] = [];
    let currency: CodeColumn | null = null;
    for (const {
      column: { target, label, mapping },
      writer,
    } of this.#options.withoutEmpty === true ? withoutEmpty(this.#columns) : this.#columns) {
      const written = writer.finish(rows);
      for (const { code, count, row, says } of written.notes) {
        const about = says === undefined ? quoted(label) : `in ${quoted(label)} ${says}`;
        findings.add({ code, count, file, line: row < 0 ? undefined : lines[row], about });
      }
      if (written.bare !== undefined && written.column.type === 'number')
        durations.push({ label, mapping, column: written.column, bare: written.bare, short: written.short });
      currency ??= written.currency ?? null;
      if (mapping.zeroIsNone === true && written.column.type === 'number')
        zeroIsNone.push({ field: mapping.field, column: written.column });
      finished.push({ target, column: mendIds(target, withOffset(written.column, mapping), { file, lines, label }) });
    }
    const columnOf = (field: string): Column | undefined => finished.find(({ target }) => target === field)?.column;
    dropUnconfirmedZeros(zeroIsNone, columnOf);
    settleUnits(durations, { columns: columnOf, findings, file });
    const columns = combined(finished);
    if (currency !== null && !columns.has('currency')) columns.set('currency', currency);
    return { rows, columns, lines };
  }

  /** A column whose every date can be read both ways follows the other columns of its file, unless the user said what it is. */
  #settleDateOrder(): void {
    const proofs = this.#columns.flatMap(({ column: { label }, writer }) => {
      if (!('evidence' in writer)) return [];
      const { dmy, mdy } = (writer as TimeWriter).evidence();
      return dmy === mdy ? [] : [{ label, dmy, mdy }];
    });
    reportContradictoryOrders(proofs, this.#options);
    if (this.#dates.order !== undefined) return;
    const lead = proofs.reduce((sum, { dmy, mdy }) => sum + dmy - mdy, 0);
    if (lead !== 0) this.#dates.order = lead > 0 ? 'dmy' : 'mdy';
  }

  #durations(mapping: FieldMapping, label: string): ColumnWriter {
    const unit = mapping.unit ?? durationUnitOf(label).unit ?? undefined;
    return durationWriter(this.#cursor, unit, mayBeMinutes(mapping, label));
  }

  #writerOf({ type, mapping, zone, label }: BuiltColumn): ColumnWriter {
    const cursor = this.#cursor;
    switch (type) {
      case 'time':
        return timeWriter(cursor, mapping.zone ?? zone ?? this.#options.zone, this.#dates);
      case 'duration':
        return this.#durations(mapping, label);
      case 'number':
        return isDurationNumber(mapping.field) ? this.#durations(mapping, label) : numberWriter(cursor);
      case 'flag':
        return flagWriter(cursor, { inverse: mapping.inverse, more: mapping.field === 'abandoned' ? lostCall : undefined });
      case 'codes':
        return codesWriter(cursor);
      case 'code':
        return codeWriter(cursor);
    }
  }
}

function combined(finished: readonly { readonly target: string; readonly column: Column }[]): Map<string, Column> {
  const lists = new Map<string, Column[]>();
  for (const { target, column } of finished) {
    const list = lists.get(target);
    if (list === undefined) lists.set(target, [column]);
    else list.push(column);
  }
  return new Map([...lists].map(([target, list]) => [target, combineColumns(list)]));
}

/** Counts that include the first of their kind. */
function withOffset(column: Column, { offset: by }: FieldMapping): Column {
  if (by === undefined || column.type !== 'number') return column;
  return { type: 'number', values: column.values.map((value) => (Number.isNaN(value) ? value : Math.max(0, value + by))) };
}
