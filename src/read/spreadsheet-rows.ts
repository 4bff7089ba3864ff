/** A row of the first worksheet that has any; `worksheet` counts from 1. */
export interface SpreadsheetRow {
  readonly cells: readonly string[];
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  readonly worksheet: number;
}

/** Bounds against an index made to exhaust memory; spreadsheets of this kind end at 256 columns and 65,536 rows, later ones at 16,384 columns. */
const MAX_COLUMNS = 16_384;
/** Of one tag, comment or CDATA section. */
const MAX_TAG_CHARACTERS = 8 * 1024 * 1024;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads the rows of SpreadsheetML 2003 (the ".xls" of Freshdesk) from text in chunks of any size. Looks at Worksheet, Row, Cell
 * and Data only; gaps that `ss:Index` leaves are empty cells, markup inside a cell is dropped. Knows no DTD: entities that XML
 * itself does not define stay as written, so nothing can expand.
 */
export class SpreadsheetRows {
  readonly #take: (row: SpreadsheetRow) => void;
  #text = '';
  #worksheet = 0;
  #row = 0;
  #cells: string[] | null = null;
  #column = 0;
  #span = 0;
  #data: string | null = null;
  #inComment = false;
  #closed = false;
  #gaveUp = false;
  /** True once the workbook has ended: a file that stops before is cut off. */
  get complete(): boolean {
    return this.#closed && !this.#gaveUp;
  }

  constructor(take: (row: SpreadsheetRow) => void) {
    this.#take = take;
  }

  push(chunk: string): void {
    if (this.#gaveUp) return;
    const text = this.#text + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) {
        // An entity may be cut by the chunk's end: keep it together.
        const keep = this.#data === null ? text.length : lastWhole(text, at);
        this.#characters(text.slice(at, keep));
        at = keep;
        break;
      }
      const end = tagEnd(text, open);
      if (end === -1) {
        this.#characters(text.slice(at, open));
        at = open;
        break;
      }
      this.#characters(text.slice(at, open));
      if (text.startsWith('<![CDATA[', open)) {
        if (this.#data !== null) this.#data += text.slice(open + 9, end - 3);
      } else if (text[open + 1] !== '!' && text[open + 1] !== '?') this.#tag(text.slice(open + 1, end - 1));
      at = end;
    }
    this.#text = text.slice(at);
    this.#gaveUp ||= this.#text.length > MAX_TAG_CHARACTERS;
    if (this.#gaveUp) this.#text = '';
  }

  #characters(text: string): void {
    if (this.#data !== null && text !== '') this.#data += unescape(text);
  }

  #tag(tag: string): void {
    const closing = tag.startsWith('/');
    const empty = tag.endsWith('/');
    const name = /^\/?(?:\w+:)?(\w+)/.exec(tag)?.[1];
    if (name === 'Workbook' && closing) this.#closed = true;
    else if (name === 'Comment') this.#inComment = !closing && !empty;
    else if (name === 'Worksheet' && !closing) {
      this.#worksheet += 1;
      this.#row = 0;
    } else if (name === 'Row') {
      if (!closing) this.#startRow(tag);
      if (closing || empty) this.#endRow();
    } else if (this.#inComment) return;
    else if (name === 'Cell' && !closing) this.#startCell(tag);
    else if (name === 'Data' && this.#cells !== null) {
      if (closing) {
        this.#put(this.#data ?? '');
        this.#data = null;
      } else this.#data = empty ? null : '';
    }
  }

  #startRow(tag: string): void {
    this.#row = indexOf(tag) ?? this.#row + 1;
    this.#cells = [];
    this.#column = -1;
    this.#span = 0;
  }

  #startCell(tag: string): void {
    const index = indexOf(tag);
    this.#column = index === undefined ? this.#column + 1 + this.#span : index - 1;
    this.#span = Number(/\bMergeAcross="(\d+)"/.exec(tag)?.[1] ?? 0);
    this.#put('');
  }

  #put(text: string): void {
    const cells = this.#cells;
    if (cells === null || this.#column < 0 || this.#column >= MAX_COLUMNS) return;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #endRow(): void {
    if (this.#cells === null) return;
    this.#take({ cells: this.#cells, row: this.#row, worksheet: this.#worksheet });
    this.#cells = null;
    this.#data = null;
  }
}

function indexOf(tag: string): number | undefined {
  const digits = /\b(?:\w+:)?Index="(\d{1,7})"/.exec(tag)?.[1];
  return digits === undefined || digits === '0' ? undefined : Number(digits);
}

/** End of the tag, comment or CDATA section that opens at `open`, or -1. A `>` inside an attribute's quotes ends nothing. */
function tagEnd(text: string, open: number): number {
  const upTo = (mark: string): number => {
    const at = text.indexOf(mark, open);
    return at === -1 ? -1 : at + mark.length;
  };
  if (text.startsWith('<![CDATA[', open)) return upTo(']]>');
  if (text.startsWith('<!--', open)) return upTo('-->');
  if (text.length - open < 9 && '<![CDATA['.startsWith(text.slice(open))) return -1;
  // Within the tag only: a search for a quote through the rest of the text, tag after tag, would take for ever.
  for (let end = text.indexOf('>', open); end !== -1; end = text.indexOf('>', end + 1)) {
    const tag = text.slice(open, end);
    if (!tag.includes('"') || tag.split('"').length % 2 === 1) return end + 1;
  }
  return -1;
}

/** Where to cut so that no entity (`&amp;`) is cut. */
function lastWhole(text: string, from: number): number {
  const amp = text.lastIndexOf('&');
  return amp >= from && text.length - amp < 12 && !text.includes(';', amp) ? amp : text.length;
}

function unescape(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,4}));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
