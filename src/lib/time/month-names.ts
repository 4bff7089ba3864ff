/** English, Spanish, German, French, Italian, Portuguese, Dutch: full names and the abbreviations of CLDR and Jira, without accents and dots. */
const MONTH_WORDS = [
  'jan january ene enero januar janner janv janvier gen gennaio janeiro januari',
  'feb february febr febrero februar feber fevr fev fevrier febbraio fevereiro februari',
  'mar march marzo marz maerz mars marco mrt maart mrz',
  'apr april abr abril avr avril aprile',
  'may mayo mai mag maggio maio mei',
  'jun june junio juni juin giu giugno junho',
  'jul july julio juli juil juillet lug luglio julho',
  'aug august ago agosto aout augustus',
  'sep sept september septiembre setiembre septembre set settembre setembro',
  'oct october octubre okt oktober octobre ott ottobre out outubro',
  'nov november noviembre novembre novembro',
  'dec december dic diciembre dez dezember decembre dicembre dezembro',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])),
);

/** Words that may stand in a date and say nothing that the rest does not: weekdays, prepositions, ordinal endings, "Uhr". */
const FILLERS: ReadonlySet<string> = new Set(
  [
    'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday',
    'lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche',
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag',
    'lunedi martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta sexta feira',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'de del of at um am den der den le el il a alle as op om st nd rd th er uhr',
  ].flatMap((words) => words.split(' ')),
);

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** 1–12 for a month's name, 0 for a word without meaning in a date (a weekday, "de"), -1 for any other word. */
export function monthOf(word: string): number {
  const key = /^[a-z]+$/i.test(word) ? word.toLowerCase() : plain(word);
  return MONTHS.get(key) ?? (FILLERS.has(key) ? 0 : -1);
}
