import { fieldKey } from '../../presets/field-key.ts';
import { isTimeZone } from '../../lib/time/zone.ts';

/** What a source header says beside its name. */
export interface HeaderForms {
  readonly header: string;
  /** The names to look it up by, most literal first: as it is, without its zone, without its unit, without both. */
  readonly keys: readonly string[];
  /** Those of them that still hold the unit: what a preset means by a name, it means with its unit. */
  readonly literalKeys: readonly string[];
  /** `Created (UTC)`, `started at (America/New_York)`. */
  readonly zone: string | undefined;
}

const UNIT_WORDS =
  /(?:^| )(?:in )?(?:hh mm ss|h mm ss|hh mm|h mm|mm ss|m ss|milliseconds|millis|msecs|ms|seconds|secs|sec|s|minutes|mins|min|hours|hrs|hr|h|days|d)(?= |$)/g;
const IN_BRACKETS = /[([]\s*([^()[\]]+?)\s*[)\]]\s*\.?\s*$/;
const UNIVERSAL = /^(?:utc|gmt|z|zulu)$/i;

export function headerForms(header: string): HeaderForms {
  const key = fieldKey(header);
  const keys = [key];
  const inBrackets = IN_BRACKETS.exec(header);
  let zone: string | undefined;
  if (inBrackets !== null) {
    const word = inBrackets[1] ?? '';
    zone = UNIVERSAL.test(word) ? 'UTC' : word.includes('/') && isTimeZone(word) ? word : undefined;
    if (zone !== undefined) keys.push(fieldKey(header.slice(0, inBrackets.index)));
  } else if (/ (?:utc|gmt)$/.test(key)) {
    zone = 'UTC';
    keys.push(key.slice(0, -4));
  }
  const literalKeys = keys.filter((name) => name !== '');
  for (const name of literalKeys) {
    // one unit at a time: in "… business hours (min)" the hours belong to the name
    for (const { 0: unit, index } of name.matchAll(UNIT_WORDS)) {
      const unitless = (name.slice(0, index) + name.slice(index + unit.length)).trim();
      if (unitless !== '' && !keys.includes(unitless)) keys.push(unitless);
    }
  }
  return { header, keys: keys.filter((name) => name !== ''), literalKeys, zone };
}
