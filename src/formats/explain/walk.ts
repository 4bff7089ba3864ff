import { formatNumber } from '../../lib/text/format-number.ts';
import { formatSeconds } from '../../lib/time/format-duration.ts';
import type { Explanation, MessageFate, Outcome, TicketFact, TicketWalk, WalkedMessage } from '../../model/explanation.ts';
import { instantText } from '../period-text.ts';
import { valueText } from '../value-text.ts';
import { clockText } from '../words.ts';
import { section, text, type DocumentSection } from './document.ts';
import { stageText } from './names.ts';

const FATES: Readonly<Record<MessageFate, string>> = {
  request: 'the customer writes for the first time',
  customer: 'the customer writes again',
  'first-answer': 'the first answer of a person',
  answer: 'a further answer',
  opening: 'no answer: nobody had asked yet',
  private: 'not counted: a private note, which the customer cannot read',
  bot: 'not counted: a bot',
  system: 'not counted: automatic',
  'unknown-author': 'not counted: nobody knows who wrote it',
  undated: 'not counted: nobody knows when',
};

/** One ticket on its way, in plain sentences. */
export function walkSections(walk: TicketWalk, { kpi, data }: Explanation): readonly DocumentSection[] {
  const timeZone = data?.timeZone ?? 'UTC';
  const heading = `Ticket ${walk.id}${walk.system === null ? '' : ` of ${walk.system}`}`;
  if (walk.excluded !== null) return section(heading, [text(`It is in the files, but in no KPI: ${walk.excluded.replace(/-/g, ' ')}.`)]);
  return [
    ...section(heading, [{ kind: 'terms', rows: walk.facts.map((fact) => [fieldText(fact.field), factText(fact, timeZone)] as const) }]),
    ...section('Its messages', [
      walk.messages?.length === 0 ? text('None are known.') : null,
      {
        kind: 'columns',
        columns: [
          { head: '', align: 'left' },
          { head: '', align: 'left' },
          { head: '', align: 'left' },
        ],
        rows: (walk.messages ?? []).map((message) => ({
          cells: [momentText(message.at, timeZone), authorText(message), FATES[message.fate]],
          strong: message.fate === 'first-answer',
        })),
      },
    ]),
    ...section('Its changes', [
      {
        kind: 'columns',
        columns: [
          { head: '', align: 'left' },
          { head: '', align: 'left' },
          { head: '', align: 'left' },
        ],
        rows: (walk.changes ?? []).map(({ at, field, from, to }) => ({
          cells: [momentText(at, timeZone), field, `${from || '(none)'} → ${to || '(none)'}`],
        })),
      },
    ]),
    ...section(`In ${kpi.title.charAt(0).toLowerCase()}${kpi.title.slice(1)}`, [
      { kind: 'bullets', items: outcomes(walk, { kpi, data, timeZone }) },
    ]),
  ];
}

function momentText(at: string | null, timeZone: string): string {
  if (at === null) return 'no date';
  const text = instantText(at, timeZone);
  return text.length === 10 ? `${text} 00:00` : text;
}

function authorText({ author, public: open }: WalkedMessage): string {
  return open ? author : `${author}, private`;
}

function fieldText(field: string): string {
  return field
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace('.', ', ')
    .toLowerCase();
}

function factText({ type, value }: TicketFact, timeZone: string): string {
  switch (type) {
    case 'time':
      return momentText(String(value), timeZone);
    case 'seconds':
      return formatSeconds(Number(value));
    case 'number':
      return formatNumber(Number(value));
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'text':
      return String(value);
  }
}

interface Told extends Pick<Explanation, 'kpi' | 'data'> {
  readonly timeZone: string;
}

const OUTCOMES_SHOWN = 20;

function outcomes({ outcomes: all }: TicketWalk, told: Told): string[] {
  if (all.length === 0) return ['It has nothing that this KPI counts.'];
  const lines = all.slice(0, OUTCOMES_SHOWN).map((outcome) => outcomeText(outcome, told));
  return all.length > OUTCOMES_SHOWN ? [...lines, `And ${formatNumber(all.length - OUTCOMES_SHOWN)} more.`] : lines;
}

function outcomeText(outcome: Outcome, { kpi, data, timeZone }: Told): string {
  const { what, at, fate, stages, value, inBase } = outcome;
  const clock = clockText(outcome.clock);
  const when = at === null ? '' : ` (${kpi.cohort}: ${instantText(at, timeZone)})`;
  const subject = `${what === 'ticket' ? 'It' : `A ${what}`}${clock === null ? '' : `, by ${clock},`}`;
  const period = data?.period.label === 'all' ? 'all data' : (data?.period.label ?? '');
  if (fate === 'condition') return `${subject} does not count: it does not meet --where.`;
  if (fate === 'undated') return `${subject} does not count in ${period}: nothing says when it was ${kpi.cohort}.`;
  if (fate === 'outside') return `${subject} does not count in ${period}: it belongs to another period${when}.`;
  const way = stages
    .filter(({ name }) => name !== 'inPeriod')
    .map(({ name, says }) => `${stageText(name)}${says === null ? '' : ` (${says})`}`);
  const gives = value === null ? '' : ` It gives ${valueText(kpi, value)}.`;
  const end = way.length === 0 ? ' and is part of nothing more' : `, then: ${way.join(' → ')}`;
  return `${subject} is looked at in ${period}${when}${end}.${gives}${inBase || way.length === 0 ? '' : ' The value is not computed from it.'}`;
}
