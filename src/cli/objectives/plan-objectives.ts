import type { RuleSource } from '../../checks/rule.ts';
import type { Objective } from '../../model/settings.ts';
import { UserError } from '../../model/user-error.ts';
import { planRule, type PlannedRule } from '../check/plan-rules.ts';

export interface PlannedObjective {
  readonly objective: Objective;
  readonly action: PlannedRule | null;
  /** The outcome as a rule whose limit nobody asks for. */
  readonly outcome: PlannedRule;
}

/** Both sides understood before any data is read. @throws UserError naming the objective. */
export function planObjectives(objectives: readonly Objective[], privacy: { readonly agents: boolean }): readonly PlannedObjective[] {
  return objectives.map((objective) => ({
    objective,
    action: objective.if === null ? null : planned(objective, objective.if, privacy),
    outcome: planned(objective, `${objective.then} >= 0`, privacy),
  }));
}

function planned({ name }: Objective, text: string, privacy: { readonly agents: boolean }): PlannedRule {
  const source: RuleSource = { text, onNoData: 'warn', place: null };
  let rule: PlannedRule;
  try {
    rule = planRule(source, privacy);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, `objective ${JSON.stringify(name)}: ${error.message}`, error.place);
  }
  if (rule.by === null) return rule;
  throw new UserError('bad-rule', `objective ${JSON.stringify(name)}: a star stands for every group, and an objective has one value`, {
    hint: 'name the group: {channel=chat}',
  });
}
