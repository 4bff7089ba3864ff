import type { Explained } from '../../analyze/explain/explain.ts';
import type { FunnelStage } from '../../analyze/explain/funnel.ts';
import { stageWord } from '../../formats/explain/names.ts';
import { fieldKey } from '../../lib/text/field-key.ts';
import { suggest } from '../../lib/text/suggest.ts';
import { UserError } from '../../model/user-error.ts';

/**
 * The station that `--list` names, by its own word or what it commonly is called: of the first funnel that has one, or of that by the clock before
 * it (`business:not-met`). @throws UserError `unknown-step` with the nearest and all there are.
 */
export function findStage(word: string, funnels: Explained['ways']): FunnelStage {
  const ofClock = funnels.filter(({ result }) => result.clock !== null && word.startsWith(`${result.clock}:`));
  const wanted = fieldKey(ofClock.length === 0 ? word : word.slice(word.indexOf(':') + 1));
  const stages = (ofClock.length === 0 ? funnels : ofClock).flatMap((funnel) => funnel.stages);
  const found =
    stages.find(({ name }) => fieldKey(name) === wanted) ??
    stages.find(({ aliases }) => aliases.some((alias) => fieldKey(alias) === wanted));
  if (found?.rows) return found;
  const words = [...new Set(stages.filter(({ rows }) => rows !== null).map(({ name }) => stageWord(name)))];
  if (found)
    throw new UserError('unlisted-step', `the rows of ${stageWord(found.name)} are counted but not kept, so they have no ids to list`, {
      hint: `steps with ids: ${words.join(', ')}`,
    });
  const meant = suggest(word, words);
  throw new UserError('unknown-step', `no step ${JSON.stringify(word)} on the way to this value`, {
    hint:
      words.length === 0
        ? 'the KPI cannot be computed from this data'
        : `${meant === undefined ? '' : `did you mean ${meant}?   `}steps: ${words.join(', ')}`,
  });
}
