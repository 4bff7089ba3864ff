import { fieldKey } from '../../presets/field-key.ts';

const ours = (priority: string, list: string): [string, string][] => list.split('|').map((word) => [fieldKey(word), priority]);

/** Only words whose meaning no two products dispute; a bare number has no direction that all agree on and stays as it is. */
const GENERAL: ReadonlyMap<string, string> = new Map([
  ...ours('urgent', 'urgent|critical|highest|blocker|emergency|1 critical|p1|dringend|urgente|sofort|immediate'),
  ...ours('high', 'high|major|2 high|3 high|hoch|alta|haute|élevée|important|elevated'),
  ...ours('normal', 'normal|medium|moderate|3 moderate|2 normal|mittel|media|moyenne|standard|average'),
  ...ours('low', 'low|lowest|minor|trivial|4 low|1 low|niedrig|baja|basse|faible|5 planning'),
]);

export function priorityOf(word: string, preset: Readonly<Record<string, string>> | undefined): string {
  const key = fieldKey(word);
  if (preset !== undefined && Object.hasOwn(preset, key)) return preset[key]!;
  return GENERAL.get(key) ?? word;
}
