import type { Period } from '../../model/period.ts';
import { UserError } from '../../model/user-error.ts';

/**
 * `reports/{period}.md` → `reports/2025-W10.md`. The label comes from the options, never from the data; what a file name cannot hold becomes a dash.
 * @throws UserError `bad-output` for a placeholder that does not exist.
 */
export function fillName(template: string, period: Pick<Period, 'label'> | null): string {
  return template.replace(/\{([A-Za-z]+)\}/g, (all, name: string) => {
    if (name === 'period') return (period?.label ?? 'all').replace(/[^A-Za-z0-9._-]+/g, '-');
    throw new UserError('bad-output', `--output ${JSON.stringify(template)}: there is no placeholder ${all}`, {
      hint: 'the one there is: {period}',
    });
  });
}
