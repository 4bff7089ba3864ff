/** What the first cell of a row of sums or averages says, in the languages of our exports. */
const WORDS = [
  'grand totals?|sub-?totals?|totals?|sum|averages?|avg|mean|median',
  'gesamt|gesamtsumme|gesamtergebnis|insgesamt|summen?|zwischensumme|durchschnitt|mittelwert|schnitt',
  'total g[ée]n[ée]ral|sous-total|somme|moyenne',
  'total general|totales|suma|promedio|media',
  'totale|totali|totale complessivo|somma',
  'total geral|soma|média',
  'totaal|eindtotaal|gemiddelde|razem|średnia',
].join('|');
const COUNTED =
  '(?: (?:records|rows|tickets|cases|calls|conversations|answers|responses|zeilen|vorgänge|fälle|anfragen|anrufe|antworten))?';
const TOTAL = new RegExp(`^(?:${WORDS})${COUNTED}(?: ?\\([^()]*\\))?(?: ?[:=])?(?: ?[\\d.,'’\\u00a0\\u202f %]+${COUNTED})?$`, 'iu');
const NO_LETTER = /^[\x00-@[-`{-\x7f]/;
const LONGEST = 80;

/** Whether a cell names a row of sums (`Total`, `Summe:`, `Total: 2`, `Grand Totals (5700 records)`) and says nothing else. */
export function isTotalWord(text: string): boolean {
  if (text.length > LONGEST) return false;
  const word = text.trim();
  // Rows begin with a number more often than not, and the expression takes milliseconds to get ready.
  return !NO_LETTER.test(word) && TOTAL.test(word);
}
