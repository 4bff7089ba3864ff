import { sharedFloat32s } from '../../lib/shared-arrays.ts';
import type { CodeColumn, Numbers } from '../../model/columns.ts';
import { plainNumberAt } from '../../lib/text/plain-number-at.ts';
import { parseNumberCell, plainNumber } from '../../lib/text/parse-number.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import { readWholeNumbers } from './heap-runs.ts';
import { RowNumbers } from './row-numbers.ts';
import { UnreadableCells, type UnreadableCount } from './unreadable-cells.ts';
import type { ColumnWriter, Cursor, Note } from './writer.ts';
import { grown } from './writer.ts';

interface NumberPart {
  readonly values: Numbers;
  readonly currencies: Uint32Array | undefined;
  readonly currencyNames: readonly string[];
  readonly openRows: readonly number[];
  readonly openCommaValues: readonly number[];
  readonly points: number;
  readonly commas: number;
  readonly unreadable: UnreadableCount;
}

/** Up to it a `Float32Array` holds every whole number, and those of a few columns together. */
const MOST_SHORT = 2 ** 20;

/** Decimal comma or point is decided for the whole column; a cell that can be read both ways waits until then. */
export function numberWriter(cursor: Cursor): ColumnWriter {
  const values = new RowNumbers(sharedFloat32s, { most: MOST_SHORT, none: NaN });
  let currencies: Uint32Array | null = null;
  const currencyNames: string[] = [''];
  const openRows: number[] = [];
  const openCommaValues: number[] = [];
  let points = 0;
  let commas = 0;
  const unreadable = new UnreadableCells();

  const setCurrency = (row: number, name: string): void => {
    currencies ??= new Uint32Array(values.capacity);
    let code = currencyNames.indexOf(name);
    if (code < 0) code = currencyNames.push(name) - 1;
    currencies[row] = code;
  };

  const writeUnusual = (row: number, text: string): void => {
    values.set(row, NaN);
    if (isMissingWord(text)) return;
    const cell = parseNumberCell(text);
    if (cell === null) {
      unreadable.add(row);
      return;
    }
    values.set(row, cell.value);
    if (cell.decimal === 'point') points++;
    else if (cell.decimal === 'comma') commas++;
    else if (cell.decimal === 'either') {
      openRows.push(row);
      openCommaValues.push(cell.commaValue);
    }
    if (cell.currency !== null) setCurrency(row, cell.currency);
  };

  const writeText = (row: number, text: string): void => {
    const plain = plainNumber(text);
    if (plain === plain) {
      values.set(row, plain);
      if (!Number.isInteger(plain)) points++;
    } else writeUnusual(row, text);
  };

  return {
    write(text) {
      writeText(cursor.row, text);
    },
    writeRun(run, slot) {
      const { row: first } = cursor;
      const { bytes, starts, ends } = run;
      const single = (row: number): void => {
        const from = starts[slot * run.stride + row]!;
        const to = ends[slot * run.stride + row]!;
        const plain = plainNumberAt(bytes, from, to);
        if (from === to) values.set(first + row, NaN);
        else if (plain === plain) {
          values.set(first + row, plain);
          if (!Number.isInteger(plain)) points++;
        } else writeText(first + row, bytes.toString('utf8', from, to));
      };
      readWholeNumbers(run, slot, { take: (row, found) => values.setWholes(row, found), first, none: NaN, single });
    },
    part: (rows): NumberPart => ({
      values: values.first(rows),
      currencies: currencies?.subarray(0, rows),
      currencyNames,
      openRows,
      openCommaValues,
      points,
      commas,
      unreadable: unreadable.part(),
    }),
    append(part) {
      const others = part as NumberPart;
      const { row: first } = cursor;
      values.append(first, others.values);
      others.currencies?.forEach((code, row) => {
        if (code > 0) setCurrency(first + row, others.currencyNames[code]!);
      });
      for (const row of others.openRows) openRows.push(first + row);
      openCommaValues.push(...others.openCommaValues);
      points += others.points;
      commas += others.commas;
      unreadable.append(first, others.unreadable);
    },
    grow(capacity) {
      values.grow(capacity);
      if (currencies !== null) currencies = grown(currencies, capacity);
    },
    finish(rows) {
      const notes: Note[] = [];
      if (commas > points) openRows.forEach((row, index) => values.set(row, openCommaValues[index]!));
      if (openRows.length > 0 && commas === points) {
        notes.push({
          code: 'unit-assumed',
          count: openRows.length,
          row: openRows[0]!,
          says: 'a comma before three digits parts thousands, a point decimals',
        });
      }
      notes.push(...unreadable.notes());
      const currency: CodeColumn | null =
        currencies === null ? null : { type: 'code', codes: currencies.subarray(0, rows), values: currencyNames };
      return { column: { type: 'number', values: values.first(rows) }, notes, currency };
    },
  };
}
