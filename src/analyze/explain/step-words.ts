/** What the rows of a step are, as one reads on after its name and count. A name that is not here says it all. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['received', 'a customer asked something'],
  ['notReceived', 'an agent opened it and no customer wrote: nothing to answer'],
  ['answered', 'a person has answered in public'],
  ['unanswered', 'nobody has answered, and it is not solved'],
  ['notUnanswered', 'answered, solved or closed'],
  ['waiting', 'nobody has answered, and it is not solved'],
  ['solvedWithoutReply', 'solved, and nobody answered in public'],
  ['responses', 'waits that an answer has ended'],
  ['withValue', 'the value is computed from these'],
  ['withoutValue', 'the export does not tell how long it took'],
  ['negative', 'the end lies before the beginning: left out'],
  ['pending', 'its time is not up yet: not judged'],
  ['due', 'its time is up'],
  ['met', 'in time'],
  ['notMet', 'too late, or not at all'],
  ['shortAbandons', 'hung up within seconds: counts for neither'],
  ['solved', 'solved or closed now'],
  ['oneReply', 'one answer was enough'],
  ['reopened', 'left solved again'],
  ['openAgainUndated', 'open again, and nobody knows when it was solved'],
  ['positive', 'satisfied'],
  ['notPositive', 'neutral or not satisfied'],
  ['ratings', 'a rating was given'],
  ['answers', 'the newest answer of each person'],
  ['byActive', 'written by a customer who was active in the period'],
  ['untold', 'nothing tells what the problem was'],
  ['fake', 'a rule takes them for fake'],
  ['churnedNew', 'came and left within the period: not part of the rate'],
  ['stillWatched', 'younger than the window: they count for as long as they were watched'],
  ['leftOut', 'what the definition leaves out'],
  ['superseded', 'an earlier answer of the same person'],
  ['contradictions', 'the sources disagree about it'],
]);

export function wordsFor(name: string): string | null {
  return WORDS.get(name) ?? null;
}
