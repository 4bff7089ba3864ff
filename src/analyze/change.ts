import type { KpiDefinition } from '../kpis/define-kpi.ts';
import type { Measure, Summary } from '../kpis/measure.ts';
import type { Change, Direction, Unit, Verdict } from '../model/report.ts';

/** Rates and scores change in points; only quantities have a relative change. */
const POINTS: ReadonlySet<Unit> = new Set(['ratio', 'score']);

export interface ChangeOptions {
  readonly kpi: KpiDefinition;
  readonly measure: Measure;
  readonly now: Summary;
  readonly before: Summary;
  /** Both periods when each had been followed for the same time; see `Followed`. */
  readonly atEqualAge?: { readonly now: Summary; readonly before: Summary; readonly seconds: number } | null;
}

/**
 * How the value moved and whether that is more than chance; `null` where one of the two is missing.
 * At equal follow-up where that makes a difference: then the change says so, and has no numbers where too little was known so early.
 */
export function changeBetween({ kpi, measure, now, before, atEqualAge }: ChangeOptions): Change | null {
  if (now.value === null || before.value === null) return null;
  if (!atEqualAge || (sameNumbers(now, atEqualAge.now) && sameNumbers(before, atEqualAge.before)))
    return change({ kpi, measure, now, before });
  const followUpSeconds = atEqualAge.seconds;
  const found = change({ kpi, measure, now: atEqualAge.now, before: atEqualAge.before });
  return { ...(found ?? { absolute: null, relative: null, verdict: 'too-few' }), followUpSeconds };
}

function change({ kpi, measure, now, before }: ChangeOptions): Change | null {
  if (now.value === null || before.value === null) return null;
  const absolute = now.value - before.value;
  const relative = POINTS.has(kpi.unit) || before.value === 0 ? null : absolute / Math.abs(before.value);
  return { absolute, relative, verdict: measure.compare ? verdict(measure.compare(now, before), kpi.better) : null };
}

function sameNumbers(a: Summary, b: Summary): boolean {
  return a.value === b.value && a.n === b.n;
}

/** A clear change of a KPI that is neither better high nor low has no verdict. */
function verdict(moved: -1 | 0 | 1 | null, better: Direction): Verdict | null {
  if (moved === null) return 'too-few';
  if (moved === 0) return 'no-clear-change';
  if (better === 'none') return null;
  return moved > 0 === (better === 'higher') ? 'better' : 'worse';
}
