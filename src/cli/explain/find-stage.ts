import type { FunnelStage } from '../../analyze/explain/funnel.ts';
import { stageWord } from '../../formats/explain/names.ts';
import { fieldKey } from '../../lib/text/field-key.ts';
import { suggest } from '../../lib/text/suggest.ts';
import { UserError } from '../../model/user-error.ts';

/** The station that `--list` names, by its own word or what it commonly is called. @throws UserError `unknown-step` with the nearest and all there are. */
export function findStage(word: string, stages: readonly FunnelStage[]): FunnelStage {
  const wanted = fieldKey(word);
  const found =
    stages.find(({ name }) => fieldKey(name) === wanted) ??
    stages.find(({ aliases }) => aliases.some((alias) => fieldKey(alias) === wanted));
  const listable = stages.filter(({ rows }) => rows !== null);
  const words = listable.map(({ name }) => stageWord(name));
  if (found?.rows) return found;
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
