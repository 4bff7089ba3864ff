import { UserError } from '../../model/user-error.ts';
import { DAY_MS } from './civil.ts';
import { zoneName } from './zone-name.ts';
import { findStretch, intlOffsets, type Stretch } from './zone-transitions.ts';

/** Converts between instants and one zone's local ("wall") time; wall times are milliseconds as if the zone were UTC. Never uses the machine's zone. */
export interface ZoneClock {
  /** IANA name. */
  readonly name: string;
  /** Milliseconds east of UTC at an instant. */
  readonly offsetAt: (instantMs: number) => number;
  /** A local time that occurs twice is the first one; one that does not exist moves forward by the gap (02:30 → 03:30). Source: biz, kpis.md §9.1. */
  readonly wallToInstant: (wallMs: number) => number;
  readonly instantToWall: (instantMs: number) => number;
}

/** About 13 months: changes are looked up for so long a stretch when its first instant is asked for. */
const STRETCH_MS = 400 * DAY_MS;
/** Stretches overlap by this, so that local times at their ends find their changes too. */
const OVERLAP_MS = 3 * DAY_MS;

const clocks = new Map<string, ZoneClock>();

/** True for what `zoneClock` accepts: IANA names in any case, `UTC`, Rails names. */
export function isTimeZone(name: string): boolean {
  return zoneName(name) !== null;
}

/** The clock of a zone; the same object for the same zone. Unknown name → UserError('bad-time-zone'). */
export function zoneClock(name: string): ZoneClock {
  const found = clocks.get(name);
  if (found !== undefined) return found;
  const zone = zoneName(name);
  if (zone === null) {
    throw new UserError('bad-time-zone', `unknown time zone "${name}"`, {
      hint: 'Use an IANA name such as Europe/Berlin or America/New_York, or UTC.',
    });
  }
  const clock = clocks.get(zone) ?? makeClock(zone);
  clocks.set(zone, clock);
  clocks.set(name, clock);
  return clock;
}

function makeClock(name: string): ZoneClock {
  if (name === 'UTC') return { name, offsetAt: () => 0, wallToInstant: (wallMs) => wallMs, instantToWall: (instantMs) => instantMs };
  const stretchAt = stretches(name);
  const offsetAt = stepFunction(stretchAt, 'instants');
  const wallOffsetAt = stepFunction(stretchAt, 'walls');
  return {
    name,
    offsetAt,
    wallToInstant: (wallMs) => wallMs - wallOffsetAt(wallMs),
    instantToWall: (instantMs) => instantMs + offsetAt(instantMs),
  };
}

function stretches(name: string): (index: number) => Stretch {
  const oracle = intlOffsets(name);
  const known = new Map<number, Stretch>();
  return (index) => {
    let stretch = known.get(index);
    if (stretch === undefined) {
      stretch = findStretch(oracle, index * STRETCH_MS - OVERLAP_MS, (index + 1) * STRETCH_MS + OVERLAP_MS);
      known.set(index, stretch);
    }
    return stretch;
  };
}

/** The offset as a function of an instant or of a local time; remembers its last piece, as neighbouring rows are mostly near in time. */
function stepFunction(stretchAt: (index: number) => Stretch, axis: 'instants' | 'walls'): (ms: number) => number {
  let from = 0;
  let to = 0;
  let offset = 0;
  return (ms) => {
    if (ms >= from && ms < to) return offset;
    if (!(Math.abs(ms) <= 8.64e15)) return NaN;
    const index = Math.floor(ms / STRETCH_MS);
    const { [axis]: changes, offsets } = stretchAt(index);
    let piece = 0;
    while (piece < changes.length && ms >= (changes[piece] ?? Infinity)) piece += 1;
    from = Math.max(changes[piece - 1] ?? -Infinity, index * STRETCH_MS);
    to = Math.min(changes[piece] ?? Infinity, (index + 1) * STRETCH_MS);
    offset = offsets[piece] ?? 0;
    return offset;
  };
}
