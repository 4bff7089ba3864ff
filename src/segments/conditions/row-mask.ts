import type { Numbers } from '../../model/columns.ts';
import { zoneClock } from '../../lib/time/zone.ts';
import { column } from '../../model/dataset.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { DimensionContext, Grouping } from '../dimension.ts';
import { fieldGroups } from '../grouping.ts';
import { linkedRows } from '../links.ts';
import { matchingCodes, numberTest, positive } from './comparing.ts';
import type { Comparison, Condition } from './condition.ts';
import { findField, type Field, type Place } from './fields.ts';
import { inOurWords } from './known-values.ts';

/**
 * One byte for each row of the table: 1 where the condition holds. Only two answers: a missing value is unequal to every value,
 * neither less nor more than any, and equal to `null`; of several values (tags) one is enough.
 * `null` when the condition cannot speak of that table, as any part of it names what such rows do not have (the ticket's channel of an event).
 * @throws RangeError for a condition that did not come from `parseCondition` and does not hold together.
 */
export function rowMask(condition: Condition, context: DimensionContext, table: TableKind): Uint8Array | null {
  switch (condition.kind) {
    case 'compare':
      return comparisonMask(condition, context, table);
    case 'not': {
      const mask = rowMask(condition.part, context, table);
      return mask && mask.map((bit) => 1 - bit);
    }
    case 'and':
    case 'or': {
      const masks: Uint8Array[] = [];
      for (const part of condition.parts) {
        const mask = rowMask(part, context, table);
        if (mask === null) return null;
        masks.push(mask);
      }
      const both = condition.kind === 'and';
      return masks.reduce((left, right) => left.map((bit, row) => (both ? bit & right[row]! : bit | right[row]!)));
    }
  }
}

/** The fields and dimensions that the condition asks for, each once, under our names (`planKind`). */
export function fieldsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'compare':
      return [findField(condition.field)?.name ?? condition.field];
    case 'not':
      return fieldsOf(condition.part);
    case 'and':
    case 'or':
      return [...new Set(condition.parts.flatMap(fieldsOf))];
  }
}

function comparisonMask(comparison: Comparison, context: DimensionContext, table: TableKind): Uint8Array | null {
  const field = findField(comparison.field);
  if (field === undefined) throw new RangeError(`unknown field ${comparison.field}`);
  const hits =
    field.dimension === null ? fieldHits(field, comparison, { context, table }) : dimensionHits(field, comparison, { context, table });
  return hits && (positive(comparison).negated ? hits.map((bit) => 1 - bit) : hits);
}

interface Asked {
  readonly context: DimensionContext;
  readonly table: TableKind;
}

/** A dimension's name means the dimension; rows that have none of it may have a field of that name themselves (a customer's status). */
function dimensionHits(field: Field, comparison: Comparison, { context, table }: Asked): Uint8Array | null {
  const grouping = field.dimension!.groups(context, table);
  if (grouping !== null)
    return groupHits(
      grouping,
      matchingCodes(inOurWords(comparison, context, grouping.values), grouping.values, field.dimension!.ordered === true),
    );
  const own = { ...field, places: field.places.filter((place) => place.table === table) };
  return fieldHits(own, comparison, { context, table });
}

/** From the row's own table, else from the first that it is joined to. */
function fieldHits(field: Field, comparison: Comparison, asked: Asked): Uint8Array | null {
  const own = field.places.filter(({ table }) => table === asked.table);
  for (const place of [...own, ...field.places.filter((other) => !own.includes(other))]) {
    const hits = placeHits({ field, place, comparison }, asked);
    if (hits !== null) return hits;
  }
  return null;
}

function placeHits(
  { field, place, comparison }: { readonly field: Field; readonly place: Place; readonly comparison: Comparison },
  { context, table }: Asked,
): Uint8Array | null {
  const { dataset } = context;
  if (field.type === 'code' || field.type === 'codes') {
    const grouping = fieldGroups(dataset, { from: table, of: place.table, field: place.columns[0]! });
    return grouping && groupHits(grouping, matchingCodes(inOurWords(comparison, context, grouping.values), grouping.values, false));
  }
  const rows = linkedRows(dataset, { from: table, to: place.table });
  const values = rows && numbersOf(context, place);
  if (rows === null || values === null) return null;
  const test = numberTest({ comparison, field, clock: zoneClock(context.timeZone) });
  if (test === null) throw new RangeError(`a value of ${comparison.field} does not fit it`);
  if (rows === 'own') return hitsFor(values.length, (row) => test(values[row]!));
  return hitsFor(rows.length, (row) => test(rows[row] === -1 ? NaN : values[rows[row]!]!));
}

/** A plain loop: `Uint8Array.from` with a function takes several times as long. */
function hitsFor(rows: number, holds: (row: number) => boolean): Uint8Array {
  const hits = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) if (holds(row)) hits[row] = 1;
  return hits;
}

/** The first of the place's columns that the data has, as numbers; `NaN` is "missing". */
function numbersOf({ dataset }: DimensionContext, { table, columns }: Place): Numbers | null {
  for (const name of columns) {
    const found = column(dataset.tables[table], name, 'number') ?? column(dataset.tables[table], name, 'time');
    if (found !== undefined) return found.values;
    const flags = column(dataset.tables[table], name, 'flag');
    if (flags !== undefined) return Float64Array.from(flags.values, (flag) => (flag === 2 ? NaN : flag));
  }
  return null;
}

function groupHits({ codes, offsets }: Grouping, matches: Uint8Array): Uint8Array {
  if (offsets === undefined) return hitsFor(codes.length, (row) => matches[codes[row]!] === 1);
  const hits = new Uint8Array(offsets.length - 1);
  for (let row = 0; row < hits.length; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) if (matches[codes[at]!] === 1) hits[row] = 1;
  }
  return hits;
}
