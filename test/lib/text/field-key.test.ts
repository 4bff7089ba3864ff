import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldKey, fieldKeyOfAny } from '../../../src/lib/text/field-key.ts';

describe('fieldKey', () => {
  it.for([
    ['createdAt', 'created at'],
    ['created_at', 'created at'],
    ['  Created-At: ', 'created at'],
    ['\uFEFFTicket #ID2Name', 'ticket #id2 name'],
    ['created at', 'created at'],
    ['Größe (m²)', 'größe m²'],
    ['ÉtatCivil', 'état civil'],
    ['...', ''],
  ] as const)('%j is %j', ([text, key]) => expect(fieldKey(text)).toBe(key));

  it('is the same by the way for plain letters as by the one for all scripts', () => {
    const piece = fc.constantFrom(
      'a',
      'Z',
      '7',
      '#',
      ' ',
      '_',
      '\t',
      '\uFEFF',
      '\u00a0',
      'createdAt',
      'first response',
      'é',
      '(min)',
      '\0',
      'K',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((parts) => parts.join('')),
          fc.string(),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          expect(fieldKey(text)).toBe(fieldKeyOfAny(text));
        },
      ),
      { numRuns: 3000 },
    );
  });
});
