import type { CodeColumn } from '../../model/columns.ts';
import { parseNumberCell, plainNumber } from '../../lib/text/parse-number.ts';
import { isMissingWord } from '../../lib/text/missing-word.ts';
import type { ColumnWriter, Cursor, Note } from './writer.ts';
import { grown } from './writer.ts';

/** Decimal comma or point is decided for the whole column; a cell that can be read both ways waits until then. */
export function numberWriter(cursor: Cursor): ColumnWriter {
  let values = new Float64Array(0);
  let currencies: Uint32Array | null = null;
  const currencyNames: string[] = [''];
  const openRows: number[] = [];
  const openCommaValues: number[] = [];
  let points = 0;
  let commas = 0;
  let unreadable = 0;
  let firstUnreadable = -1;

  const writeUnusual = (text: string): void => {
    const row = cursor.row;
    values[row] = NaN;
    if (isMissingWord(text)) return;
    const cell = parseNumberCell(text);
    if (cell === null) {
      unreadable++;
      if (firstUnreadable < 0) firstUnreadable = row;
      return;
    }
    values[row] = cell.value;
    if (cell.decimal === 'point') points++;
    else if (cell.decimal === 'comma') commas++;
    else if (cell.decimal === 'either') {
      openRows.push(row);
      openCommaValues.push(cell.commaValue);
    }
    if (cell.currency !== null) {
      currencies ??= new Uint32Array(values.length);
      let code = currencyNames.indexOf(cell.currency);
      if (code < 0) code = currencyNames.push(cell.currency) - 1;
      currencies[row] = code;
    }
  };

  return {
    write(text) {
      const plain = plainNumber(text);
      if (plain === plain) {
        values[cursor.row] = plain;
        if (!Number.isInteger(plain)) points++;
      } else writeUnusual(text);
    },
    grow(capacity) {
      values = grown(values, capacity, NaN);
      if (currencies !== null) currencies = grown(currencies, capacity);
    },
    finish(rows) {
      const notes: Note[] = [];
      if (commas > points) openRows.forEach((row, index) => (values[row] = openCommaValues[index]!));
      if (openRows.length > 0 && commas === points) {
        notes.push({
          code: 'unit-assumed',
          count: openRows.length,
          row: openRows[0]!,
          says: 'a comma before three digits parts thousands, a point decimals',
        });
      }
      if (unreadable > 0) notes.push({ code: 'unknown-value', count: unreadable, row: firstUnreadable });
      const currency: CodeColumn | null =
        currencies === null ? null : { type: 'code', codes: currencies.slice(0, rows), values: currencyNames };
      return { column: { type: 'number', values: values.slice(0, rows) }, notes, currency };
    },
  };
}
