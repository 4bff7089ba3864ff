import { forTerminal } from '../lib/text/sanitize.ts';
import type { CheckResult } from '../model/check.ts';
import { checkSentence, placeText } from './check-text.ts';
import type { Format } from './format.ts';

/**
 * What GitLab, Jenkins, Azure Pipelines and CircleCI read: a test case a check, `failure` where a limit was missed, `error` where there is
 * no verdict and none is let pass, a note in `system-out` for warnings.
 */
export const junit: Format = {
  id: 'junit',
  title: 'JUnit XML: a test case a check, for the test tabs of CI systems',
  extensions: ['xml', 'junit'],
  needsChecks: true,
  render: (report) => {
    const checks = report.checks ?? [];
    const failures = checks.filter((check) => check.outcome === 'failed' && check.missed !== null).length;
    const errors = checks.filter((check) => check.outcome === 'failed' && check.missed === null).length;
    const counts = attributes({ tests: checks.length, failures, errors });
    const when = report.asOf === null ? '' : ` timestamp="${report.asOf.slice(0, 19)}"`;
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="happiness check"${counts}>`,
      `  <testsuite name="${escaped(`happiness check: ${report.period.label}`)}"${counts} skipped="0" time="0"${when}>`,
      ...checks.flatMap((check) => testCase(check).map((line) => `    ${line}`)),
      '  </testsuite>',
      '</testsuites>',
    ];
    return `${lines.join('\n')}\n`;
  },
};

function testCase(check: CheckResult): string[] {
  const { name, kpi, place, outcome, missed, state } = check;
  const file = place === null || place.line === null ? {} : { file: place.file };
  const open = `<testcase${attributes({ classname: `happiness.${kpi}`, name, time: 0, ...file })}`;
  const text = explained(check);
  if (outcome === 'failed') {
    const tag = missed === null ? 'error' : 'failure';
    return [
      `${open}>`,
      `  <${tag}${attributes({ message: text[0] ?? '', type: missed === null ? state : 'limit-missed' })}>${escaped(text.join('\n'))}</${tag}>`,
      '</testcase>',
    ];
  }
  return [
    `${open}>`,
    `  <system-out>${escaped(`${outcome === 'warned' ? 'WARNING ' : ''}${text.join('\n')}`)}</system-out>`,
    '</testcase>',
  ];
}

function explained(check: CheckResult): string[] {
  const { verdict, evidence } = checkSentence(check);
  return [`${check.title}: ${verdict}`, evidence.join(', '), ...(check.place === null ? [] : [placeText(check.place)])].map(forTerminal);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

/** Made safe to print first: what XML 1.0 cannot hold is gone by then but for two non-characters. Line breaks of our own stay. */
function escaped(text: string): string {
  return text
    .split('\n')
    .map(forTerminal)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
