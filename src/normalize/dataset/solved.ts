import type { CodeColumn } from '../../model/columns.ts';
import { STATUSES } from '../../model/kinds.ts';
import type { Findings } from '../warnings.ts';
import type { Stacked } from './stack.ts';

const OPEN: ReadonlySet<string> = new Set(['', 'new', 'open', 'pending', 'on-hold']);

/**
 * A resolved or closed time stamp speaks before the status: a ticket that has one is solved or closed.
 * Where the status says otherwise in plain words, that is counted as a contradiction.
 */
export function solveByTimeStamp(tickets: Stacked, findings: Findings): void {
  const solved = tickets.columns.get('solvedAt');
  const closed = tickets.columns.get('closedAt');
  const has = (column: typeof solved, row: number): boolean => column?.type === 'time' && !Number.isNaN(column.values[row]);
  if (solved?.type !== 'time' && closed?.type !== 'time') return;
  const own = tickets.columns.get('status');
  const status: CodeColumn = own?.type === 'code' ? own : { type: 'code', codes: new Uint32Array(tickets.rows), values: [''] };
  const values = [...status.values];
  for (const word of STATUSES) if (!values.includes(word)) values.push(word);
  const isOpen = values.map((word) => OPEN.has(word));
  const counts = tickets.parts.map(() => ({ count: 0, line: 0 }));
  for (let row = 0; row < tickets.rows; row++) {
    const code = status.codes[row]!;
    if (isOpen[code] !== true) continue;
    const isClosed = has(closed, row);
    if (!isClosed && !has(solved, row)) continue;
    status.codes[row] = values.indexOf(isClosed ? 'closed' : 'solved');
    if (code === 0) continue;
    const seen = counts[tickets.part[row]!]!;
    if (seen.count++ === 0) seen.line = tickets.lines[row]!;
  }
  tickets.columns.set('status', { type: 'code', codes: status.codes, values });
  counts.forEach(({ count, line }, place) => {
    findings.add({
      code: 'contradiction',
      count,
      file: tickets.parts[place]!.origin.file,
      line,
      about: 'a resolved or closed time but a status that is not: the time was believed',
    });
  });
}
