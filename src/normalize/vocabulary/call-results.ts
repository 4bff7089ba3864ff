import { once } from '../../lib/once.ts';
import { fieldKey } from '../../presets/field-key.ts';

const words = (list: string): (() => ReadonlySet<string>) => once(() => new Set(list.split('|').map(fieldKey)));

/** Nobody of ours took the call. Voicemail and an engaged line count among the missed, as telephony products count them. */
const LOST = words(
  'abandoned|abandoned in queue|abandoned call|abandon|missed|missed call|no answer|not answered|unanswered|no reply|hung up|hang up|hangup|caller hung up|lost|lost call|dropped|disconnected in queue|voicemail|left voicemail|busy|' +
    'verpasst|verloren|nicht angenommen|nicht beantwortet|unbeantwortet|keine antwort|aufgelegt|abgebrochen|entgangen|besetzt|' +
    'abandonada|abandonado|perdida|perdido|llamada perdida|no contestada|no atendida|sin respuesta|colgada|colgó|' +
    'abandonné|abandonnée|abandon|manqué|manquée|appel manqué|perdu|perdue|sans réponse|non répondu|raccroché|raccrochée',
);
/** Said only of calls, so that a column with one of them holds results of calls whatever its name. */
const WEAK = words('lost|dropped|busy|abandon|disconnected in queue|verloren|besetzt|abgebrochen|perdida|perdido|perdu|perdue');
const ANSWERED = words(
  'answered|handled|completed|complete|connected|served|picked up|accepted|taken|talked|transferred|resolved in call|answered by agent|call completed|' +
    'angenommen|beantwortet|bearbeitet|verbunden|abgeschlossen|erledigt|' +
    'contestada|contestado|atendida|atendido|respondida|completada|' +
    'répondu|répondue|décroché|décrochée|traité|traitée|abouti|aboutie|terminé|terminée',
);
/** Neither: the caller is to be called back, or the call never reached a queue. */
const NEITHER = words(
  'callback|call back|callback requested|failed|overflow|forwarded|in progress|ringing|queued|test|rückruf|devolver llamada|rappel',
);

/** Whether nobody took a call, by its result in words: 1 lost, 0 answered, `null` neither, `undefined` no result of a call. */
export function lostCall(text: string): 1 | 0 | null | undefined {
  return lostCallOf(fieldKey(text));
}

/** The same of a word as `fieldKey` makes it. */
export function lostCallOf(key: string): 1 | 0 | null | undefined {
  if (LOST().has(key)) return 1;
  if (ANSWERED().has(key)) return 0;
  return NEITHER().has(key) ? null : undefined;
}

/** Whether the word, as `fieldKey` makes it, is said of calls and of little else. */
export function isSurelyLost(key: string): boolean {
  return LOST().has(key) && !WEAK().has(key);
}
