import { safeParse } from 'valibot';
import { UserError } from '../../model/user-error.ts';
import { pathText, type ConfigPath, type Problem } from '../problem.ts';
import { condition } from '../schema/condition.ts';
import type { Known } from './cross-problems.ts';
import { mapping } from './loose.ts';

/** Conditions whose grammar or fields are wrong, told with those of the schema. Values that are no condition at all are the schema's to tell. */
export function conditionProblems(value: unknown, { checkCondition }: Known): readonly Problem[] {
  const config = mapping(value);
  const found: { readonly path: ConfigPath; readonly at: Problem['at']; readonly written: unknown }[] = [];
  for (const [name, written] of Object.entries(mapping(config['segments']))) found.push({ path: ['segments', name], at: 'value', written });
  for (const [name, calendar] of Object.entries(mapping(config['calendars']))) {
    found.push({ path: ['calendars', name, 'when'], at: 'value', written: mapping(calendar)['when'] });
  }
  for (const [id, options] of Object.entries(mapping(config['kpis']))) {
    for (const written of Object.keys(mapping(mapping(options)['targets'])))
      found.push({ path: ['kpis', id, 'targets', written], at: 'key', written });
  }
  return found.flatMap(({ path, at, written }) => {
    const read = safeParse(condition, written);
    if (!read.success) return [];
    try {
      checkCondition(read.output);
      return [];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const { message, place } = error;
      // All the fields there are need not follow the one that was meant.
      const hint = message.includes('did you mean') ? undefined : place.hint;
      return [{ path, at, message: `${pathText(at === 'key' ? path.slice(0, -1) : path)}: ${message}`, hint }];
    }
  });
}
