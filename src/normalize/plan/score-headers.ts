import type { TableKind } from '../../model/kinds.ts';
import type { FieldMapping } from '../../presets/preset.ts';

const METRIC = /^(?:nps|csat|ces|enps|dsat)$/;
/** What stands around the name of the metric in the header of its scores, without accents. */
const AROUND = new Set(
  (
    'score scores rating ratings value values result results answer answers response points number grade mark survey question customer customers client user scale index latest last final total given our your ' +
    'wert werte note noten punkte punktzahl bewertung ergebnis antwort umfrage frage kunde kunden skala gegeben ' +
    'nota notas puntuacion puntaje puntos valor valoracion calificacion resultado respuesta encuesta pregunta cliente clientes escala ' +
    'resultat reponse enquete points valeur clients echelle indice ' +
    'punteggio voto valutazione risultato risposta sondaggio pontuacao avaliacao resposta pesquisa ' +
    'of the for from to in on de del der die das des du la le les el los von bis fur a al per da do ' +
    '0 1 5 7 10'
  ).split(' '),
);

/** Which metric's scores a header promises (`Nota NPS`, `NPS-Wert (0-10)`), if it says nothing else. */
export function metricOf(key: string): string | undefined {
  const words = key
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .split(' ');
  const metric = words.find((word) => METRIC.test(word));
  return metric !== undefined && words.every((word) => word === metric || AROUND.has(word)) ? metric : undefined;
}

/** What such a column feeds: a survey's score, or the rating of a ticket, which is about satisfaction only. */
export function scoreColumn(kind: TableKind, keys: readonly string[]): FieldMapping | undefined {
  const metric = keys.map(metricOf).find((found) => found !== undefined);
  if (metric === undefined || metric === 'enps' || metric === 'dsat') return undefined;
  if (kind === 'surveys') return { field: 'score' };
  return kind === 'tickets' && metric === 'csat' ? { field: 'rating' } : undefined;
}
