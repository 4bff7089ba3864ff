/** KPIs that take several times as long as any other, once there are many rows. */
const SLOWEST: ReadonlySet<string> = new Set(['repeat-problem-rate']);

/** The order in which the program takes KPIs, by their places; its helper takes them from the end on. Whoever takes a slow one last has the other wait: they come first. */
export function turnsOf(kpis: readonly { readonly id: string }[]): readonly number[] {
  return [...kpis.keys()].toSorted((a, b) => Number(SLOWEST.has(kpis[b]!.id)) - Number(SLOWEST.has(kpis[a]!.id)));
}
