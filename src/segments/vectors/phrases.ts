/**
 * What people say of a customer, as a condition over the facts of `model/customer-facts.ts`. A rule is a condition in which any part may be such a
 * phrase: `last rating bad and tickets >= 3`.
 */
interface Phrase {
  readonly says: string;
  readonly pattern: RegExp;
  readonly condition: (words: readonly string[]) => string;
}

const share = (percent: string): number => Number(`${percent}e-2`);

const PHRASES: readonly Phrase[] = [
  { says: 'cancelled', pattern: /^(?:cancelled|canceled|cancel notice|leaving)$/, condition: () => 'cancelled = true' },
  { says: 'onboarding overdue', pattern: /^onboarding (done|underway|overdue|never)$/, condition: ([word]) => `onboarding = ${word}` },
  { says: 'activated', pattern: /^activated$/, condition: () => 'activated = true' },
  { says: 'last rating bad', pattern: /^last rating (good|passive|bad)$/, condition: ([word]) => `lastRating = ${word}` },
  {
    says: 'usage down 50%',
    pattern: /^usage down (\d+(?:\.\d+)?) ?%$/,
    condition: ([percent = '']) => `(usageChange <= -${share(percent)} and (usageBefore >= ${LEAST_BEFORE} or usageBefore = null))`,
  },
  { says: 'usage up 20%', pattern: /^usage up (\d+(?:\.\d+)?) ?%$/, condition: ([percent = '']) => `usageChange >= ${share(percent)}` },
  { says: 'usage steady', pattern: /^usage (?:steady|flat|steady or up|flat or up)$/, condition: () => `usageChange >= -${STEADY}` },
  { says: 'inactive 30 days', pattern: /^inactive (?:for )?(\d+) ?d(?:ays?)?$/, condition: ([days]) => `inactiveDays >= ${days}` },
  { says: 'repeat problem open', pattern: /^repeat(?:ed)? problem(?: open)?$/, condition: () => 'repeatProblem = true' },
  { says: 'expanded', pattern: /^(?:expanded|upgraded)$/, condition: () => 'expanded = true' },
  { says: 'referred', pattern: /^referred$/, condition: () => 'referrals >= 1' },
  { says: 'seats used 90%', pattern: /^seats? used? (\d+(?:\.\d+)?) ?%$/, condition: ([percent = '']) => `seatUse >= ${share(percent)}` },
];

/** Half of fewer events is chance. Where only the date of last activity is known, there is no number before. */
const LEAST_BEFORE = 5;
/** Flat: no more than a tenth below the window before. */
const STEADY = 0.1;

/** One example of each, for messages and documentation. */
export const PHRASE_EXAMPLES: readonly string[] = PHRASES.map(({ says }) => says);

/** Quotes, brackets and the words that join: what lies between them is one comparison or one phrase. */
const JOINTS = /("(?:[^"]|"")*"|'(?:[^']|'')*'|[()]|\b(?:and|or|not)\b)/i;

/** The rule with its phrases written out as conditions; everything else stays as it is. */
export function writtenOut(rule: string): string {
  // `flat or up` is one phrase, not two parts.
  const whole = rule.replace(/\b(usage (?:flat|steady)) or up\b/gi, '$1');
  return whole
    .split(JOINTS)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(/^(\s*)(.*?)(\s*)$/s, (_, before: string, text: string, after: string) => before + asCondition(text) + after),
    )
    .join('');
}

function asCondition(text: string): string {
  const words = text.toLowerCase().replace(/[\s_-]+/g, ' ');
  for (const { pattern, condition } of PHRASES) {
    const found = pattern.exec(words);
    if (found) return condition(found.slice(1));
  }
  return text;
}
