import type { ErrorCode } from 'yaml';

const SENTENCES: Readonly<Partial<Record<ErrorCode, { readonly message: string; readonly hint?: string }>>> = {
  DUPLICATE_KEY: { message: 'this key is given twice', hint: 'keep one of them; the other one would be lost' },
  TAB_AS_INDENT: { message: 'a tab cannot indent YAML', hint: 'use spaces' },
  BAD_INDENT: { message: 'the indentation does not fit what stands around it', hint: 'keys of one level start in the same column' },
  MULTIPLE_DOCS: { message: 'a second document (---) begins here', hint: 'a config is one document' },
  BAD_ALIAS: { message: 'this alias (*name) has no anchor (&name) before it', hint: 'put quotes around a text that begins with *' },
  TAG_RESOLVE_FAILED: { message: 'tags (!name) are not supported', hint: 'put quotes around a text that begins with !' },
  BLOCK_AS_IMPLICIT_KEY: { message: 'a second colon makes this a mapping within a key', hint: 'put quotes around a text that holds ": "' },
  MULTILINE_IMPLICIT_KEY: { message: 'a key cannot go over several lines', hint: 'is a colon missing behind it?' },
  RESOURCE_EXHAUSTION: { message: 'is nested too deeply for a config' },
  BAD_SCALAR_START: { message: 'a text cannot begin with this sign', hint: 'put quotes around it' },
  BAD_DQ_ESCAPE: { message: 'this escape means nothing between double quotes', hint: 'use single quotes, or double the backslash' },
};

/** The YAML reader's complaints in our words. */
export function syntaxMessage(code: ErrorCode, message: string): { readonly message: string; readonly hint?: string | undefined } {
  if (code === 'BAD_INDENT' && message.startsWith('Flow'))
    return { message: 'a bracket before this is not closed', hint: 'every [ needs its ], every { its }' };
  return SENTENCES[code] ?? { message: uncapitalised(message) };
}

function uncapitalised(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
