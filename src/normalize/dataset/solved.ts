import type { CodeColumn } from '../../model/columns.ts';
import { STATUSES } from '../../model/kinds.ts';
import type { Findings } from '../warnings.ts';
import type { Stacked } from './stack.ts';

const OPEN: ReadonlySet<string> = new Set(['', 'new', 'open', 'pending', 'on-hold']);
/** No time in any row. */
const NEVER = new Float64Array(0);

/**
 * A resolved or closed time stamp speaks before the status: a ticket that has one is solved or closed.
 * Where the status says otherwise in plain words, that is counted as a contradiction.
 */
export function solveByTimeStamp(tickets: Stacked, findings: Findings): void {
  const solved = tickets.columns.get('solvedAt');
  const closed = tickets.columns.get('closedAt');
  if (solved?.type !== 'time' && closed?.type !== 'time') return;
  const solvedAt = solved?.type === 'time' ? solved.values : NEVER;
  const closedAt = closed?.type === 'time' ? closed.values : NEVER;
  const own = tickets.columns.get('status');
  const status: CodeColumn = own?.type === 'code' ? own : { type: 'code', codes: new Uint32Array(tickets.rows), values: [''] };
  const values = [...status.values];
  for (const word of STATUSES) if (!values.includes(word)) values.push(word);
  const isOpen = Uint8Array.from(values, (word) => Number(OPEN.has(word)));
  const { codes } = status;
  const counts = tickets.parts.map(() => ({ count: 0, line: 0 }));
  for (let row = 0; row < tickets.rows; row++) {
    const code = codes[row]!;
    if (isOpen[code] === 0) continue;
    const isClosed = closedAt[row]! > -Infinity;
    if (!isClosed && !(solvedAt[row]! > -Infinity)) continue;
    codes[row] = values.indexOf(isClosed ? 'closed' : 'solved');
    if (code === 0) continue;
    const seen = counts[tickets.part[row]!]!;
    if (seen.count++ === 0) seen.line = tickets.lines[row]!;
  }
  tickets.columns.set('status', { type: 'code', codes, values });
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
