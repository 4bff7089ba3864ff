import { RAILS_ZONES } from './rails-zones.ts';

const resolvedNames = new Map<string, string | null>();

/**
 * The IANA name for a zone as people write it: IANA in any case, `UTC`, Rails names ("Pacific Time (US & Canada)"), each also with the
 * "(GMT-08:00)" that menus put before it. `null` for anything else, bare offsets included: they know no summer time.
 */
export function zoneName(text: string): string | null {
  const known = resolvedNames.get(text);
  if (known !== undefined) return known;
  const found = text.length > 100 ? null : findZone(text);
  if (text.length <= 100) resolvedNames.set(text, found);
  return found;
}

function findZone(text: string): string | null {
  // The usual one, without the zones of the world.
  if (text === 'UTC') return text;
  const name = text.replace(/^\s*\((?:GMT|UTC)[^()]{0,8}\)/i, '').trim();
  const rails = RAILS_ZONES.get(name.toLowerCase());
  if (rails !== undefined) return rails;
  if (!/^[a-z]/i.test(name)) return null;
  try {
    const resolved = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
    if (/^(?:(?:Etc\/)?(?:UTC|UCT|Zulu|Universal)|Z)$/i.test(name)) return 'UTC';
    if (resolved.toLowerCase() === name.toLowerCase()) return resolved;
    if (name.includes('/')) return tidyCase(name);
    return name.length <= 3 || /\d/.test(name) ? name.toUpperCase() : resolved;
  } catch {
    return null;
  }
}

/** Links (`asia/kolkata`) resolve to another name in some engines; users get back the one they wrote, in the usual case. */
function tidyCase(name: string): string {
  if (name !== name.toLowerCase() && name !== name.toUpperCase()) return name;
  return name.toLowerCase().replace(/(^|[/_-])(?!of_|es_|au_)([a-z])/g, (_, mark: string, letter: string) => mark + letter.toUpperCase());
}
