import { once } from '../../lib/once.ts';
import type { NameList, NamedMapping } from './spellings.ts';

/** Base names of ready-made durations; a header may add a unit (`… in minutes`, `… (hrs)`) or a clock to them. */
const BASES: Readonly<Record<string, string>> = {
  firstResponse:
    'first response time | first reply time | time to first response | time to first reply | first response | first reply | first response duration | ' +
    'initial response time | time to initial response | frt | ttfr | time to first agent reply | time to first human response | ' +
    'time to admin reply | first agent response time | first answer time | time to first answer | response time | reply time | time to respond | ' +
    'time to answer | time to first touch | time to acknowledge | first response wait time | ' +
    'erstantwortzeit | erste antwortzeit | erstreaktionszeit | reaktionszeit | tiempo de primera respuesta | tiempo primera respuesta | tiempo de respuesta | ' +
    'délai de première réponse | temps de première réponse | delai de premiere reponse',
  resolution:
    'resolution time | full resolution time | time to resolution | time to resolve | time to full resolution | resolution duration | resolution | ' +
    'total resolution time | ttr | mttr | time to close | time to closure | close time duration | time to last close | handling duration | time to solve | solve time | ' +
    'cycle time | lead time | age at close | ' +
    'lösungszeit | bearbeitungsdauer | tiempo de resolución | tiempo de resolucion | délai de résolution | temps de résolution | delai de resolution',
  firstResolution: 'first resolution time | time to first resolution | first resolution | time to first close | first resolution duration',
  requesterWait:
    'requester wait time | requester wait | customer wait time | customer waiting time | time waiting on us | total requester wait time',
  agentWait: 'agent wait time | agent wait | time waiting on customer | agent waiting time | pending time',
  onHold: 'on hold time | on hold | hold duration | time on hold | on hold duration',
};

const UNKNOWN = ['%'];
const CALENDAR = ['% calendar', 'calendar %', '% calendar hours', '% in calendar hours', '% calendar time'];
const BUSINESS = [
  '% within business hours',
  '% in business hours',
  '% during business hours',
  '% business hours',
  '% business',
  'business %',
  'business hours %',
  '% within working hours',
  '% in working hours',
  '% working hours',
  '% within office hours',
  '% in office hours',
  '% office hours',
  '% in operating hours',
  '% excluding office hours closed',
  '% bhrs',
  '% bh',
];

const FORMS = (
  [
    ['unknown', UNKNOWN],
    ['calendar', CALENDAR],
    ['business', BUSINESS],
  ] as const
).flatMap(([clock, forms]) =>
  forms.map((form) => {
    const [before = '', behind = ''] = form.split('%');
    return { clock, before, behind };
  }),
);
/** What every form but the bare one has. */
const OF_CLOCK = /calendar|business|hours| bh/;

/** Base name → its field, and its place among all. */
const bases = once(() => {
  const found = new Map<string, { readonly field: string; readonly place: number }>();
  for (const [field, list] of Object.entries(BASES))
    for (const base of list.split(' | ')) if (!found.has(base)) found.set(base, { field, place: found.size });
  return found;
});

/** Every base name bare (clock unknown) and with the words that say which hours it counts. */
export const DURATION_NAMES: NameList = {
  find(name) {
    let best: NamedMapping | undefined;
    const forms = OF_CLOCK.test(name) ? FORMS.length : UNKNOWN.length;
    for (let form = 0; form < forms; form++) {
      const { clock, before, behind } = FORMS[form]!;
      if (name.length <= before.length + behind.length || !name.startsWith(before) || !name.endsWith(behind)) continue;
      const base = bases().get(name.slice(before.length, name.length - behind.length));
      if (base === undefined) continue;
      const rank = base.place * FORMS.length + form;
      if (best === undefined || rank < best.rank) best = { mapping: { field: base.field, clock }, rank };
    }
    return best;
  },
  *[Symbol.iterator]() {
    for (const [base, { field }] of bases())
      for (const { clock, before, behind } of FORMS) yield [before + base + behind, { field, clock }];
  },
};

/**
 * In real files a column called "Time to Resolution" or "First response" may hold time stamps.
 * Content decides: a duration name whose cells are time stamps feeds this field instead.
 */
export const timeStampOfDuration: Readonly<Record<string, string>> = {
  firstResponse: 'firstResponseAt',
  resolution: 'solvedAt',
  firstResolution: 'firstResolvedAt',
};
