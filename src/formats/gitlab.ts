import { createHash } from 'node:crypto';
import { forTerminal } from '../lib/text/sanitize.ts';
import type { CheckResult } from '../model/check.ts';
import { checkSentence, toTell } from './check-text.ts';
import type { Format } from './format.ts';
import { jsonText } from './json.ts';

/** GitLab wants a file in the repository even for what comes from the command line. */
const ELSEWHERE = 'happiness.config.yaml';

/**
 * GitLab's code quality report (`artifacts:reports:codequality`): an issue for each check that was missed, on the line of its rule. The
 * fingerprint follows from the check and not from its value, so that GitLab knows the issue again.
 */
export const gitlab: Format = {
  id: 'gitlab',
  title: 'GitLab code quality: an issue a missed check, on the line of its rule',
  extensions: ['gitlab.json', 'gitlab'],
  needsChecks: true,
  render: (report, { compact }) => {
    const seen = new Map<string, number>();
    const issues = toTell(report).map((check) => {
      const print = fingerprint(check);
      const times = seen.get(print) ?? 0;
      seen.set(print, times + 1);
      return {
        description: forTerminal(`${check.name}: ${check.title} ${sentence(check)}`),
        check_name: `happiness/${check.kpi}`,
        fingerprint: times === 0 ? print : createHash('sha256').update(`${print}${times}`).digest('hex'),
        severity: check.outcome === 'failed' ? 'major' : 'minor',
        location: place(check),
      };
    });
    return `${jsonText(issues, compact)}\n`;
  },
};

function sentence(check: CheckResult): string {
  const { verdict, evidence } = checkSentence(check);
  return [verdict, ...evidence].join(', ');
}

function fingerprint({ kpi, aggregate, where, movement, operator, name }: CheckResult): string {
  return createHash('sha256')
    .update(JSON.stringify([kpi, aggregate, where, movement, operator, name]))
    .digest('hex');
}

function place({ place }: CheckResult): object {
  const path = place === null || place.line === null ? ELSEWHERE : place.file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return { path, lines: { begin: place?.line ?? 1 } };
}
