import { once } from '../../lib/once.ts';
import { fieldKey } from '../../presets/field-key.ts';
import type { FieldMapping } from '../../presets/preset.ts';
import type { SourceColumn } from './plan.ts';

const keysOf = (list: string): (() => ReadonlySet<string>) => once(() => new Set(list.split('|').map(fieldKey)));

/** Headers that promise the result of a call. */
const RESULTS = keysOf(
  'disposition|call disposition|disposition code|call result|call outcome|call status|call state|anrufstatus|anrufergebnis|ergebnis des anrufs|estado de la llamada|resultado de la llamada|statut de l appel|résultat de l appel',
);
/** Those that may hold it. */
const PERHAPS = keysOf('status|state|outcome|result|answered|call answered|ergebnis|zustand|estado|resultado|statut|état|résultat');
/** Those that may say yes and no. */
const ANSWERED = keysOf('answered|call answered|is answered|was answered|angenommen|beantwortet|contestada|atendida|répondu|décroché');
const OF_CALLS = /\b(?:calls?|queue|talk|ring|phone|anruf\w*|warteschlange|gespräch\w*|llamadas?|cola|appels?)\b/;

/** What a column is that tells whether a call was answered: as words (`Abandoned`, `Missed`), or as yes and no under the name of the opposite. */
export function callColumn({ keys, content }: SourceColumn, all: readonly SourceColumn[]): FieldMapping | undefined {
  const isOneOf = (names: ReadonlySet<string>): boolean => keys.some((key) => names.has(key));
  const ofCalls = (): boolean => all.some((column) => column.keys.some((key) => OF_CALLS.test(key)));
  const isSure = isOneOf(RESULTS());
  if ((isSure || isOneOf(PERHAPS())) && content.cells > 0 && content.callResults * 10 >= content.cells * 9) {
    if (isSure || content.lostCalls > 0 || ofCalls()) return { field: 'abandoned' };
  }
  const saysNo = isOneOf(ANSWERED()) && content.cells > 0 && content.flags === content.cells && ofCalls();
  return saysNo ? { field: 'abandoned', inverse: true } : undefined;
}
