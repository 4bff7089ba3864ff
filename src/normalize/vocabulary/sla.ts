import { fieldKey } from '../../presets/field-key.ts';
import { mapWords } from '../staging/combine.ts';
import type { WordsOf } from '../staging/words-of.ts';
import { codeOf } from '../staging/words-of.ts';
import { quoted } from '../warnings.ts';

const MET = new Set([
  'met',
  'within sla',
  'within',
  'achieved',
  'hit',
  'ok',
  'true',
  'yes',
  'y',
  '1',
  'pass',
  'passed',
  'fulfilled',
  'on time',
  'success',
  'completed on time',
  'not breached',
  'in sla',
  'sla met',
  'kept',
  'satisfied',
]);
const MISSED = new Set([
  'missed',
  'sla violated',
  'violated',
  'breached',
  'breach',
  'false',
  'no',
  'n',
  '0',
  'fail',
  'failed',
  'overdue',
  'late',
  'completed late',
  'sla missed',
  'sla breached',
  'out of sla',
  'outside sla',
  'not met',
  'exceeded',
]);
/** Neither, and nothing to wonder about. */
const UNDECIDED = new Set([
  'active',
  'running',
  'in progress',
  'paused',
  'pending',
  'cancelled',
  'canceled',
  'removed',
  'not applicable',
  'no sla',
  'unfulfilled',
  'open',
  'due soon',
  'active completed',
  'inactive',
]);

/** Target columns as `met` and `missed`; what says neither is missing, and counted where the word is not known. */
export function readSla(part: WordsOf, field: string): void {
  const column = codeOf(part, field);
  if (column === undefined) return;
  const strange = column.values.map((word) => word !== '' && ![MET, MISSED, UNDECIDED].some((set) => set.has(fieldKey(word))));
  let count = 0;
  let line: number | undefined;
  for (let row = 0; row < column.codes.length; row++) {
    if (strange[column.codes[row]!] === true && count++ === 0) line = part.lines[row];
  }
  part.findings.add({ code: 'unknown-value', count, file: part.file, line, about: quoted(part.labels[field] ?? field) });
  part.columns.set(
    field,
    mapWords(column, (word) => (MET.has(fieldKey(word)) ? 'met' : MISSED.has(fieldKey(word)) ? 'missed' : '')),
  );
}
