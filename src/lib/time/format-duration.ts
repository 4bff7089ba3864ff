interface Style {
  readonly units: Readonly<Record<'d' | 'h' | 'm' | 's', string>>;
  readonly joint: string;
  readonly lessThanSecond: string;
}

const FULL: Style = { units: { d: ' d', h: ' h', m: ' min', s: ' s' }, joint: ' ', lessThanSecond: '<1 s' };
const COMPACT: Style = { units: { d: 'd', h: 'h', m: 'm', s: 's' }, joint: '', lessThanSecond: '<1s' };

/**
 * A duration for people: `45 s`, `2 min 5 s`, `20 min`, `1 h 14 min`, `2 d 3 h`, `120 d`; negative with `−`.
 * Rounded to what is shown, and the rounding carries over: 59.6 minutes are `1 h`. A number that is not finite is `–`.
 */
export function formatSeconds(seconds: number): string {
  return format(seconds, FULL);
}

/** The same for narrow cells: `45s`, `2m5s`, `20m`, `1h14m`, `2d3h`. */
export function formatSecondsCompact(seconds: number): string {
  return format(seconds, COMPACT);
}

function format(value: number, style: Style): string {
  if (!Number.isFinite(value)) return '–';
  if (value > 0 && value < 0.5) return style.lessThanSecond;
  const text = magnitude(Math.abs(value), style);
  return value <= -0.5 ? `−${text}` : text;
}

/** Seconds count under ten minutes, minutes under a day, hours under a hundred days. Each limit is tested on the rounded value, so that a carry reaches the next unit. */
function magnitude(value: number, { units, joint }: Style): string {
  const pair = (amount: number, size: number, big: string, small: string): string => {
    const whole = Math.floor(amount / size);
    const rest = amount % size;
    if (whole === 0) return `${rest}${small}`;
    return rest === 0 ? `${whole}${big}` : `${whole}${big}${joint}${rest}${small}`;
  };
  const seconds = Math.round(value);
  if (seconds < 600) return pair(seconds, 60, units.m, units.s);
  const minutes = Math.round(value / 60);
  if (minutes < 1440) return pair(minutes, 60, units.h, units.m);
  const hours = Math.round(value / 3600);
  return hours < 2400 ? pair(hours, 24, units.d, units.h) : `${Math.round(value / 86_400)}${units.d}`;
}
