import type { Reading } from '../../checks/judge.ts';
import type { KpiResult, Report } from '../../model/report.ts';
import { printCondition, type Condition } from '../../segments/conditions/condition.ts';
import type { PlannedRule } from './plan-rules.ts';

export type GroupReading = Omit<Reading, 'before'> & { readonly keys: readonly (string | null)[] | null };

/** What a rule finds in an answer: one reading, or one for each group. Groups too small to be shown are not judged either; without any other there is no data. */
export function groupsOf({ rule, request, where, by }: PlannedRule, report: Report): readonly GroupReading[] {
  const whole = where === null ? null : printCondition(where);
  const nothing = { where: whole, group: null, keys: null, now: null };
  if (by === null) return [{ ...nothing, now: leading(report.kpis, request.kpi.id), reason: null }];
  const found = report.breakdowns.find((one) => one.by === by);
  const groups = found?.groups ?? [];
  if (groups.length === 0) {
    const small = found?.suppressed.groups ?? 0;
    return [{ ...nothing, reason: small > 0 ? `every ${by} has fewer rows than --min-segment` : `no data by ${by}` }];
  }
  const dimensions = by.split('+');
  return groups.map((group) => {
    const keys = group.keys ?? [group.key];
    const own = keys.reduce<Condition | null>((all, key, at) => both(all, equals(dimensions[at]!, key)), where);
    const name = keys.map((key) => key ?? '(none)').join(' + ');
    return { where: own === null ? null : printCondition(own), group: name, keys, now: leading(group.kpis, rule.kpi.id), reason: null };
  });
}

/** One entry a clock: the first with a value, which is the calendar's where there is one. */
function leading(kpis: readonly KpiResult[], id: string): KpiResult | null {
  const ours = kpis.filter((kpi) => kpi.id === id);
  return ours.find(({ value }) => value !== null) ?? ours[0] ?? null;
}

/** Both must hold; `null` holds always. */
export function both(one: Condition | null, other: Condition | null): Condition | null {
  return one === null || other === null ? (one ?? other) : { kind: 'and', parts: [one, other] };
}

function equals(field: string, key: string | null): Condition {
  return { kind: 'compare', field, column: 1, operator: '=', values: [{ text: key, column: 1 }] };
}
