import type { ZoneClock } from '../../lib/time/zone.ts';
import type { Comparison } from './condition.ts';
import type { Field } from './fields.ts';
import { readNumber, readSpan, type Span } from './literals.ts';

/** The comparison without its "not", and whether it had one: `!=` holds for exactly the rows for which `=` does not, missing ones included. */
export function positive({ operator }: Comparison): { readonly operator: '=' | '<' | '<=' | '>' | '>='; readonly negated: boolean } {
  if (operator === '=' || operator === 'in') return { operator: '=', negated: false };
  if (operator === '!=' || operator === 'not in') return { operator: '=', negated: true };
  return { operator, negated: false };
}

/** For each of a dictionary's values whether the comparison (without its "not") holds; code 0 is "missing". */
export function matchingCodes(comparison: Comparison, values: readonly string[], ordered: boolean): Uint8Array {
  const { operator } = positive(comparison);
  const hits = new Uint8Array(values.length);
  for (const { text } of comparison.values) {
    if (text === null) {
      hits[0] = 1;
      continue;
    }
    const holds = ordered ? byPlace(values, text, operator) : byText(values, text, operator);
    for (let code = 1; code < values.length; code++) if (holds(code)) hits[code] = 1;
  }
  return hits;
}

/** Whether the comparison (without its "not") holds for a number, a time, a flag; `NaN` is "missing". `null` when a value does not fit the field. */
export function numberTest({
  comparison,
  field,
  clock,
}: {
  readonly comparison: Comparison;
  readonly field: Field;
  readonly clock: ZoneClock;
}): ((value: number) => boolean) | null {
  const { operator } = positive(comparison);
  const spans: Span[] = [];
  let missing = false;
  for (const { text } of comparison.values) {
    const span = text === null ? null : readSpan(field, text, clock);
    if (span !== null) spans.push(span);
    else if (text === null) missing = true;
    else return null;
  }
  return (value) => (Number.isNaN(value) ? missing : spans.some((span) => compares(value, operator, span)));
}

/**
 * The code of an ordered dimension's value: by its text, its number (`9` is the hour `09`) or its beginning (`mon`); −1 when it is none.
 * `values[0]` is "missing" and not looked at.
 */
export function placeOf(values: readonly string[], text: string): number {
  const wanted = text.toLowerCase();
  const same = values.findIndex(
    (value, code) => code > 0 && (value.toLowerCase() === wanted || (readNumber(value) ?? NaN) === readNumber(text)),
  );
  if (same !== -1 || wanted.length < 3) return same;
  const begun = values.flatMap((value, code) => (code > 0 && value.toLowerCase().startsWith(wanted) ? [code] : []));
  return begun.length === 1 ? begun[0]! : -1;
}

function compares(value: number, operator: ReturnType<typeof positive>['operator'], { from, to }: Span): boolean {
  const within = from === to ? value === from : value >= from && value < to;
  switch (operator) {
    case '=':
      return within;
    case '<':
      return value < from;
    case '<=':
      return value < from || within;
    case '>':
      return value > from && !within;
    case '>=':
      return value >= from;
  }
}

function byPlace(values: readonly string[], text: string, operator: ReturnType<typeof positive>['operator']): (code: number) => boolean {
  const place = placeOf(values, text);
  return (code) => place !== -1 && compares(code, operator, { from: place, to: place });
}

/** Texts are equal whatever their case; only those that are numbers are more or less than a number. */
function byText(values: readonly string[], text: string, operator: ReturnType<typeof positive>['operator']): (code: number) => boolean {
  if (operator === '=') {
    const wanted = text.toLowerCase();
    return (code) => values[code]!.toLowerCase() === wanted;
  }
  const limit = readNumber(text) ?? NaN;
  return (code) => compares(readNumber(values[code]!) ?? NaN, operator, { from: limit, to: limit });
}
