import type { MissingReason } from '../../model/report.ts';
import { countText as withCount } from '../words.ts';

export { withCount as countText };

export const REASONS: Readonly<Record<MissingReason, string>> = {
  'no-data': 'no data in the period',
  'missing-column': 'a column is missing',
  'window-not-elapsed': 'its time window has not passed yet',
  'no-calendar': 'no business calendar is configured',
  'no-cost': 'no costs are configured',
  'no-churn': 'nobody left in the period',
  'no-objective': 'the config has no objectives',
  'mixed-currencies': 'several currencies and no rates',
};

/** Stations that every funnel may have, as their KPIs do not name them. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ['read', 'rows read'],
  ['inPeriod', 'looked at'],
  ['unmet', 'not meeting the condition'],
  ['withValue', 'with a value'],
  ['withoutValue', 'without a value'],
  ['otherReasons', 'other reasons'],
]);

/** `solvedWithoutReply` as people read it: `solved without reply`. */
export function stageText(name: string): string {
  return STAGES.get(name) ?? spaced(name);
}

/** The same as `--list` takes it: `solved-without-reply`. */
export function stageWord(name: string): string {
  return spaced(name).replace(/ /g, '-');
}

function spaced(name: string): string {
  return withCount(name, '').trim();
}
