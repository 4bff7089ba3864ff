import type { FieldType } from '../../model/kinds.ts';
import type { RecordRun } from '../../read/reading.ts';
import type { ColumnWriter } from './writer.ts';

export interface LateWriter extends ColumnWriter {
  /** True while no cell held anything. */
  readonly isEmpty: () => boolean;
}

/** The same writer, which takes room from its first cell on that is not empty: layouts name many columns that most files lack. */
export function lateWriter(writer: ColumnWriter): LateWriter {
  const { write, writeMany, writeRun, writeLists } = writer;
  let room = 0;
  let isNeeded = false;
  const need = (): void => {
    if (isNeeded) return;
    isNeeded = true;
    writer.grow(room);
  };
  return {
    ...writer,
    write(text) {
      if (text === '' && !isNeeded) return;
      need();
      write(text);
    },
    ...(writeMany && {
      writeMany(texts) {
        need();
        writeMany(texts);
      },
    }),
    ...(writeRun && {
      writeRun(run, slot) {
        if (!isNeeded && isEmpty(run, slot)) return;
        need();
        writeRun(run, slot);
      },
    }),
    ...(writeLists && {
      writeLists(run, slot, listOf) {
        need();
        writeLists(run, slot, listOf);
      },
    }),
    part: (rows) => (isNeeded ? writer.part(rows) : null),
    append(part) {
      if (part === null) return;
      need();
      writer.append(part);
    },
    grow(capacity) {
      room = capacity;
      if (isNeeded) writer.grow(capacity);
    },
    isEmpty: () => !isNeeded,
    finish(rows) {
      if (!isNeeded) writer.grow(rows);
      return writer.finish(rows);
    },
  };
}

function isEmpty({ rows, starts, ends, stride }: RecordRun, slot: number): boolean {
  for (let row = 0, place = slot * stride; row < rows; row++, place++) if (starts[place] !== ends[place]) return false;
  return true;
}

const MAY_LACK: ReadonlySet<FieldType> = new Set(['time', 'number', 'duration']);

interface WrittenField {
  readonly column: { readonly type: FieldType; readonly target: string };
  readonly writer: LateWriter;
}

/** Without times and numbers that no row has; of a field all columns stay, or none. */
export function withoutEmpty<T extends WrittenField>(columns: readonly T[]): readonly T[] {
  const held = new Set(columns.filter(({ writer }) => !writer.isEmpty()).map(({ column }) => column.target));
  return columns.filter(({ column: { type, target } }) => held.has(target) || !MAY_LACK.has(type));
}
