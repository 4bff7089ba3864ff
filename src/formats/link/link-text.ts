import { formatNumber, formatPoints, formatRatio } from '../../lib/text/format-number.ts';
import type { LinkComparison, LinkOutcome, LinkReport, LinkShare } from '../../model/link-report.ts';
import { plural } from '../words.ts';

export const LINK_VERDICTS: Readonly<Record<NonNullable<LinkOutcome['verdict']>, string>> = {
  'moved-together': 'moved together',
  'no-clear-link': 'not clear',
  'too-few': 'too few',
};

/** `95.1% of 203`; nothing where nobody could be followed. */
export function shareText({ rate, of }: LinkShare): string | null {
  return rate === null ? null : `${formatRatio(rate)} of ${formatNumber(of)}`;
}

/** `+7.1 pp, 1.2 to 13.8`. */
export function differenceText({ difference }: LinkOutcome): string | null {
  if (difference === null) return null;
  const [low, high] = [difference.low, difference.high].map((bound) => formatNumber(bound * 100, 1));
  return `${formatPoints(difference.value)}, ${low} to ${high}`;
}

/** What must be known to read the table, and what it does not say. */
export function linkNotes({ comparisons, followUpDays }: LinkReport): string[] {
  const made = comparisons.reduce((sum, { outcomes }) => sum + outcomes.filter(({ difference }) => difference !== null).length, 0);
  return [
    `Everyone is followed for ${formatNumber(followUpDays)} ${plural(followUpDays, 'day')} after the support that they had; what came before does not count. Differences with 95% intervals.`,
    `Moved together is no proof: customers who were served well may differ in other ways from those who were not.${made >= 5 ? ` Of ${made} comparisons one or another may look clear by chance.` : ''}`,
    ...comparisons.flatMap(pendingNote),
    ...comparisons.flatMap(({ title, missing }) => (missing.length === 0 ? [] : [`${title}: needs ${missing.join(', ')}.`])),
  ];
}

function pendingNote({ title, outcomes }: LinkComparison): string[] {
  const pending = Math.max(0, ...outcomes.map(({ groups: [a, b] }) => a.pending + b.pending));
  return pending === 0
    ? []
    : [`${title}: ${formatNumber(pending)} ${plural(pending, 'customer')} whose time has not passed ${plural(pending, 'waits', 'wait')}.`];
}
