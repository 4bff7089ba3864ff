import type { Author } from '../../model/kinds.ts';
import { fieldKey } from '../../presets/field-key.ts';

const words = (author: Author, list: string): [string, Author][] => list.split('|').map((word) => [fieldKey(word), author]);

const GENERAL: ReadonlyMap<string, Author> = new Map([
  ...words(
    'agent',
    'agent|admin|administrator|staff|operator|support|support agent|employee|teammate|team member|team|owner|rep|representative|advisor|technician|outbound|outgoing|out|internal|company|us|true|yes|1|bearbeiter|mitarbeiter|agente|supervisor|manager|teammate reply|agent reply|admin reply|human agent|moderator|specialist',
  ),
  ...words(
    'customer',
    'customer|client|user|end user|enduser|requester|contact|lead|visitor|guest|inbound|incoming|in|reporter|consumer|buyer|subscriber|member|external|them|false|no|0|kunde|cliente|usuario|user message|customer reply|patient|student|citizen|caller',
  ),
  ...words(
    'bot',
    'bot|chatbot|virtual agent|ai|ai agent|ai assistant|assistant|answer bot|fin|robot|virtual assistant|agent bot|agentbot|copilot',
  ),
  ...words(
    'system',
    'system|automation|automated|auto|trigger|workflow|rule|macro|autoresponder|auto reply|autoreply|auto response|notification|activity|template|campaign|integration|api|sla',
  ),
  ...words('unknown', 'unknown'),
]);

/** Our author for a source's word, `undefined` when it is none (a name, an e-mail address). Preset keys are as `fieldKey` makes them. */
export function authorOf(word: string, preset: Readonly<Record<string, Author>> | undefined): Author | undefined {
  const key = fieldKey(word);
  if (preset !== undefined && Object.hasOwn(preset, key)) return preset[key];
  return GENERAL.get(key);
}

/** The role of someone in a product's directory. */
export function roleOf(word: string, preset: Readonly<Record<string, Author>> | undefined): Author {
  return authorOf(word, preset) ?? 'unknown';
}
