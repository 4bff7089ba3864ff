import { quoted, type Findings } from '../warnings.ts';

/** A file has one author: where its columns prove different orders, one of them was written or damaged by something else. */
export function reportContradictoryOrders(
  proofs: readonly { readonly label: string; readonly dmy: number; readonly mdy: number }[],
  { file, findings }: { readonly file: string; readonly findings: Findings },
): void {
  const dayFirst = proofs.filter(({ dmy, mdy }) => dmy > mdy);
  const monthFirst = proofs.filter(({ dmy, mdy }) => mdy > dmy);
  if (dayFirst.length === 0 || monthFirst.length === 0) return;
  const named = (columns: typeof proofs): string => columns.map(({ label }) => quoted(label)).join(' and ');
  findings.add({
    code: 'date-order-assumed',
    topic: 'contradictory-orders',
    count: proofs.length,
    file,
    about: `${named(dayFirst)} day first, ${named(monthFirst)} month first`,
  });
}
