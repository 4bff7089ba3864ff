import { describe, expect, it } from 'vitest';
import { editDistance, suggest } from '../../../src/lib/text/suggest.ts';

const kpis = ['first-response-time', 'response-time', 'resolution-time', 'reopen-rate', 'churn-rate', 'csat', 'nps', 'backlog'];

describe('suggest', () => {
  it.for([
    ['frist-response-time', 'first-response-time'],
    ['first_response_time', 'first-response-time'],
    ['First Response Time', 'first-response-time'],
    ['firstResponseTime', 'first-response-time'],
    ['cast', 'csat'],
    ['npss', 'nps'],
    ['churnrate', 'churn-rate'],
    ['backlgo', 'backlog'],
    ['first-response', 'first-response-time'],
  ] as const)('%s means %s', ([word, meant]) => expect(suggest(word, kpis)).toBe(meant));

  it.for(['', 'zzzz', '---', 'revenue', 'x'.repeat(500)])('has nothing to say to %s', (word) =>
    expect(suggest(word, kpis)).toBeUndefined(),
  );

  it('prefers the nearest and, of equals, the first', () => {
    expect(suggest('tickets', ['ticket', 'tickets '])).toBe('tickets ');
    expect(suggest('cat', ['car', 'can'])).toBe('car');
  });
});

describe('editDistance', () => {
  // Counted by hand: one swap; one insertion; the textbook pair (k→s, e→i, +g).
  it.for([
    ['ab', 'ba', 1],
    ['csat', 'csaat', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ] as const)('%s → %s: %d', ([a, b, distance]) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
