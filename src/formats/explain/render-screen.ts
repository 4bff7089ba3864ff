import { forTerminal } from '../../lib/text/sanitize.ts';
import { displayWidth, pad, wrap } from '../../lib/text/width.ts';
import { paragraph, type Screen } from '../screen.ts';
import type { Block, Document, DocumentRow } from './document.ts';

const INDENT = '  ';
const TERM_WIDEST = 22;
const GAP = '  ';
/** Narrower the last column cannot be read. */
const LAST_LEAST = 14;

/** A document as a manual page: headings at the margin, all else two blanks in. */
export function renderOnScreen({ title, subtitle, sections }: Document, screen: Screen): string[] {
  const { style, glyphs, width } = screen;
  const room = width - displayWidth(forTerminal(title)) - 2;
  const beside = displayWidth(forTerminal(subtitle)) <= room ? `${GAP}${style.faint(pad(forTerminal(subtitle), room, 'right'))}` : '';
  const head = [`${style.title(screen.fit(title, width))}${beside}`, glyphs.rule.repeat(width)];
  return [
    ...head,
    ...sections.flatMap(({ heading, blocks }) => [
      '',
      style.heading(screen.fit(heading.toUpperCase(), width)),
      ...blocks.flatMap((block) => drawBlock(block, screen)),
    ]),
  ];
}

function drawBlock(block: Block, screen: Screen): string[] {
  switch (block.kind) {
    case 'text':
      return paragraph(screen, { text: block.text, indent: INDENT, ...(block.quiet === true ? { paint: screen.style.faint } : {}) });
    case 'code':
      return paragraph(screen, { text: block.text, indent: INDENT, paint: screen.style.strong });
    case 'bullets':
      return block.items.flatMap((item) => paragraph(screen, { text: item, indent: `${INDENT}${screen.unicode ? '•' : '-'} ` }));
    case 'terms':
      return drawTerms(block.rows, screen);
    case 'columns':
      return drawColumns(block, screen);
  }
}

function drawTerms(rows: readonly (readonly [string, string])[], screen: Screen): string[] {
  const column = Math.min(TERM_WIDEST, screen.width >> 1, Math.max(...rows.map(([term]) => displayWidth(forTerminal(term)))));
  const beside = INDENT.length + column + GAP.length;
  return rows.flatMap(([term, meaning]) => {
    const lines = meaning.split('\n').flatMap((line) => wrap(forTerminal(line), Math.max(20, screen.width - beside)));
    const name = forTerminal(term);
    const own = displayWidth(name) > column ? [`${INDENT}${screen.fit(name, screen.width - 2)}`] : [];
    return [
      ...own,
      ...lines.map((line, at) => `${INDENT}${at === 0 && own.length === 0 ? pad(name, column) : ' '.repeat(column)}${GAP}${line}`),
    ];
  });
}

function drawColumns({ columns, rows }: Extract<Block, { kind: 'columns' }>, screen: Screen): string[] {
  const headed = columns.some(({ head }) => head !== '');
  const all: readonly DocumentRow[] = headed ? [{ cells: columns.map(({ head }) => head) }, ...rows] : rows;
  const texts = all.map((row) => row.cells.map((cell, at) => (at === 1 ? '  '.repeat(row.depth ?? 0) : '') + forTerminal(cell)));
  const last = columns.length - 1;
  const widths = columns.map((_, at) => Math.max(...texts.map((cells) => displayWidth(cells[at] ?? ''))));
  // The last column takes what the others leave; they leave it a third.
  const spare = screen.width - INDENT.length - GAP.length * last - Math.floor(screen.width / 3);
  const fitted = widths.map((width, at) =>
    at === last ? width : Math.min(width, Math.max(6, at === 0 ? width : Math.floor(spare * 0.7))),
  );
  const beside = INDENT.length + fitted.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0);
  // Where they leave it too little, it stands below them.
  const isBelow = screen.width - beside < LAST_LEAST;
  const used = isBelow ? INDENT.length * 3 : beside;
  return texts.flatMap((cells, row) => {
    const lines = wrap(cells[last] ?? '', screen.width - used);
    const front = fitted
      .slice(0, last)
      .map((width, at) => pad(screen.fit(cells[at] ?? '', width), width, columns[at]?.align === 'right' ? 'right' : 'left'));
    const paintFront =
      headed && row === 0 ? screen.style.faint : all[row]?.strong === true ? screen.style.strong : (line: string): string => line;
    if (isBelow) {
      const under = lines.filter((line) => line !== '').map((line) => `${' '.repeat(used)}${screen.style.faint(line)}`);
      return [screen.fit(`${INDENT}${front.join(GAP)}`, screen.width).trimEnd(), ...under];
    }
    return lines.map((line, at) => {
      const before = at === 0 ? paintFront(`${INDENT}${front.join(GAP)}`) : ' '.repeat(used - GAP.length);
      return line === '' ? before.trimEnd() : `${before}${GAP}${screen.style.faint(line)}`;
    });
  });
}
