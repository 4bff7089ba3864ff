import type { Question } from '../../analyze/question.ts';
import type { ResolvedConfig } from '../../config/index.ts';
import { kpis } from '../../kpis/index.ts';
import { UserError } from '../../model/user-error.ts';
import { parseWhere } from '../../segments/conditions/parse-condition.ts';
import { findDimension } from '../../segments/index.ts';
import { chosenKpis } from '../options/kpi-choice.ts';
import type { ScopeOptions } from '../options/scope-options.ts';
import type { TimeOptions } from '../options/time-options.ts';
import { PROGRAM, VERSION } from '../version.ts';

/** What the options and the config ask. @throws UserError for a KPI, dimension or condition that does not exist. */
export function toQuestion(
  { period, previous, every, timeZone, weekStart, asOf, clock }: TimeOptions,
  scope: ScopeOptions,
  { settings, privacy }: Pick<ResolvedConfig, 'settings' | 'privacy'>,
): Question {
  return {
    period,
    previous,
    every,
    timeZone,
    weekStart,
    asOfGiven: asOf !== undefined,
    clock,
    settings: scope.like === undefined ? settings : { ...settings, like: scope.like },
    by: scope.by?.map((by) => knownDimensions(by, privacy)) ?? null,
    where: parseWhere(scope.where),
    kpis: chosenKpis(scope.kpi, kpis),
    minSegment: scope.minSegment,
    sort: scope.sort,
    ...sortedBy(scope.kpi),
    top: scope.top ?? null,
    heatmap: scope.heatmap,
    generator: { name: PROGRAM, version: VERSION },
  };
}

/** `--sort value` goes by the KPI that was named first. */
function sortedBy([first]: readonly string[]): { readonly sortBy?: string } {
  const named = kpis.find(({ id }) => id === first?.replace(/\(.*/, ''));
  return named === undefined ? {} : { sortBy: named.id };
}

/** `plan_kind+channel` in our own spelling: `planKind+channel`. */
function knownDimensions(by: string, privacy: Privacy): string {
  return by
    .split('+')
    .map((name) => knownDimension(name, privacy))
    .join('+');
}

/** Whether the config lets agents be shown one by one. */
type Privacy = Pick<ResolvedConfig['privacy'], 'agents'>;

/** Our own spelling of a dimension that may be shown. */
export function knownDimension(name: string, { agents }: Privacy): string {
  const { id, personal } = findDimension(name);
  if (personal !== true || agents) return id;
  throw new UserError('private-dimension', `--by ${id} would show personal data of employees, which reports leave out`, {
    hint: 'break down by group instead, or let the config say so: privacy: { agents: true }',
  });
}
