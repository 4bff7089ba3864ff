import { formatNumber } from '../lib/text/format-number.ts';
import type { CheckPlace, CheckResult } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { checkValueText, distanceText, limitText, textApart } from './apart.ts';
import { clockText, plural } from './words.ts';

/** What all formats say of checks. Text from the data or the config passes here untouched: each format escapes in its own way. */

const RANK = { failed: 0, warned: 1, passed: 2 } as const;

/** Worst first: failures before warnings, what was measured before what could not be, the farthest from its limit first; then as in the config. */
export function worstFirst(checks: readonly CheckResult[]): readonly CheckResult[] {
  const distance = ({ excess, missed }: CheckResult): number =>
    excess === null || missed === null ? -1 : excess / Math.max(Math.abs(missed), 1e-9);
  return checks.toSorted((a, b) => RANK[a.outcome] - RANK[b.outcome] || distance(b) - distance(a));
}

/** Those that somebody must look at. */
export function toTell(report: Report): readonly CheckResult[] {
  return worstFirst((report.checks ?? []).filter(({ outcome }) => outcome !== 'passed'));
}

export interface CheckSentence {
  /** `7 min 12 s, limit <= 5 min, 2 min 12 s over`. */
  readonly verdict: string;
  /** `n 212 · 95% interval 6 min to 9 min · business hours`, in pieces. */
  readonly evidence: readonly string[];
}

/** Value, limit, excess in human units; and on what it rests. */
export function checkSentence(check: CheckResult): CheckSentence {
  const { missed, limit, n, compared, interval, state, minSample } = check;
  const pieces = [
    state === 'too-few' ? `n ${formatNumber(n)}, at least ${formatNumber(minSample ?? 0)} wanted` : `n ${formatNumber(n)}`,
    interval === null
      ? null
      : `${formatNumber(100 * interval.level)}% interval ${checkValueText(check, interval.low)} to ${checkValueText(check, interval.high)}`,
    compared === null ? null : comparedText(check, compared),
    clockText(check.clock),
    check.variant,
  ];
  return { verdict: verdictText(check, missed ?? limit), evidence: pieces.filter((piece) => piece !== null && piece !== '').map(String) };
}

function verdictText(check: CheckResult, limit: number): string {
  const { value, excess, operator, state, reason, movement } = check;
  const wanted = `limit ${operator} ${limitText(check, limit)}`;
  if (value === null) return `no value: ${reason ?? 'no data'}; ${wanted}`;
  const shown = `${movement === null ? '' : `${movement} `}${textApart(check, value, limit)}`;
  if (state === 'too-few') return `${shown} of too few; ${wanted}`;
  if (excess === null) return check.withinChance ? `${shown}, ${wanted}, missed within chance only` : `${shown}, ${wanted}`;
  const side = operator === '<=' || operator === '<' ? 'over' : 'under';
  return `${shown}, ${wanted}, ${excess === 0 ? 'exactly at it' : `${distanceText(check, excess)} ${side}`}`;
}

function comparedText(check: CheckResult, { now, before, n, with: other }: NonNullable<CheckResult['compared']>): string {
  const inUnit = { ...check, scale: 'value' } as const;
  const current = now === null ? 'no value now' : `${checkValueText(inUnit, now)} now`;
  return before === null ? current : `${current}, ${checkValueText(inUnit, before)} (n ${formatNumber(n)}) in ${other}`;
}

/** `happiness.config.yaml:12:5`; of an option its name. */
export function placeText({ file, line, column }: CheckPlace): string {
  return [file, line, line === null ? null : column].filter((part) => part !== null).join(':');
}

/** `1 of 16 checks failed, 2 warnings`; `all 16 checks passed`. */
export function summaryText(report: Report): string {
  const checks = report.checks ?? [];
  const count = (outcome: CheckResult['outcome']): number => checks.filter((check) => check.outcome === outcome).length;
  const [failed, warned] = [count('failed'), count('warned')];
  const warnings = warned === 0 ? '' : `, ${formatNumber(warned)} ${plural(warned, 'warning')}`;
  if (checks.length === 0) return 'no checks';
  if (failed > 0) return `${formatNumber(failed)} of ${formatNumber(checks.length)} ${plural(checks.length, 'check')} failed${warnings}`;
  if (warned > 0) return `no check failed${warnings}`;
  return checks.length === 1 ? 'the check passed' : `all ${formatNumber(checks.length)} checks passed`;
}

/** One line for all that passed; those that missed within chance, or had no data and were let pass, are counted apart. */
export function passedText(report: Report): string {
  const passed = (report.checks ?? []).filter(({ outcome }) => outcome === 'passed');
  const within = passed.filter(({ withinChance }) => withinChance).length;
  const empty = passed.filter(({ state }) => state !== 'passed').length;
  const notes = [
    within === 0 ? null : `${formatNumber(within)} missed within chance only`,
    empty === 0 ? null : `${formatNumber(empty)} without enough data`,
  ].filter((note) => note !== null);
  return `${formatNumber(passed.length)} passed${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** Groups that rules for every group could not judge, because nobody may see them. */
export function unjudgedText(report: Report): string | null {
  const suppressed = report.breakdowns.filter(({ suppressed }) => suppressed.groups > 0);
  if (report.checks === undefined || suppressed.length === 0) return null;
  const groups = suppressed.reduce((sum, one) => sum + one.suppressed.groups, 0);
  return `${formatNumber(groups)} ${plural(groups, 'group')} not judged, to keep small ones private (--min-segment)`;
}
