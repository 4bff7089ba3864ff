import type { Reading } from '../../checks/judge.ts';
import type { CheckResult } from '../../model/check.ts';
import type { KpiResult, Report } from '../../model/report.ts';
import type { PlannedRule } from './plan-rules.ts';

/** An earlier report that `drop` and `rise` compare with. */
export interface Baseline {
  readonly label: string;
  readonly find: (wanted: BaselineRequest) => Pick<NonNullable<Reading['before']>, 'result' | 'missing'>;
}

export interface BaselineRequest {
  readonly planned: PlannedRule;
  readonly now: KpiResult | null;
  /** The group, of a rule for every group. */
  readonly keys: readonly (string | null)[] | null;
  /** The condition with the group filled in. */
  readonly where: string | null;
}

/** A number that was measured otherwise (another clock, target, definition or unit) is not comparable, and is said to be so. */
export function baselineOf(report: Report, path: string): Baseline {
  return {
    label: `${path} (${report.period.label})`,
    find({ planned, now, keys, where }) {
      if (!report.period.complete) return missing(`${path} is of a period that was not over`);
      const id = planned.rule.kpi.id;
      const ours = candidates(report, { planned, keys }).filter((kpi) => kpi.id === id);
      const same = ours.find((kpi) => sameMeasure(kpi, now));
      if (same !== undefined) return { result: same, missing: null };
      const verdict = report.checks?.find(
        (check) => check.kpi === id && check.where === where && check.aggregate === planned.rule.aggregate && sameMeasure(check, now),
      );
      if (verdict !== undefined && now !== null) return { result: fromVerdict(verdict, now), missing: null };
      const [other] = ours;
      if (other !== undefined) return missing(`${path} measured it otherwise${other.variant === null ? '' : ` (${other.variant})`}`);
      return missing(`${path} has no ${id}${where === null ? '' : ` for ${where}`}`);
    },
  };
}

function missing(text: string): { readonly result: null; readonly missing: string } {
  return { result: null, missing: text };
}

/** The whole, or the group that the rule speaks of: as one of every group, or by a condition that names nothing but it. */
function candidates(report: Report, { planned: { where, by }, keys }: Pick<BaselineRequest, 'planned' | 'keys'>): readonly KpiResult[] {
  if (where === null && by === null) return report.kpis;
  const single = where?.kind === 'compare' && where.operator === '=' && by === null ? where : null;
  const dimension = single === null ? (where === null ? by : null) : single.field;
  const wanted = single === null ? keys : [single.values[0]?.text ?? null];
  const groups = report.breakdowns.find((one) => one.by.toLowerCase() === dimension?.toLowerCase())?.groups ?? [];
  return groups.find((group) => JSON.stringify(folded(group.keys ?? [group.key])) === JSON.stringify(folded(wanted ?? [])))?.kpis ?? [];
}

function folded(keys: readonly (string | null)[]): readonly (string | null)[] {
  return keys.map((key) => key?.toLowerCase() ?? null);
}

type Measured = Pick<KpiResult, 'clock' | 'variant' | 'unit' | 'currency'>;

function sameMeasure(one: Measured, now: KpiResult | null): boolean {
  return now === null || (one.clock === now.clock && one.variant === now.variant && one.unit === now.unit && one.currency === now.currency);
}

function fromVerdict({ aggregate, movement, value, compared, n, interval }: CheckResult, now: KpiResult): KpiResult {
  return {
    ...now,
    aggregate,
    value: movement === null ? value : (compared?.now ?? null),
    n,
    interval: movement === null ? interval : null,
    stats: null,
  };
}
