import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { forCsv, forMarkdown, forTerminal } from '../../../src/lib/text/sanitize.ts';

const LIVE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\x1b',
        '\r',
        '\n',
        '\t',
        '\x9b',
        '\u202e',
        '\u2028',
        '\ud800',
        '|',
        '\\',
        '`',
        '*',
        '[',
        ']',
        '(',
        '<',
        '&',
        '@',
        '=',
        '+',
        '-',
        ' ',
        ':',
        '#',
        'http://',
        'www.',
        'a',
        '1',
        '日',
        '😀',
        '\u200d',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('forTerminal', () => {
  it.for([
    ['\x1b]0;owned\x07', '␛]0;owned␇'],
    ['\x1b[2J', '␛[2J'],
    ['\x9b31m', '<U+009B>31m'],
    ['a\r\nb\tc', 'a␍␊b␉c'],
    ['\u202egnp.exe', '<U+202E>gnp.exe'],
    ['\x7f', '␡'],
    ['a\u2028b', 'a<U+2028>b'],
    ['\ud800x', '\ufffdx'],
    ['::error::owned', ': :error::owned'],
    ['  ::add-mask::x', '  : :add-mask::x'],
    ['x ##[error]y', 'x # #[error]y'],
    ['##vso[task.x]', '# #vso[task.x]'],
  ] as const)('%j → %s', ([text, shown]) => expect(forTerminal(text)).toBe(shown));

  it.for(['plain', '日本語', '👩‍👩‍👧‍👦', '🏳️‍🌈', 'क्\u200dष', 'std::vector', 'Ärger & Co', '__proto__'])('leaves %s alone', (text) =>
    expect(forTerminal(text)).toBe(text),
  );

  it('leaves nothing live in any text, and applying it twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = forTerminal(text);
        expect(shown).not.toMatch(LIVE);
        expect(forTerminal(shown)).toBe(shown);
      }),
    );
  });
});

describe('forMarkdown', () => {
  it.for([
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['*b* _i_ ~s~', '\\*b\\* \\_i\\_ \\~s\\~'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['&lt;', '\\&lt;'],
    ['[x](evil)', '\\[x\\](evil)'],
    ['![p](evil.png)', '\\!\\[p\\](evil.png)'],
    ['`x`', '\\`x\\`'],
    ['# head', '\\# head'],
    ['a\nb', 'a␊b'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['$x$', '\\$x\\$'],
    ['@team', '`@team`'],
    ['a@b.c', '`a@b.c`'],
    ['see http://evil', '`see http://evil`'],
    ['www.evil.com', '`www.evil.com`'],
    ['#12', '`#12`'],
    ['[x](http://evil)', '`[x] (http://evil)`'],
    ['@a|b', '`@a\\|b`'],
    ['`@a`', '`` `@a` ``'],
    ['@a\\|b', '`@a\\ \\|b`'],
  ] as const)('%j → %s', ([text, escaped]) => expect(forMarkdown(text)).toBe(escaped));

  it('never ends its cell or its line, and holds no live mark', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = forMarkdown(text);
        expect(escaped).not.toMatch(LIVE);
        expect(escaped).not.toMatch(/(?<!\\)\|/);
        if (escaped.startsWith('`')) expect(withoutCodeSpan(escaped)).toBe('');
        else expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[|*_[\]<>`#~!&$]/);
      }),
    );
  });
});

/** What CommonMark leaves outside the code span that the text begins with (spec 0.31.2, section 6.1). */
function withoutCodeSpan(text: string): string {
  const fence = /^`+/.exec(text)?.[0] ?? '';
  const rest = text.slice(fence.length);
  const end = [...rest.matchAll(/`+/g)].find((run) => run[0].length === fence.length);
  return end === undefined ? text : rest.slice(end.index + fence.length);
}

describe('forCsv', () => {
  it.for([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+1+1', "'+1+1"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['  =1', "'  =1"],
    ['\t=1', "'␉=1"],
    ['\n=1', "'␊=1"],
    ['\ufeff\u200b=1', "'\ufeff\u200b=1"],
    ['plain', 'plain'],
    ['a=b', 'a=b'],
    ['', ''],
    ["'=1", "'=1"],
  ] as const)('%j → %s', ([text, cell]) => expect(forCsv(text)).toBe(cell));

  it('starts no formula from any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = forCsv(text);
        expect(cell).not.toMatch(LIVE);
        expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});
