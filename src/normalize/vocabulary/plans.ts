import { fieldKey } from '../../presets/field-key.ts';

const KINDS: ReadonlyMap<string, string> = new Map([
  ['free', 'free'],
  ['freemium', 'free'],
  ['community', 'free'],
  ['gratis', 'free'],
  ['basic free', 'free'],
  ['trial', 'trial'],
  ['trialing', 'trial'],
  ['trialling', 'trial'],
  ['trial active', 'trial'],
  ['in trial', 'trial'],
  ['evaluation', 'trial'],
  ['free trial', 'trial'],
  ['paid', 'paid'],
  ['paying', 'paid'],
  ['customer', 'paid'],
  ['active', 'paid'],
  ['premium', 'paid'],
  ['subscribed', 'paid'],
]);

/** free, trial or paid; other words stay as they are. */
export function planKindOf(word: string): string {
  return KINDS.get(fieldKey(word)) ?? word;
}
