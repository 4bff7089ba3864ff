import { displayWidth, wrap } from '../../lib/text/width.ts';
import type { LinkComparison, LinkOutcome } from '../../model/link-report.ts';
import type { Report } from '../../model/report.ts';
import { GAP, grid, type Cell, type Row } from '../grid.ts';
import { paragraph, type Screen } from '../screen.ts';
import { differenceText, LINK_VERDICTS, linkNotes, shareText } from './link-text.ts';

const ALIGNS = ['left', 'right', 'right', 'right', 'left'] as const;
/** A head takes no more width than this. */
const HEAD_WIDEST = 13;
const INDENT = '  ';

/** Support and what became of customers: a small table a comparison. */
export function linkLines(report: Report, screen: Screen): string[] {
  const { link } = report;
  if (link === undefined) return [];
  return [
    '',
    screen.style.heading('SUPPORT AND WHAT BECAME OF CUSTOMERS'),
    ...link.comparisons.filter(({ outcomes }) => outcomes.length > 0).flatMap((comparison) => ['', ...comparisonTable(comparison, screen)]),
    '',
    ...linkNotes(link).flatMap((text) => paragraph(screen, { text, indent: '', paint: screen.style.faint })),
  ];
}

function comparisonTable({ title, since, groups, outcomes }: LinkComparison, screen: Screen): string[] {
  const { faint, strong } = screen.style;
  const table = outcomes.map((outcome) => cellsOf(outcome, screen));
  const heads = ['', ...groups.map((group) => wrap(group, HEAD_WIDEST).join('\n')), 'difference', ''];
  const widths = heads.map((head, column) =>
    Math.max(...head.split('\n').map(displayWidth), ...table.map((cells) => displayWidth(cells[column]!.text))),
  );
  const whole = widths.reduce((sum, width) => sum + width + GAP, -GAP);
  // Where there is no room the difference stands below the shares.
  const columns = whole <= screen.width ? widths.length : 3;
  const rows = table.flatMap((cells): Row[] => {
    const below = cells.slice(columns).filter(({ text }) => text !== '');
    return [cells.slice(0, columns), ...below.map(({ text, paint }): Row => ({ text: `${INDENT}${INDENT}${text}`, paint }))];
  });
  return [
    ...paragraph(screen, { text: `${title} (${since})`, indent: '', paint: strong }),
    ...grid({
      widths: widths.slice(0, columns),
      aligns: ALIGNS.slice(0, columns),
      head: heads.slice(0, columns).map((text) => ({ text, paint: faint })),
      rows,
      rule: screen.glyphs.rule.repeat(screen.width),
    }),
  ];
}

function cellsOf(outcome: LinkOutcome, { glyphs, style }: Screen): readonly Cell[] {
  const { id, groups, verdict } = outcome;
  return [
    { text: INDENT + id },
    ...groups.map((share) => ({ text: shareText(share) ?? glyphs.nothing })),
    { text: differenceText(outcome) ?? glyphs.nothing },
    { text: verdict === null ? '' : LINK_VERDICTS[verdict], paint: verdict === 'moved-together' ? style.strong : style.faint },
  ];
}
