import type { KpiContext } from '../../define-kpi.ts';
import { times } from '../columns.ts';
import { firstEvent } from '../event-names.ts';
import { isCustomerAt, lifespans } from '../lifespans.ts';

export const STAYING = 0;
/** Has said that they will go, and is still there. */
export const LEAVING = 1;
export const GONE = 2;

export interface Departure {
  readonly state: typeof STAYING | typeof LEAVING | typeof GONE;
  /** When they left, epoch ms; `NaN` while they are there, and where nobody knows when. */
  readonly leftAt: number;
}

/**
 * Whether each person stays, has given notice or has left just before an instant. Who pays, by the spans of paid access (a customer who came back
 * stays); who never did, by their cancellation alone.
 */
export function departures(context: KpiContext): (person: number, at: number) => Departure {
  const lives = lifespans(context);
  const own = times(context, 'customers', 'cancelledAt');
  const cancels = firstEvent(context, ['cancel'], 'last');
  const cancelledBefore = (person: number, at: number): number => {
    let last = Number.NaN;
    for (const time of [person < own.length ? own[person]! : Number.NaN, cancels?.[person] ?? Number.NaN])
      if (time < at && !(time <= last)) last = time;
    return last;
  };
  return (person, at) => {
    if (lives.undated[person] === 1) return { state: GONE, leftAt: Number.NaN };
    const [begun, ended] = lastSpan(person, at);
    const cancelled = cancelledBefore(person, at);
    if (isCustomerAt(lives, person, at)) {
      // Who paid again after cancelling has changed their mind.
      return { state: cancelled > begun ? LEAVING : STAYING, leftAt: Number.NaN };
    }
    const left = Number.isNaN(ended) ? cancelled : ended;
    return Number.isNaN(left) ? { state: STAYING, leftAt: left } : { state: GONE, leftAt: left };
  };

  /** The latest start, and the latest end, of paid access before an instant. */
  function lastSpan(person: number, at: number): readonly [begun: number, ended: number] {
    let [begun, ended] = [Number.NaN, Number.NaN];
    for (let span = lives.starts[person]!; span < lives.starts[person + 1]!; span++) {
      if (lives.from[span]! < at && !(lives.from[span]! <= begun)) begun = lives.from[span]!;
      if (lives.to[span]! < at && !(lives.to[span]! <= ended)) ended = lives.to[span]!;
    }
    return [begun, ended];
  }
}
