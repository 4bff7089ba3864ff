import { forTerminal } from '../lib/text/sanitize.ts';
import { wrap } from '../lib/text/width.ts';
import type { CheckResult } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import { checkSentence, passedText, placeText, summaryText, toTell, unjudgedText, worstFirst } from './check-text.ts';
import { flow, type Screen } from './screen.ts';
import { scopeLines } from './table-head.ts';
import { periodTitle } from './period-text.ts';
import { plural } from './words.ts';

/** The verdicts: what failed, worst first, what is to be watched, and one line for what passed. With `--verbose` those that passed too. */
export function checkLines(report: Report, screen: Screen): string[] {
  const { style } = screen;
  const told = screen.verbose ? worstFirst(report.checks ?? []) : toTell(report);
  const unjudged = unjudgedText(report);
  const failed = report.passed === false;
  return [
    style.title(screen.fit(`Happiness check: ${periodTitle(report)}`, screen.width)),
    ...scopeLines(report, screen),
    ...told.flatMap((check) => ['', ...oneCheck(check, screen)]),
    '',
    ...(told.length > 0 && (report.checks ?? []).some(({ outcome }) => outcome === 'passed')
      ? [`${screen.glyphs.pass} ${passedText(report)}`]
      : []),
    ...(unjudged === null ? [] : wrap(unjudged, screen.width).map((line) => style.faint(line))),
    ...(report.warnings.length === 0
      ? []
      : wrap(
          `the data has ${report.warnings.length} ${plural(report.warnings.length, 'warning')}: see them with happiness report`,
          screen.width,
        ).map((line) => style.faint(line))),
    (failed ? style.failed : style.strong)(`${failed ? screen.glyphs.fail : screen.glyphs.pass} ${summaryText(report)}`),
  ];
}

function oneCheck(check: CheckResult, screen: Screen): string[] {
  const { style, glyphs } = screen;
  const [sign, paint] = {
    failed: [`${glyphs.fail} FAILED`, style.failed] as const,
    warned: ['! warn', style.warning] as const,
    passed: [`${glyphs.pass} passed`, style.strong] as const,
  }[check.outcome];
  const { verdict, evidence } = checkSentence(check);
  const place = check.place === null ? [] : [placeText(check.place)];
  const [first = '', ...rest] = wrap(forTerminal(check.name), screen.width - sign.length - 2);
  return [
    `${paint(sign)}  ${first}`,
    ...rest.map((line) => ' '.repeat(sign.length + 2) + line),
    ...wrap(forTerminal(`${check.title}: ${verdict}`), screen.width - 4).map((line) => `    ${line}`),
    ...flow(screen, [...evidence, ...place], '    ').map((line) => style.faint(line)),
  ];
}
