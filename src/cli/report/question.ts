import type { Question } from '../../analyze/question.ts';
import { kpis } from '../../kpis/index.ts';
import type { Settings } from '../../model/settings.ts';
import { UserError } from '../../model/user-error.ts';
import { parseWhere } from '../../segments/conditions/parse-condition.ts';
import { findDimension } from '../../segments/index.ts';
import { chosenKpis } from '../options/kpi-choice.ts';
import type { ScopeOptions } from '../options/scope-options.ts';
import type { TimeOptions } from '../options/time-options.ts';
import { PROGRAM, VERSION } from '../version.ts';

/** What the options ask. @throws UserError for a KPI, dimension or condition that does not exist. */
export function toQuestion({ period, previous, every, timeZone, weekStart, asOf, clock }: TimeOptions, scope: ScopeOptions, settings: Settings): Question {
  return {
    period,
    previous,
    every,
    timeZone,
    weekStart,
    asOfGiven: asOf !== undefined,
    clock,
    settings: scope.like === undefined ? settings : { ...settings, like: scope.like },
    by: scope.by?.map(knownDimensions) ?? null,
    where: parseWhere(scope.where),
    kpis: chosenKpis(scope.kpi, kpis),
    minSegment: scope.minSegment,
    sort: scope.sort,
    top: scope.top ?? null,
    heatmap: scope.heatmap,
    generator: { name: PROGRAM, version: VERSION },
  };
}

/** `plan_kind+channel` in our own spelling: `planKind+channel`. */
function knownDimensions(by: string): string {
  return by.split('+').map(knownDimension).join('+');
}

/** Our own spelling of a dimension that may be shown. */
export function knownDimension(name: string): string {
  const { id, personal } = findDimension(name);
  if (personal !== true) return id;
  throw new UserError('private-dimension', `--by ${id} would show personal data of employees, which reports leave out`, {
    hint: 'break down by group instead',
  });
}
