import type { KpiContext } from '../kpis/define-kpi.ts';
import { ABSENT, FORMER, VECTORS } from '../model/customer-facts.ts';
import type { TransitionCell, Transitions } from '../model/segment-report.ts';
import { customersInVectors, type CustomersInVectors } from './customer-view.ts';
import { isoOrNull } from './time-frame.ts';

/** How the customers who pass the condition (all where `null`) moved between an instant and now. */
export function transitions(
  context: KpiContext,
  { start, now, mask }: { readonly start: number; readonly now: CustomersInVectors; readonly mask: Uint8Array | null },
): Transitions {
  const before = customersInVectors(context, start);
  const counts = new Map<string, TransitionCell>();
  for (let row = 0; row < now.count; row++) {
    if (mask !== null && mask[row] !== 1) continue;
    if (
      before.presence[row] === FORMER ||
      now.presence[row] === ABSENT ||
      (before.presence[row] === ABSENT && now.presence[row] === FORMER)
    )
      continue;
    const from = before.presence[row] === ABSENT ? ('new' as const) : VECTORS[before.vector[row]!]!;
    const to = now.presence[row] === FORMER ? ('left' as const) : VECTORS[now.vector[row]!]!;
    const known = counts.get(`${from} ${to}`);
    counts.set(`${from} ${to}`, { from, to, customers: (known?.customers ?? 0) + 1 });
  }
  const cells = [...VECTORS, 'new' as const].flatMap((from) =>
    [...VECTORS, 'left' as const].flatMap((to) => counts.get(`${from} ${to}`) ?? []),
  );
  return { from: isoOrNull(start) ?? '', to: isoOrNull(now.at) ?? '', cells };
}
