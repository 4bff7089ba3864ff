/** A group by its keys, one a dimension, and how many rows it has. */
export interface SizedGroup {
  readonly keys: readonly (string | null)[];
  readonly rows: number;
}

export interface Suppression<T> {
  readonly shown: readonly T[];
  /** Smaller than the minimum. */
  readonly small: readonly T[];
  /** Large enough, but what is shown and a total would give a small one away by subtraction. */
  readonly withThem: readonly T[];
}

/**
 * Which groups must not be shown. Whoever knows a total (that of the report; of crossed dimensions also that of each key) can subtract all
 * groups that are shown from it: where only one was left out, that one would be known. Then the next smallest is left out as well
 * (complementary suppression: Hundepool et al., Statistical Disclosure Control, 2012, ch. 4), and the difference is the sum of both.
 * Where no total is the sum of the groups (tags overlap), or the difference gives nobody away (channels), only the small ones are left out:
 * `alone`.
 */
export function suppress<T extends SizedGroup>(
  groups: readonly T[],
  { minimum, alone }: { readonly minimum: number; readonly alone: boolean },
): Suppression<T> {
  const small = groups.filter(({ rows }) => rows < minimum);
  const hidden = new Set(small);
  const totals = alone || small.length === 0 ? [] : totalsOf(groups);
  for (let changed = true; changed;) {
    changed = false;
    for (const total of totals) {
      const left = total.filter((group) => hidden.has(group)).length;
      const next = left === 1 ? total.find((group) => !hidden.has(group)) : undefined;
      if (next === undefined) continue;
      hidden.add(next);
      changed = true;
    }
  }
  return { shown: groups.filter((group) => !hidden.has(group)), small, withThem: [...hidden].filter(({ rows }) => rows >= minimum) };
}

/** The groups that add up to each total that somebody may know, smallest first; the same order whatever the order of the rows. */
function totalsOf<T extends SizedGroup>(groups: readonly T[]): readonly (readonly T[])[] {
  const named = groups.map((group) => ({ group, name: JSON.stringify(group.keys) }));
  const ordered = named.toSorted((a, b) => a.group.rows - b.group.rows || (a.name < b.name ? -1 : 1)).map(({ group }) => group);
  const totals = new Map<string, T[]>();
  for (const group of ordered) {
    if (group.keys.length < 2) continue;
    for (const [dimension, key] of group.keys.entries()) {
      const name = JSON.stringify([dimension, key]);
      const total = totals.get(name);
      if (total === undefined) totals.set(name, [group]);
      else total.push(group);
    }
  }
  // The narrower totals first: what they leave out may be enough for the whole.
  return [...totals.values(), ordered];
}
