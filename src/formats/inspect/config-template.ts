import type { TableKind } from '../../model/kinds.ts';
import type { Inspection } from '../../model/inspection.ts';
import { assumptions, KINDS_ASKED, mappingLines, sourceOf } from './config-for.ts';
import { yamlText } from './yaml-text.ts';

export interface TemplateSource {
  /** A file, folder or pattern, relative to the config. */
  readonly path: string;
  readonly kind: TableKind | null;
  /** Of a file that nobody recognised: a guess for the user to settle. */
  readonly likelyKind?: TableKind;
}

/** Rules that a team would begin with, by the KPI that they need. */
const RULES: readonly (readonly [id: string, rule: string])[] = [
  ['first-response-time', 'first-response-time.p90 <= 8h'],
  ['unanswered-rate', 'unanswered-rate <= 5%'],
  ['resolution-time', 'resolution-time.median <= 2d'],
  ['csat', 'csat >= 85%'],
  ['reopen-rate', 'reopen-rate <= 10%'],
  ['nps', 'nps >= 30'],
  ['churn-rate', 'churn-rate <= 3%'],
];
const RULES_SHOWN = 4;

/** A whole config with every choice explained; what was only guessed is commented out, so that it is valid as it stands. */
export function configTemplate(inspection: Inspection, sources: readonly TemplateSource[]): string {
  const blocks = [
    [
      '# Settings of happiness for this folder. A line that begins with # is off.',
      '# What holds and where it comes from: happiness report --print-config',
      '# Every key, for your editor: happiness schema config',
    ],
    sourceBlock(sources),
    zoneBlock(inspection),
    ['# First day of the week.', '# weekStart: mon'],
    ...assumptions(inspection).filter((block) => !block.some((line) => line.startsWith('# timezone:'))),
    mappingLines(inspection),
    [
      '# Opening hours, for --clock business.',
      '# calendars:',
      '#   default:',
      `#     timezone: ${yamlText(inspection.timeZone)}`,
      '#     weekly: { mon: ["09:00-17:00"], tue: ["09:00-17:00"], wed: ["09:00-17:00"], thu: ["09:00-17:00"], fri: ["09:00-17:00"] }',
      '#     holidays: ["2025-12-25", "2025-12-26"]',
    ],
    ['# Whose definitions hold: zendesk, freshdesk, intercom, helpscout, zammad, chatwoot.', '# like: zendesk'],
    ['# What support cost in the period, for cost per contact.', '# costs: { total: 50000, currency: EUR }'],
    ['# Which plans are free, trial or paid.', '# plans: { free: [Free], trial: [Trial], paid: [Pro, Business] }'],
    ruleBlock(inspection),
    ['# Groups of fewer rows are not shown; agents never are, unless you say so.', '# privacy: { minSegment: 5, agents: false }'],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function sourceBlock(sources: readonly TemplateSource[]): string[] {
  const says = '# Files that report, segment and check read when none are named.';
  if (sources.length === 0) return [says, '# sources: [exports/*.csv]'];
  return [
    says,
    ...(sources.some(({ likelyKind }) => likelyKind !== undefined) ? KINDS_ASKED : []),
    'sources:',
    ...sources.flatMap(({ path, kind, likelyKind }) =>
      kind !== null ? [`  - { path: ${yamlText(path)}, kind: ${kind} }`] : sourceOf(path, likelyKind),
    ),
  ];
}

function zoneBlock({ timeZone, timeZoneGiven, files }: Inspection): string[] {
  const assumed = files.some(({ warnings }) => warnings.some(({ code }) => code === 'zone-assumed'));
  const says = '# Zone (IANA) of days, and of time stamps without one, such as Europe/Berlin.';
  if (timeZoneGiven) return [says, `timezone: ${yamlText(timeZone)}`];
  return [
    says,
    ...(assumed ? ['# The time stamps of these files name none, and UTC is only assumed.'] : []),
    `# timezone: ${yamlText(timeZone)}`,
  ];
}

function ruleBlock({ computable }: Inspection): string[] {
  const can = new Set(computable.map(({ id }) => id));
  const fitting = RULES.filter(([id]) => can.has(id));
  const rules = (fitting.length > 0 ? fitting : RULES).slice(0, RULES_SHOWN).map(([, rule]) => `#   - ${rule}`);
  return [
    '# Limits for happiness check, which exits with 1 when one is missed. Proposals',
    '# from your data: happiness check --suggest',
    '# checks:',
    ...rules,
  ];
}
