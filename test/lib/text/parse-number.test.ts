import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isMissingWord } from '../../../src/lib/text/missing-word.ts';
import { numberWith, parseNumberCell, plainNumber } from '../../../src/lib/text/parse-number.ts';

describe('parseNumberCell', () => {
  it.for([
    ['12', 12, 'none'],
    ['-12', -12, 'none'],
    ['+12', 12, 'none'],
    ['007', 7, 'none'],
    ['0', 0, 'none'],
    ['12.5', 12.5, 'point'],
    ['-0.5', -0.5, 'point'],
    ['.5', 0.5, 'point'],
    ['0.123', 0.123, 'point'],
    ['1234.567', 1234.567, 'point'],
    ['1.2345', 1.2345, 'point'],
    ['12,5', 12.5, 'comma'],
    ['-2,5', -2.5, 'comma'],
    [',5', 0.5, 'comma'],
    ['0,123', 0.123, 'comma'],
    ['1234,567', 1234.567, 'comma'],
    ['1,234.50', 1234.5, 'point'],
    ['1.234,50', 1234.5, 'comma'],
    ['1,234,567', 1234567, 'point'],
    ['1.234.567', 1234567, 'comma'],
    ['12,34,567.8', 1234567.8, 'point'],
    ['1 234,50', 1234.5, 'comma'],
    ['1\u00a0234,50', 1234.5, 'comma'],
    ['1\u202f234\u202f567', 1234567, 'none'],
    ["1'234.50", 1234.5, 'point'],
    ['1’234’567', 1234567, 'none'],
    ['1 234.567', 1234.567, 'point'],
    ['−2.5', -2.5, 'point'],
    ['2.50-', -2.5, 'point'],
    ['(12.50)', -12.5, 'point'],
    [' 12 ', 12, 'none'],
  ] as const)('%s is %d with decimal mark %s', ([text, value, decimal]) => {
    expect(parseNumberCell(text)).toEqual({ value, commaValue: value, decimal, currency: null, percent: false, scientific: false });
  });

  it.for([
    ['1,234', 1234, 1.234],
    ['1.234', 1.234, 1234],
    ['-12,500', -12500, -12.5],
    ['(1.234)', -1.234, -1234],
  ] as const)('%s waits for its column', ([text, point, comma]) => {
    const cell = parseNumberCell(text);
    expect(cell?.decimal).toBe('either');
    expect(cell && numberWith(cell, 'point')).toBe(point);
    expect(cell && numberWith(cell, 'comma')).toBe(comma);
  });

  it.for([
    ['€ 1.234,50', 1234.5, 'EUR'],
    ['$1,234.50', 1234.5, '$'],
    ['1 234,50 EUR', 1234.5, 'EUR'],
    ['-$5', -5, '$'],
    ['$-5', -5, '$'],
    ['($12.50)', -12.5, '$'],
    ['US$ 12', 12, 'USD'],
    ['usd 12', 12, 'USD'],
    ['12 zł', 12, 'PLN'],
    ['49,00 kr.', 49, 'kr.'],
    ['1.200,00\u00a0дин.', 1200, 'RSD'],
    ['CHF 1’250.00', 1250, 'CHF'],
    ['£0.99', 0.99, 'GBP'],
    ['12€', 12, 'EUR'],
  ] as const)('%s is %d in %s', ([text, value, currency]) => {
    expect(parseNumberCell(text)).toMatchObject({ value, currency, percent: false });
  });

  it('leaves percentages as written and says so', () => {
    expect(parseNumberCell('12 %')).toMatchObject({ value: 12, percent: true });
    expect(parseNumberCell('85,2%')).toMatchObject({ value: 85.2, percent: true, decimal: 'comma' });
  });

  it('flags scientific notation', () => {
    expect(parseNumberCell('1.2E+05')).toMatchObject({ value: 120_000, scientific: true, decimal: 'point' });
    expect(parseNumberCell('1,2E+05')).toMatchObject({ value: 120_000, scientific: true, decimal: 'comma' });
    expect(parseNumberCell('5e-3')).toMatchObject({ value: 0.005, scientific: true });
    expect(parseNumberCell('1e999')).toBeNull();
  });

  it.for([
    '',
    ' ',
    '-',
    '.',
    ',',
    'n/a',
    'NaN',
    'Infinity',
    'twelve',
    '12abc',
    'abc12',
    'A-12',
    '#12',
    '1.2.3',
    '10.0.0.1',
    '2025-03-09',
    '09/03/2025',
    '12:30',
    '1,23,4',
    '1,,234',
    '1 23',
    '1 2345',
    '1 234 56',
    "1'23",
    '1, 234',
    '--5',
    '-5-',
    '(-5)',
    '$5 EUR',
    '5 %%',
    '$5 %',
    '0x1f',
    '1_000',
    '٣',
    '12 tickets',
    '5.',
    '1.234,',
    '9'.repeat(65),
  ])('%j is no number', (text) => {
    expect(parseNumberCell(text)).toBeNull();
  });

  it('never yields minus zero', () => {
    for (const text of ['-0', '-0.0', '(0)', '0-', '-0,0']) expect(Object.is(parseNumberCell(text)?.value, 0)).toBe(true);
  });

  it('reads back what locales write', () => {
    const locales = ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'sr-Latn-RS', 'pl-PL', 'sv-SE'];
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.integer({ min: -99_999_999, max: 99_999_999 }), (locale, cents) => {
        const value = cents / 100;
        const text = value.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        expect(parseNumberCell(text)?.value).toBe(value + 0);
      }),
    );
  });

  it('ends on hostile cells', () => {
    // Steps that grow with the square of the length would outlast the test's time limit.
    const times = 500_000;
    const cells = ['1'.repeat(times), '1 '.repeat(times), "1'".repeat(times), ' '.repeat(times), 'x'.repeat(times)];
    for (const text of [...cells, `${'$'.repeat(times)}${'1,'.repeat(times)}`, `${'1,'.repeat(times)}.`, `-${' '.repeat(times)}x`])
      expect(parseNumberCell(text), text.slice(0, 10)).toBeNull();
  });
});

describe('plainNumber', () => {
  it('agrees with the full reading wherever it answers', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.stringMatching(/^-?[0-9.,]{0,12}$/)),
        (text) => {
          const quick = plainNumber(text);
          if (Number.isNaN(quick)) return;
          expect(quick).toBe(Number(text) + 0);
          expect(parseNumberCell(text)).toMatchObject({ value: quick, commaValue: quick });
        },
      ),
    );
  });

  it('leaves what can be read two ways', () => {
    expect(plainNumber('1.234')).toBeNaN();
    expect(plainNumber('-123.456')).toBeNaN();
    expect(plainNumber('0.123')).toBe(0.123);
    expect(plainNumber('1234.567')).toBe(1234.567);
  });
});

describe('isMissingWord', () => {
  it('knows the words for nothing, not the words for no', () => {
    for (const word of ['', '  ', '-', 'N/A', 'null', 'NaN', '#N/A', '\\N', '(none)', '—']) expect(isMissingWord(word)).toBe(true);
    for (const word of ['no', '0', 'unknown', 'false', 'nobody', 'x'.repeat(1000)]) expect(isMissingWord(word)).toBe(false);
  });
});
