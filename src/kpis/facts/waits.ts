import type { KpiContext } from '../define-kpi.ts';
import { rowsOf, times } from './columns.ts';
import { readyMade, withStamps, type Durations } from './durations.ts';
import { resolution, statusHistory } from './resolution.ts';

/** Time that each ticket spent in kinds of status until it was solved for good, in seconds by ticket row. Time in solved before a reopening is nobody's wait. */
export interface Waits {
  /** New, open and on hold: the customer waits for us. */
  readonly requester: Durations;
  /** Pending: we wait for the customer. */
  readonly agent: Durations;
  /** On hold: we wait for somebody else. */
  readonly onHold: Durations;
}

export function waits(context: KpiContext): Waits {
  return context.memo('waits', () => {
    const spent = timeInStatus(context);
    return {
      requester: withStamps(spent?.requester, readyMade(context, 'requesterWait')),
      agent: withStamps(spent?.agent, readyMade(context, 'agentWait')),
      onHold: withStamps(spent?.onHold, readyMade(context, 'onHold')),
    };
  });
}

function timeInStatus(context: KpiContext): { requester: Float64Array; agent: Float64Array; onHold: Float64Array } | undefined {
  const { rows } = rowsOf(context, 'tickets');
  const { starts, at, from, to } = statusHistory(context);
  if (at.length === 0) return undefined;
  const createdAt = times(context, 'tickets', 'createdAt');
  const { solved } = resolution(context);
  const requester = new Float64Array(rows).fill(Number.NaN);
  const agent = new Float64Array(rows).fill(Number.NaN);
  const onHold = new Float64Array(rows).fill(Number.NaN);
  for (let ticket = 0; ticket < rows; ticket++) {
    const [first, end] = [starts[ticket]!, starts[ticket + 1]!];
    if (first === end || solved[ticket] === 0 || Number.isNaN(createdAt[ticket]!)) continue;
    const spent = { requester: 0, agent: 0, onHold: 0 };
    let since = createdAt[ticket]!;
    let status = from[first]! || 'new';
    for (let change = first; change < end; change++) {
      addTime(spent, status, at[change]! - since);
      since = at[change]!;
      status = to[change]!;
    }
    requester[ticket] = spent.requester / 1000;
    agent[ticket] = spent.agent / 1000;
    onHold[ticket] = spent.onHold / 1000;
  }
  return { requester, agent, onHold };
}

function addTime(spent: { requester: number; agent: number; onHold: number }, status: string, ms: number): void {
  if (status === 'pending') spent.agent += ms;
  else if (status === 'on-hold') {
    spent.onHold += ms;
    spent.requester += ms;
  } else if (status === 'new' || status === 'open') spent.requester += ms;
}
