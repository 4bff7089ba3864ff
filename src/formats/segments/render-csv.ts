import { stringify } from 'csv-stringify/sync';
import { forCsv } from '../../lib/text/sanitize.ts';
import type { Report } from '../../model/report.ts';
import { factsText } from './facts-text.ts';

type Cell = string | number | boolean | null;

/**
 * With `--list` a row for each customer to act on. Else one number a row: segments, below each vector its rules, and the moves between the two instants
 * (`negative > neutral`).
 */
export function renderSegmentCsv(report: Report): string {
  const listed = (report.segments ?? []).find(({ members }) => members !== undefined);
  if (listed?.members === undefined) return written(['kind', 'key', 'rule', 'customers', 'share'], summaryRows(report));
  const rows = listed.members.map((member) => [
    member.id,
    member.vector,
    member.rule,
    factsText(member),
    member.plan,
    member.mrr,
    member.fake ? 'yes' : 'no',
  ]);
  return written(['customer', 'vector', 'rule', 'facts', 'plan', 'mrr', 'looks_fake'], rows);
}

function summaryRows({ segments = [], transitions, segmentation }: Report): Cell[][] {
  const all = segmentation?.customers ?? 0;
  return [
    ...segments.flatMap(({ key, kind, rule, customers, share, rules }): Cell[][] => [
      [kind, key, rule, customers, share],
      ...rules.map((one): Cell[] => ['rule', key, one.rule, one.customers, all === 0 ? null : one.customers / all]),
    ]),
    ...(transitions?.cells ?? []).map(({ from, to, customers }): Cell[] => ['transition', `${from} > ${to}`, null, customers, null]),
  ];
}

function written(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? forCsv(cell) : cell === null ? '' : cell)));
  return stringify([[...columns], ...cells], { record_delimiter: '\n', escape_formulas: true });
}
