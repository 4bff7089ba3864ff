import { safeParse } from 'valibot';
import { UserError } from '../../model/user-error.ts';
import { pathText, type ConfigPath, type Problem } from '../problem.ts';
import { condition } from '../schema/condition.ts';
import type { Known } from './cross-problems.ts';
import { list, mapping, type Loose } from './loose.ts';

interface Found {
  readonly path: ConfigPath;
  readonly at: Problem['at'];
  readonly written: unknown;
}

/** Conditions and rules whose grammar or fields are wrong, told with those of the schema. Values that are none at all are the schema's to tell. */
export function conditionProblems(value: unknown, { checkCondition, checkVectorRule }: Known): readonly Problem[] {
  const config = mapping(value);
  return [
    ...conditionsIn(config).flatMap(({ path, at, written }) => {
      const read = safeParse(condition, written);
      const where = pathText(at === 'key' ? path.slice(0, -1) : path);
      return read.success ? refusal({ path, at, prefix: `${where}: ` }, () => checkCondition(read.output)) : [];
    }),
    ...VECTORS.flatMap((vector) =>
      list(mapping(config['vectors'])[vector]).flatMap((rule, index) =>
        typeof rule === 'string'
          ? refusal({ path: ['vectors', vector, index], at: 'value', prefix: '' }, () => checkVectorRule(vector, rule))
          : [],
      ),
    ),
  ];
}

const VECTORS = ['negative', 'neutral', 'positive'] as const;

function conditionsIn(config: Loose): readonly Found[] {
  const found: Found[] = [];
  for (const [name, written] of Object.entries(mapping(config['segments']))) found.push({ path: ['segments', name], at: 'value', written });
  for (const [name, calendar] of Object.entries(mapping(config['calendars']))) {
    found.push({ path: ['calendars', name, 'when'], at: 'value', written: mapping(calendar)['when'] });
  }
  for (const [id, options] of Object.entries(mapping(config['kpis']))) {
    for (const written of Object.keys(mapping(mapping(options)['targets'])))
      found.push({ path: ['kpis', id, 'targets', written], at: 'key', written });
  }
  return found;
}

/** What another room has against a text, as a problem of the config. */
function refusal(
  { path, at, prefix }: { readonly path: ConfigPath; readonly at: Problem['at']; readonly prefix: string },
  check: () => void,
): readonly Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, place } = error;
    // All the fields there are need not follow the one that was meant.
    return [{ path, at, message: prefix + message, hint: message.includes('did you mean') ? undefined : place.hint }];
  }
}
