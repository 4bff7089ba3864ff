/**
 * C0 with ESC, CR, LF and TAB, DEL, C1 (8-bit CSI and OSC), line and paragraph separators, and everything that reorders text
 * (ALM, LRM, RLM, embeddings, overrides, isolates: CWE-150, "Trojan Source"). Joiners stay: emoji and Indic scripts need them.
 */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;
/** What GitHub Actions reads as a command when a line begins with it, and what it, Azure Pipelines and TeamCity read anywhere in a line. */
const LINE_COMMAND = /^(\s*)::/u;
const INLINE_COMMANDS = /##(?=\[|vso\[|teamcity\[)/giu;

/**
 * Text from the data, a file name or an error value, made safe to print: it can start no terminal sequence, break no line, reorder
 * nothing and give no CI command. C0 and DEL show as their Unicode pictures (`␛`, `␊`), the rest as `<U+009B>`. Applying it twice changes nothing.
 */
export function forTerminal(text: string): string {
  return text.replace(CONTROLS, picture).replace(LINE_COMMAND, '$1: :').replace(INLINE_COMMANDS, '# #');
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

const MARKDOWN_SIGNS = /[\\|*_[\]<>`#~!&$]/gu;
/** What renderers link after Markdown is done, so that a backslash does not stop it: addresses, e-mails, mentions, issue numbers. */
const LINKED_LATER = /@|:\/\/|www\.|(?:mailto|xmpp):|#\d|\bGH-\d/iu;

/**
 * Text from the data for a table cell or a sentence in Markdown: no HTML, link, image, emphasis, mention or issue reference comes of it,
 * and it neither ends its cell nor its line. What would be linked anyway (`@team`, `www.`, `a@b.c`) becomes a code span.
 */
export function forMarkdown(text: string): string {
  const safe = forTerminal(text).trim();
  if (LINKED_LATER.test(safe)) return codeSpan(safe);
  return safe
    .replace(MARKDOWN_SIGNS, '\\$&')
    .replace(/^[-+=:]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

function codeSpan(text: string): string {
  // Two renderers disagree about `\\|` inside a code span of a table, so a backslash never stands right before a pipe of the data;
  // and a link is taken apart, for chats that know links but no code.
  const content = text
    .replace(/\\(?=\|)/gu, '\\ ')
    .replace(/\](?=[([:])/gu, '] ')
    .replace(/\|/gu, '\\|');
  const longest = Math.max(0, ...(content.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = longest > 0 || content.endsWith('\\') ? ' ' : '';
  return fence + blank + content + blank + fence;
}

/** First characters that spreadsheets read as the start of a formula, also in full width (OWASP; CWE-1236). */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/**
 * Text from the data for a CSV cell: control characters made visible, and a `'` before what a spreadsheet would read as a formula,
 * leading blanks and invisible characters looked through. For text only: numbers such as `-5` must not pass here.
 */
export function forCsv(text: string): string {
  const safe = forTerminal(text);
  const visible = safe.replace(/^[\s\p{Cf}\p{Zs}\u2400-\u2421]+/u, '');
  return FORMULA.test(visible) ? `'${safe}` : safe;
}
