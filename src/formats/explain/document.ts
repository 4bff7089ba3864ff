/** A page of text as data, so that the terminal and Markdown tell the same. Its words may come from the data: each renderer makes them safe. */
export interface Document {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly DocumentSection[];
}

export interface DocumentSection {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  /** What a formula or a command line is written in. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  /** Terms and what they mean, in one or several lines. */
  | { readonly kind: 'terms'; readonly rows: readonly (readonly [term: string, meaning: string])[] }
  | { readonly kind: 'columns'; readonly columns: readonly DocumentColumn[]; readonly rows: readonly DocumentRow[] };

export interface DocumentColumn {
  /** '' where none of them needs a head. */
  readonly head: string;
  readonly align: 'left' | 'right';
}

export interface DocumentRow {
  readonly cells: readonly string[];
  /** By how many levels the second cell stands to the right. */
  readonly depth?: number;
  readonly strong?: boolean;
}

export function text(words: string): Block {
  return { kind: 'text', text: words };
}

/** A section without anything to say is none. */
export function section(heading: string, blocks: readonly (Block | null)[]): DocumentSection[] {
  const told = blocks.filter((block) => block !== null && !isEmpty(block)) as Block[];
  return told.length === 0 ? [] : [{ heading, blocks: told }];
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'bullets') return block.items.length === 0;
  return block.kind === 'terms' || block.kind === 'columns' ? block.rows.length === 0 : block.text === '';
}
