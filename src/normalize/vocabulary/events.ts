import { fieldKey } from '../../presets/field-key.ts';
import { mapWords } from '../staging/combine.ts';
import type { WordsOf } from '../staging/words-of.ts';
import { codeOf } from '../staging/words-of.ts';

const pairs = (ours: string, list: string): [string, string][] => list.split('|').map((word) => [word, ours]);

const NAMES: ReadonlyMap<string, string> = new Map([
  ...pairs('signup', 'signup|sign up|signed up|registered|registration|account created|user created|register'),
  ...pairs('activated', 'activated|activation|activate|key event|aha'),
  ...pairs('onboarded', 'onboarded|onboarding completed|onboarding complete|onboarding finished'),
  ...pairs(
    'visit',
    'visit|visited|session|session start|session started|page view|pageview|page viewed|login|logged in|log in|app opened|app open|seen',
  ),
  ...pairs('feature', 'feature|feature used|feature usage|used feature|feature use'),
  ...pairs('purchase', 'purchase|purchased|order|ordered|order placed|payment|paid|checkout completed|order completed|bought|conversion'),
  ...pairs('upgrade', 'upgrade|upgraded|plan upgraded|expansion'),
  ...pairs('downgrade', 'downgrade|downgraded|plan downgraded|contraction'),
  ...pairs('cancel', 'cancel|cancelled|canceled|cancellation|churn|churned|subscription cancelled|subscription canceled|unsubscribed'),
  ...pairs('referral', 'referral|referred|invite sent|invited|invite'),
  ...pairs('mention', 'mention|mentioned|social mention|post|review'),
  ...pairs('notice', 'notice|notified|notification|proactive notice|outage notice|informed'),
]);

const OUTCOMES: ReadonlyMap<string, string> = new Map([
  ...pairs('success', 'success|succeeded|successful|ok|true|1|yes|completed|complete|done|pass|passed'),
  ...pairs('failure', 'failure|failed|fail|error|errored|false|0|no|aborted|abandoned|cancelled|canceled|timeout|unsuccessful'),
]);

const SENTIMENTS: ReadonlyMap<string, string> = new Map([
  ...pairs('positive', 'positive|pos|good|happy|1|praise|very positive'),
  ...pairs('neutral', 'neutral|neu|0|mixed|none'),
  ...pairs('negative', 'negative|neg|bad|unhappy|complaint|very negative'),
]);

/** Names, outcomes and sentiments in our words; others stay, since features and events are the user's own. A sentiment of −1 is negative. */
export function readEvents(part: WordsOf): void {
  const translate = (field: string, known: ReadonlyMap<string, string>): void => {
    const column = codeOf(part, field);
    if (column !== undefined)
      part.columns.set(
        field,
        mapWords(column, (word) => known.get(fieldKey(word)) ?? word),
      );
  };
  translate('name', NAMES);
  translate('outcome', OUTCOMES);
  const sentiment = codeOf(part, 'sentiment');
  if (sentiment !== undefined)
    part.columns.set(
      'sentiment',
      mapWords(sentiment, (word) => (/^[-−]1$/.test(word) ? 'negative' : (SENTIMENTS.get(fieldKey(word)) ?? word))),
    );
}
