import { UserError } from '../model/user-error.ts';
import { assetList, CONTAINERS, listName } from './json-envelope.ts';
import { findJsonFault, placeOf } from './json-fault.ts';
import { countLineBreaks, skipSpace, valueEnd } from './json-scan.ts';

/** A record's text is held while its end is looked for; nothing real is longer. */
const MAX_RECORD_CHARACTERS = 64 * 1024 * 1024;
/** A document that is not longer than this is one record or one page, judged as a whole; a longer one is an envelope. */
const MAX_PAGE_CHARACTERS = 8 * 1024 * 1024;

/** What a bracket that was entered holds: elements or members to hand on, or members that lead further. */
interface Level {
  readonly kind: 'list' | 'map' | 'object' | 'assets';
  readonly list: string;
  /** What may come next. */
  expect: 'first' | 'value' | 'next';
}

/** Takes the text of one record, or of a whole document when `list` is null. */
export type PieceTaker = (list: string | null, text: string) => void;

/**
 * Cuts a JSON document of any size into the texts of its records, holding one at a time: the elements of the outermost
 * lists, of lists inside `data`, `_embedded` and the like, and of the maps in `assets`. Several documents one after another are taken in turn.
 */
export class JsonSplitter {
  readonly #path: string;
  readonly #take: PieceTaker;
  readonly #levels: Level[] = [];
  #text = '';
  #at = 0;
  #line = 1;
  #wanted = 0;
  #documents = 0;

  constructor(path: string, take: PieceTaker) {
    this.#path = path;
    this.#take = take;
  }

  push(chunk: string): void {
    this.#text += chunk;
    if (this.#text.length < this.#wanted) return;
    this.#drain(false);
    this.#forget();
  }

  end(): void {
    this.#drain(true);
    this.#forget();
    if (this.#levels.length > 0 || skipSpace(this.#text, 0) < this.#text.length)
      this.#fail(this.#text.length, 'the file ends in the middle of the data');
  }

  #forget(): void {
    this.#line += countLineBreaks(this.#text, 0, this.#at);
    this.#text = this.#text.slice(this.#at);
    this.#at = 0;
    this.#wanted = this.#text.length > 4096 ? this.#text.length * 2 : 0;
  }

  #drain(final: boolean): void {
    while (this.#step(final));
    if (this.#text.length - this.#at > MAX_RECORD_CHARACTERS) this.#fail(this.#at, 'a single value is longer than 64 MiB');
  }

  /** One token or one record. False when more text is needed. */
  #step(final: boolean): boolean {
    const at = skipSpace(this.#text, this.#at);
    if (at === this.#text.length) {
      this.#at = at;
      return false;
    }
    const level = this.#levels.at(-1);
    if (level === undefined) return this.#document(at, final);
    const character = this.#text[at];
    const close = level.kind === 'list' ? ']' : '}';
    if (character === close && level.expect !== 'value') {
      this.#levels.pop();
      this.#at = at + 1;
      return true;
    }
    if (level.expect === 'next') {
      if (character !== ',') this.#fail(at, `"," or "${close}" is missing here`);
      level.expect = 'value';
      this.#at = at + 1;
      return true;
    }
    return level.kind === 'list' ? this.#value(level, { at, final, key: null }) : this.#member(level, at, final);
  }

  #document(at: number, final: boolean): boolean {
    const character = this.#text[at];
    if (character === '[') return this.#enter({ kind: 'list', list: '', expect: 'first' }, at);
    if (character !== '{')
      this.#fail(at, this.#documents === 0 ? 'a list or an object is missing here' : 'something follows the end of the data');
    this.#documents += 1;
    const end = valueEnd(this.#text, at);
    if (end === -1) {
      if (!final && this.#text.length - at < MAX_PAGE_CHARACTERS) return false;
      return this.#enter({ kind: 'object', list: '', expect: 'first' }, at);
    }
    this.#judge(at, end, (text) => this.#take(null, text));
    return true;
  }

  #member(level: Level, at: number, final: boolean): boolean {
    if (this.#text[at] !== '"') this.#fail(at, 'a quoted name is missing here');
    const nameEnd = valueEnd(this.#text, at);
    if (nameEnd === -1) return false;
    const colon = skipSpace(this.#text, nameEnd);
    const value = skipSpace(this.#text, colon + 1);
    if (value >= this.#text.length) return false;
    if (this.#text[colon] !== ':') this.#fail(colon, '":" is missing here');
    let key = '';
    try {
      key = JSON.parse(this.#text.slice(at, nameEnd)) as string;
    } catch {
      this.#fail(at, 'this name holds a raw control character or a bad escape');
    }
    return this.#value(level, { at: value, final, key });
  }

  /** `at` is where the value starts; with `key` it is a member's. */
  #value(level: Level, { at, final, key }: { readonly at: number; readonly final: boolean; readonly key: string | null }): boolean {
    const character = this.#text[at];
    if (level.kind === 'assets' && key !== null && character === '{') {
      return this.#enter({ kind: 'map', list: assetList(key), expect: 'first' }, at);
    }
    if (level.kind === 'object' && key !== null) {
      if (character === '{' && CONTAINERS.has(key))
        return this.#enter({ kind: key === 'assets' ? 'assets' : 'object', list: '', expect: 'first' }, at);
      if (character === '[') {
        const first = skipSpace(this.#text, at + 1);
        if (first === this.#text.length) return false;
        if (this.#text[first] === '{') return this.#enter({ kind: 'list', list: listName(key), expect: 'first' }, at);
      }
    }
    const end = valueEnd(this.#text, at);
    if (end === -1) {
      if (final) this.#fail(this.#text.length, 'the file ends in the middle of the data');
      return false;
    }
    if (level.kind === 'list' || level.kind === 'map') this.#judge(at, end, (text) => this.#take(level.list, text));
    else
      this.#judge(at, end, (text) => {
        JSON.parse(text);
      });
    level.expect = 'next';
    return true;
  }

  #enter(level: Level, at: number): boolean {
    const outer = this.#levels.at(-1);
    if (outer !== undefined) outer.expect = 'next';
    this.#levels.push(level);
    this.#at = at + 1;
    return true;
  }

  /** Goes on after the value, or says where in it the JSON is wrong. */
  #judge(at: number, end: number, judge: (text: string) => void): void {
    const text = this.#text.slice(at, end);
    try {
      judge(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const fault = findJsonFault(text);
      this.#fail(at + (fault?.offset ?? 0), fault?.what ?? 'this is no JSON');
    }
    this.#at = end;
  }

  #fail(offset: number, what: string): never {
    const cut = offset >= this.#text.length;
    const { line, column } = placeOf(this.#text, offset);
    throw new UserError('bad-json', `is not valid JSON: ${what}`, {
      file: this.#path,
      line: this.#line + line - 1,
      column,
      hint: cut ? 'It is cut off, perhaps by a broken download: export it again.' : 'Export it again, or mend that place.',
    });
  }
}
