import { UserError } from '../model/user-error.ts';
import type { CheckPlace } from '../model/check.ts';

/** A stretch of the rule's text, 0-based. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface RuleProblem {
  readonly code?: 'bad-rule' | 'unknown-kpi' | 'unknown-aggregate' | 'bad-unit';
  /** One sentence without a full stop. */
  readonly problem: string;
  readonly span: Span;
  readonly hint?: string | undefined;
}

/**
 * What is wrong with a rule, with the place that it has from outside, and the rule itself with the culprit underlined.
 * A rule that cannot be understood is never a pass.
 */
export function badRule({ text, place }: { readonly text: string; readonly place: CheckPlace | null }, given: RuleProblem): UserError {
  const { code = 'bad-rule', problem, span, hint } = given;
  const line = text.replace(/\s/g, ' ');
  const length = Math.max(1, Math.min(span.end, line.length) - span.start);
  const advice = [line, ' '.repeat(span.start) + '^'.repeat(length), ...(hint === undefined ? [] : [hint])].join('\n');
  return new UserError(code, problem, {
    file: place?.file,
    line: place?.line ?? undefined,
    column: place?.column == null ? undefined : place.column + span.start,
    hint: advice,
  });
}
