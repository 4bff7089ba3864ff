import { fieldKey } from '../../../lib/text/field-key.ts';
import type { KpiContext } from '../../define-kpi.ts';
import { codes, counts, links, numbers, times } from '../columns.ts';
import { people, personOf } from '../people.ts';
import { ratingTimes } from '../ratings.ts';
import { timeFact, wordFact, type FactColumns } from './fact-columns.ts';

const BAD = 1;
const PASSIVE = 2;
const GOOD = 3;
const WORDS = ['bad', 'passive', 'good'] as const;

interface Answer {
  readonly kind: 'csat' | 'nps';
  /** Row of the ticket that it is about; -1 where none. */
  readonly ticket: number;
  readonly person: number;
  readonly at: number;
  readonly mood: number;
}

/** The latest answer of each person before an instant, to a CSAT or an NPS question: of two at one time the worse one. */
export function ratingFacts(context: KpiContext, at: number): FactColumns {
  const answers = allAnswers(context);
  if (answers.length === 0) return {};
  const { count } = people(context);
  const [moods, when] = [new Uint8Array(count), new Float64Array(count).fill(Number.NaN)];
  for (const { person, at: time, mood } of answers) {
    if (!(time < at) || time < when[person]! || (time === when[person] && mood >= moods[person]!)) continue;
    when[person] = time;
    moods[person] = mood;
  }
  return {
    lastRating: wordFact(count, WORDS, (person) => WORDS[moods[person]! - 1] ?? null),
    lastRatingAt: timeFact(count, (person) => when[person]!),
  };
}

/** What customers said of the support that they had. */
export function csatAnswers(
  context: KpiContext,
): readonly { readonly person: number; readonly at: number; readonly ticket: number; readonly mood: 'bad' | 'passive' | 'good' }[] {
  return allAnswers(context).flatMap(({ kind, person, at, ticket, mood }) =>
    kind === 'csat' ? [{ person, at, ticket, mood: WORDS[mood - 1]! }] : [],
  );
}

function allAnswers(context: KpiContext): readonly Answer[] {
  return context.memo('answers of people', () => [...ticketAnswers(context), ...surveyAnswers(context)]);
}

function ticketAnswers(context: KpiContext): readonly Answer[] {
  const satisfied = counts(context, 'tickets', 'satisfied');
  if (!satisfied) return [];
  const who = personOf(context, 'tickets');
  const at = ratingTimes(context);
  const [words, scales] = [codes(context, 'tickets', 'rating'), codes(context, 'tickets', 'ratingScale')];
  return collect(satisfied.length, (row) => {
    if (who[row]! < 0 || Number.isNaN(at[row]!) || Number.isNaN(satisfied[row]!)) return null;
    const middle = isMiddle(words?.values[words.codes[row]!] ?? '', scales?.values[scales.codes[row]!] ?? '');
    return { kind: 'csat', ticket: row, person: who[row]!, at: at[row]!, mood: satisfied[row] === 1 ? GOOD : middle ? PASSIVE : BAD };
  });
}

function surveyAnswers(context: KpiContext): readonly Answer[] {
  const who = personOf(context, 'surveys');
  const at = times(context, 'surveys', 'at');
  const ticketOf = links(context, 'surveys', 'ticket');
  const [kinds, scores, satisfied, scales] = [
    codes(context, 'surveys', 'kind'),
    numbers(context, 'surveys', 'score'),
    numbers(context, 'surveys', 'satisfied'),
    codes(context, 'surveys', 'scale'),
  ];
  return collect(who.length, (row) => {
    if (who[row]! < 0 || Number.isNaN(at[row]!)) return null;
    const kind = kinds?.values[kinds.codes[row]!] ?? 'nps';
    const score = scores?.[row] ?? Number.NaN;
    const answer = (mood: number): Answer => ({
      kind: kind === 'csat' ? 'csat' : 'nps',
      ticket: ticketOf[row]!,
      person: who[row]!,
      at: at[row]!,
      mood,
    });
    if (kind === 'nps')
      return Number.isInteger(score) && score >= 0 && score <= 10 ? answer(score >= 9 ? GOOD : score >= 7 ? PASSIVE : BAD) : null;
    const positive = satisfied?.[row] ?? Number.NaN;
    if (kind !== 'csat' || Number.isNaN(positive)) return null;
    return answer(positive === 1 ? GOOD : isMiddle(String(score), scales?.values[scales.codes[row]!] ?? '') ? PASSIVE : BAD);
  });
}

function collect(rows: number, of: (row: number) => Answer | null): readonly Answer[] {
  const found: Answer[] = [];
  for (let row = 0; row < rows; row++) {
    const answer = of(row);
    if (answer !== null) found.push(answer);
  }
  return found;
}

const MIDDLING: ReadonlySet<string> = new Set([
  'ok',
  'okay',
  'neutral',
  'average',
  'fair',
  'so so',
  'mixed',
  'neither satisfied nor dissatisfied',
]);

/** Neither good nor bad: the middle of its scale, or a word that says so. Not positive, but nobody to win back. */
function isMiddle(word: string, scale: string): boolean {
  if (MIDDLING.has(fieldKey(word))) return true;
  const [, low, high] = /^\s*(-?\d+)\s*(?:-|–|\.\.|to)\s*(-?\d+)\s*$/.exec(scale) ?? [];
  return low !== undefined && high !== undefined && word !== '' && Number(word) === (Number(low) + Number(high)) / 2;
}
