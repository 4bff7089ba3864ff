import { formatNumber, formatRatio } from '../../lib/text/format-number.ts';
import type { ObjectiveResult, ObjectiveState } from '../../model/objective-report.ts';
import { valueText } from '../value-text.ts';

export const STATE_WORDS: Readonly<Record<ObjectiveState, string>> = {
  met: 'met',
  'on-track': 'on track',
  'at-risk': 'at risk',
  'off-track': 'off track',
  'past-due': 'past due',
  'not-started': 'not started',
  'no-data': 'no data',
};

/** `If first-response-time.median <= 2h: kept, 1 h 52 min of 542`. Text of the config: the caller escapes it. */
export function actionText({ action }: ObjectiveResult): string | null {
  if (action === null) return null;
  const value =
    action.value === null
      ? 'no data'
      : `${action.kept === true ? 'kept' : 'not kept'}, ${valueText(action, action.value)} (n ${formatNumber(action.n)})`;
  return `If ${action.rule}: ${value}`;
}

/** `then churn-rate from 5.0% to 3.0% by 2025-07-01: 3.8% (n 229, 2025-06)`. */
export function outcomeText(objective: ObjectiveResult): string {
  const { outcome, from, to, by, current, n, period, reason, kind, action } = objective;
  const value = (some: number): string => valueText(outcome, some);
  const aim = kind === 'threshold' ? `kept at ${value(to)} until ${by}` : `from ${value(from)} to ${value(to)} by ${by}`;
  const now =
    current === null ? (reason ?? 'no data') : `${value(current)} (n ${formatNumber(n)}${period === null ? '' : `, ${period.label}`})`;
  return `${action === null ? '' : 'then '}${outcome.rule} ${aim}: ${now}`;
}

/** `60.0% of the way, 54.2% of the time`; nothing where there is no way to go. */
export function progressText({ progress, expected, kind, state }: ObjectiveResult): string | null {
  if (kind === 'threshold' || progress === null || state === 'not-started') return null;
  return `${formatRatio(progress)} of the way in ${formatRatio(expected)} of the time`;
}

/** `on the way: 4.5% after 6 months (2025-07-01), 4.0% after 12 months (2026-01-01)`. */
export function horizonText({ horizons, outcome }: ObjectiveResult): string | null {
  if (horizons.length === 0) return null;
  return `on a straight line: ${horizons.map(({ months, day, expectedValue }) => `${valueText(outcome, expectedValue)} after ${months} months (${day})`).join(', ')}`;
}

/** Said once below all of them. */
export const OBJECTIVES_NOTE = 'That action and outcome moved together is no proof that the one brought the other.';
