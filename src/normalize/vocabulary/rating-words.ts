import { once } from '../../lib/once.ts';
import { fieldKey } from '../../presets/field-key.ts';

/** Every adjective alone and behind every degree: `very happy`, `eher unzufrieden`. */
function inDegrees(degrees: string, adjectives: string): string[] {
  const words = adjectives.split('|');
  return [...words, ...degrees.split('|').flatMap((degree) => words.map((word) => `${degree} ${word}`))];
}

const EN = 'very|extremely|mostly|somewhat|slightly|completely|totally|highly|quite|fairly|rather|really|so|a bit|a little';
const DE = 'sehr|äußerst|extrem|überaus|völlig|vollkommen|voll und ganz|absolut|ziemlich|eher|überwiegend|weitgehend|etwas|größtenteils';
const ES = 'muy|extremadamente|sumamente|totalmente|completamente|bastante|algo|ligeramente|parcialmente|más bien';
const FR = 'très|extrêmement|tout à fait|entièrement|totalement|complètement|plutôt|assez|un peu|partiellement|vraiment';
const EN_NOT = 'not|not very|not at all|not really|not so|never';
const DE_NOT = 'nicht|gar nicht|überhaupt nicht|nicht sehr|nicht so|eher nicht|weniger|kaum|wenig';
const ES_NOT = 'no|nada|poco|no muy|no está|no estoy';
const FR_NOT = 'pas|pas du tout|peu|pas très|plutôt pas|pas vraiment|moins';

const HAPPY = 'satisfied|happy|pleased|delighted|glad|good|helpful';
const ZUFRIEDEN = 'zufrieden|glücklich|erfreut|begeistert|gut|hilfreich';
const SATISFECHO = 'satisfecho|satisfecha|contento|contenta|feliz|encantado|encantada|bueno|buena|bien';
const SATISFAIT = 'satisfait|satisfaite|content|contente|heureux|heureuse|ravi|ravie|bon|bonne|bien';

/** Ratings in words that say that the customer was satisfied. */
export const positiveWords = wordSet(() => [
  ...inDegrees(EN, `${HAPPY}|positive`),
  ...inDegrees(DE, `${ZUFRIEDEN}|positiv`),
  ...inDegrees(ES, `${SATISFECHO}|positivo|positiva`),
  ...inDegrees(FR, `${SATISFAIT}|positif|positive`),
  ...'great|excellent|amazing|awesome|outstanding|perfect|fantastic|wonderful|superb|best|thumbs up|like|liked|love|loved|yes|not bad'.split(
    '|',
  ),
  ...'ausgezeichnet|hervorragend|super|toll|perfekt|prima|spitze|daumen hoch|ja'.split('|'),
  ...'excelente|genial|perfecto|perfecta|estupendo|fantástico|me gusta|pulgar arriba|sí'.split('|'),
  ...'excellente|parfait|parfaite|super|génial|pouce levé|oui'.split('|'),
  ...'👍|👌|👏|🙌|😀|😃|😄|😁|😆|😊|🙂|☺|😍|🤩|🥰|😎|🤗|😇|😺|😸|😻|❤|💚|💖|:)|:-)|;)|;-)'.split('|'),
]);

/** Those that say that the customer was not, or neither. */
export const otherWords = wordSet(() => [
  ...inDegrees(
    EN,
    'dissatisfied|unsatisfied|unhappy|displeased|sad|angry|disappointed|frustrated|annoyed|upset|negative|bad|poor|unhelpful',
  ),
  ...inDegrees(DE, 'unzufrieden|unglücklich|traurig|wütend|verärgert|enttäuscht|sauer|frustriert|negativ|schlecht|mangelhaft'),
  ...inDegrees(ES, 'insatisfecho|insatisfecha|descontento|descontenta|infeliz|triste|enojado|enojada|enfadado|enfadada|molesto|molesta'),
  ...inDegrees(ES, 'decepcionado|decepcionada|frustrado|frustrada|negativo|negativa|malo|mala|mal'),
  ...inDegrees(FR, 'insatisfait|insatisfaite|mécontent|mécontente|malheureux|malheureuse|triste|fâché|fâchée|énervé|énervée|déçu|déçue'),
  ...inDegrees(FR, 'frustré|frustrée|négatif|négative|mauvais|mauvaise|mal|en colère'),
  ...behind(EN_NOT, HAPPY),
  ...behind(DE_NOT, ZUFRIEDEN),
  ...behind(ES_NOT, SATISFECHO),
  ...behind(FR_NOT, SATISFAIT),
  ...'terrible|awful|horrible|worst|hate|hated|thumbs down|dislike|disliked|no|furious|not satisfied at all|not happy at all'.split('|'),
  ...'furchtbar|schrecklich|ungenügend|miserabel|daumen runter|nein'.split('|'),
  ...'pésimo|pésima|horrible|no me gusta|pulgar abajo'.split('|'),
  ...'nul|nulle|horrible|médiocre|pouce baissé|non'.split('|'),
  ...'okay|ok|neutral|average|fair|so so|neither|neither satisfied nor dissatisfied|neither happy nor unhappy|mixed|indifferent|meh|acceptable'.split(
    '|',
  ),
  ...'mittel|weder noch|weder zufrieden noch unzufrieden|teils teils|geht so|mittelmäßig|durchschnittlich|in ordnung|akzeptabel'.split('|'),
  ...'regular|neutro|neutra|indiferente|normal|ni satisfecho ni insatisfecho|ni satisfecha ni insatisfecha|aceptable|más o menos'.split(
    '|',
  ),
  ...'moyen|moyenne|neutre|passable|correct|ni satisfait ni insatisfait|ni satisfaite ni insatisfaite|moyennement satisfait|moyennement satisfaite|indifférent|bof'.split(
    '|',
  ),
  ...'👎|😡|😠|🤬|😤|🙁|☹|😟|😞|😔|😢|😭|😖|😣|😩|😫|😒|🙄|😾|😿|💔|😐|😑|😶|😕|🤔|😬|:(|:-(|:/|:-/'.split('|'),
  ':|',
  ':-|',
]);

/** Asked, but not answered. */
export const offeredWords = wordSet(() =>
  'offered|requested|sent|no response|not answered|unanswered|survey sent|awaiting response'.split('|'),
);
/** Not even asked. */
export const notOfferedWords = wordSet(() => 'unoffered|not offered|not sent|not requested|not asked'.split('|'));

/** A rating in the form in which the sets hold it: accents and skin colours off; signs count in numbers, and faces have no letters that `fieldKey` would keep. */
export function ratingKey(raw: string): string {
  const text = raw.trim();
  if (/^[-−+]?\d/.test(text)) return text;
  return folded(fieldKey(text)) || text.replace(/[\uFE0E\uFE0F]|\p{Emoji_Modifier}/gu, '');
}

function folded(key: string): string {
  if (/^[\x20-\x7e]*$/.test(key)) return key;
  return key.normalize('NFD').replace(/\p{M}+/gu, '');
}

function behind(degrees: string, adjectives: string): string[] {
  return degrees.split('|').flatMap((degree) => adjectives.split('|').map((word) => `${degree} ${word}`));
}

function wordSet(words: () => readonly string[]): () => ReadonlySet<string> {
  return once(
    () =>
      new Set(
        words()
          .filter((word) => word !== '')
          .map(ratingKey),
      ),
  );
}
