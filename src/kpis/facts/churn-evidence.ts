import type { ChurnEvidence } from '../../model/settings.ts';
import type { KpiContext } from '../define-kpi.ts';
import { codes, timesOrUndefined } from './columns.ts';
import { firstEvent } from './event-names.ts';
import { paidSpans } from './paid-spans.ts';

/** What one source says about a customer: nothing, that they stay, or that they left — when, or at an unknown time. */
export const SILENT = Number.POSITIVE_INFINITY;
export const STAYS = Number.NaN;
export const LEFT_UNDATED = Number.NEGATIVE_INFINITY;

/** By source: `SILENT`, `STAYS`, `LEFT_UNDATED` or the time of leaving (epoch ms) of a person. */
export type Witness = (person: number) => number;

const LEFT =
  /^(churned|cancell?ed|canceled|inactive|lost|former|closed|expired|terminated|deactivated|ended|left|unsubscribed|ex customer)$/;
const STAYED = /^(active|paying|paid|customer|live|current|subscribed|past due|renewed|ongoing)$/;

/** Everything that may speak about leaving, by the names that the config orders. */
export function witnesses(context: KpiContext): Readonly<Record<ChurnEvidence, Witness>> {
  return {
    subscriptions: bySubscriptions(context),
    cancelledAt: byCancellation(context),
    events: byEvents(context),
    flag: byFlag(context),
  };
}

/** Whether any source can tell that a customer left, and when: else nobody would ever leave. */
export function tellsLeaving(context: KpiContext): boolean {
  return (
    timesOrUndefined(context, 'subscriptions', 'endedAt') !== undefined ||
    timesOrUndefined(context, 'customers', 'cancelledAt') !== undefined ||
    firstEvent(context, ['cancel'], 'last') !== undefined
  );
}

function bySubscriptions(context: KpiContext): Witness {
  if (!timesOrUndefined(context, 'subscriptions', 'endedAt')) return () => SILENT;
  const { starts, to } = paidSpans(context);
  return (person) => {
    if (starts[person] === starts[person + 1]) return SILENT;
    let last = Number.NEGATIVE_INFINITY;
    for (let span = starts[person]!; span < starts[person + 1]!; span++) if (to[span]! > last) last = to[span]!;
    // A customer leaves when the last subscription ends, not with one of several.
    return last === Number.POSITIVE_INFINITY ? STAYS : last;
  };
}

/** Where there is such a column, a customer without a date has not left. */
function byCancellation(context: KpiContext): Witness {
  const cancelledAt = timesOrUndefined(context, 'customers', 'cancelledAt');
  if (!cancelledAt) return () => SILENT;
  return (person) => {
    if (person >= cancelledAt.length) return SILENT;
    const at = cancelledAt[person]!;
    return at > context.asOf ? STAYS : at;
  };
}

/** Events cover a stretch of time: that there is none says nothing. Who subscribes after cancelling stays. */
function byEvents(context: KpiContext): Witness {
  const cancelled = firstEvent(context, ['cancel'], 'last');
  if (!cancelled) return () => SILENT;
  const { starts, from } = paidSpans(context);
  return (person) => {
    const at = cancelled[person]!;
    if (Number.isNaN(at)) return SILENT;
    const [first, end] = [starts[person]!, starts[person + 1]!];
    return first < end && from[end - 1]! > at ? STAYS : at;
  };
}

function byFlag(context: KpiContext): Witness {
  const status = codes(context, 'customers', 'status');
  if (!status) return () => SILENT;
  const says = status.values.map((word) => {
    const key = word
      .toLowerCase()
      .replace(/[_\s-]+/g, ' ')
      .trim();
    return LEFT.test(key) ? LEFT_UNDATED : STAYED.test(key) ? STAYS : SILENT;
  });
  return (person) => (person < status.codes.length ? says[status.codes[person]!]! : SILENT);
}
