import type { TableKind } from '../model/kinds.ts';
import type { Dimension, DimensionContext, Grouping } from './dimension.ts';
import { findDimension } from './index.ts';

const NONE = '(none)';

/** Groups of one dimension or of several crossed. */
export interface GroupedRows extends Grouping {
  /** `channel`, `channel+priority`. */
  readonly by: string;
  readonly dimensions: readonly Dimension[];
  /** True when the order of the values is their meaning, in every dimension. */
  readonly ordered: boolean;
  /** Of crossed dimensions only: for each value one key a dimension, `null` where it is missing. Value 0 stands for rows that lack all of them. */
  readonly keys?: readonly (readonly (string | null)[])[];
}

/** The dimensions of `channel`, of `channel+priority`. Throws UserError `unknown-dimension`. */
export function parseBy(by: string): readonly Dimension[] {
  return by.split('+').map(findDimension);
}

/**
 * The groups of a table's rows by one dimension, or by several crossed (a row with two tags is in the group of each).
 * `null` where the data does not carry one of them for such rows.
 */
export function groupRows(dimensions: readonly Dimension[], context: DimensionContext, table: TableKind): GroupedRows | null {
  const groupings: Grouping[] = [];
  for (const dimension of dimensions) {
    const grouping = dimension.groups(context, table);
    if (grouping === null) return null;
    groupings.push(grouping);
  }
  const described = {
    by: dimensions.map(({ id }) => id).join('+'),
    dimensions,
    ordered: dimensions.length > 0 && dimensions.every(({ ordered }) => ordered === true),
  };
  const [first, ...others] = groupings;
  if (first === undefined) return null;
  if (others.length === 0) return { ...first, ...described };
  const crossed = others.reduce(cross, { ...first, keys: first.values.map((value, code) => [code === 0 ? null : value]) });
  return { ...crossed, ...described };
}

interface Crossed extends Grouping {
  readonly keys: readonly (readonly (string | null)[])[];
}

/** Only combinations that occur become values, in the order of their parts. */
function cross(left: Crossed, right: Grouping): Crossed {
  const width = right.values.length;
  const rows = left.offsets === undefined ? left.codes.length : left.offsets.length - 1;
  const several = left.offsets !== undefined || right.offsets !== undefined;
  const offsets = new Uint32Array(several ? rows + 1 : 0);
  const pairs: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let one = left.offsets?.[row] ?? row, end = left.offsets?.[row + 1] ?? row + 1; one < end; one++) {
      for (let other = right.offsets?.[row] ?? row, stop = right.offsets?.[row + 1] ?? row + 1; other < stop; other++) {
        pairs.push(left.codes[one]! * width + right.codes[other]!);
      }
    }
    if (several) offsets[row + 1] = pairs.length;
  }
  const found = [...new Set(pairs).add(0)].toSorted((a, b) => a - b);
  const codeOf = new Map(found.map((pair, code) => [pair, code]));
  const keys = found.map((pair) => [...left.keys[Math.floor(pair / width)]!, pair % width === 0 ? null : right.values[pair % width]!]);
  return {
    codes: Uint32Array.from(pairs, (pair) => codeOf.get(pair)!),
    values: keys.map((key, code) => (code === 0 ? '' : key.map((part) => part ?? NONE).join(' + '))),
    keys,
    ...(several ? { offsets } : {}),
  };
}
