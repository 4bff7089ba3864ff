import type { PlacedColumn } from './columns-elsewhere.ts';

/** Columns that say what they say by themselves: dates, numbers and durations of one table depend on one another. */
const BY_THEMSELVES: ReadonlySet<string> = new Set(['code', 'codes', 'flag']);
/** What a column costs, where one of dates or numbers costs 1: a dictionary by how many different words it has, lists are taken apart as well. */
const WORD_COST = 1;
const NEW_WORD_COST = 4;
const LIST_COST = 2;

/** The other thread has to open the table first. */
const SHARE = 0.38;

/** About half of the work of reading these columns: those of them that another thread may read. `sample` are rows of the table. */
export function dividedColumns(columns: readonly PlacedColumn[], sample: readonly (readonly string[])[]): readonly PlacedColumn[] {
  const costs = new Map(columns.map((placed) => [placed, costOf(placed, sample)]));
  const total = [...costs.values()].reduce((sum, cost) => sum + cost, 0);
  const others = new Set<PlacedColumn>();
  let given = 0;
  for (const [placed, cost] of [...costs].toSorted(([, a], [, b]) => b - a)) {
    if (!BY_THEMSELVES.has(placed.column.type) || given + cost > total * SHARE) continue;
    others.add(placed);
    given += cost;
  }
  return columns.filter((placed) => others.has(placed));
}

function costOf({ index, column: { type } }: PlacedColumn, sample: readonly (readonly string[])[]): number {
  if (!BY_THEMSELVES.has(type)) return 1;
  const words = new Set(sample.map((row) => row[index] ?? ''));
  const areNumbers = [...words].every((word) => /^\d*$/.test(word));
  const cost = WORD_COST + (areNumbers ? 0 : (NEW_WORD_COST * words.size) / Math.max(1, sample.length));
  return type === 'codes' ? cost + LIST_COST : cost;
}
