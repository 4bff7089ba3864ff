import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { displayWidth, pad, truncate, wrap } from '../../../src/lib/text/width.ts';

// Column counts by Unicode East Asian Width (UAX #11): wide characters and emoji take two, marks none.
describe('displayWidth', () => {
  it.for([
    ['abc', 3],
    ['', 0],
    ['日本語', 6],
    ['😀', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['é', 1],
    ['e\u0301', 1],
    ['ｱ', 1],
    ['한글', 4],
    ['\u001b[31mred\u001b[39m', 3],
  ] as const)('%s takes %d', ([text, columns]) => expect(displayWidth(text)).toBe(columns));
});

describe('displayWidth of text that takes a column a character', () => {
  // oxfmt-ignore
  const ranges = [[0x20, 0x7e], [0xb7, 0xb7], [0xc0, 0x24f], [0x2013, 0x2014], [0x2018, 0x2019], [0x201c, 0x201d], [0x2026, 0x2026], [0x2190, 0x2193], [0x2500, 0x259f]] as const;
  const narrow = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)));

  it('is what string-width says', () => {
    for (const character of narrow) expect([character, displayWidth(character)]).toEqual([character, stringWidth(character)]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...narrow)), (characters) => {
        const text = characters.join('');
        expect(displayWidth(text)).toBe(stringWidth(text));
      }),
    );
  });
});

describe('truncate', () => {
  it.for([
    ['abcdef', 4, 'abc…'],
    ['abc', 3, 'abc'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ] as const)('%s in %d: %s', ([text, width, cut]) => expect(truncate(text, width)).toBe(cut));

  it('never takes more room than given and never cuts a cluster', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 20 }), (text, width) => {
        const cut = truncate(text, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(width);
        if (cut !== text && cut !== '') expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
    );
  });
});

describe('pad', () => {
  it('counts columns, not code units', () => {
    expect(pad('日本', 6)).toBe('日本  ');
    expect(pad('12', 5, 'right')).toBe('   12');
    expect(pad('ab', 5, 'center')).toBe(' ab  ');
    expect(pad('too long', 3)).toBe('too long');
  });
});

describe('wrap', () => {
  it('breaks at blanks, and inside words only where it must', () => {
    expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
    expect(wrap('see abcdefghijkl now', 5)).toEqual(['see', 'abcde', 'fghij', 'kl', 'now']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('keeps every line within the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        for (const line of wrap(text, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
