import { expect, it } from 'vitest';
import { SharedFacts } from '../../src/analyze/shared-facts.ts';

it('keeps what KPIs share for the run, or until one was answered without it', () => {
  const facts = new SharedFacts();
  let made = 0;
  const make = (): number => ++made;
  expect([facts.memo('a', make), facts.lately('a', make), facts.lately('a', make)]).toEqual([1, 2, 2]);
  facts.next();
  expect([facts.lately('a', make), facts.memo('a', make)]).toEqual([2, 1]);
  facts.next();
  // Answered without it.
  facts.next();
  expect([facts.lately('a', make), facts.memo('a', make)]).toEqual([3, 1]);
});

it('keeps what one KPI asks for several times until it is answered', () => {
  const facts = new SharedFacts();
  let made = 0;
  const make = (): number => ++made;
  expect([facts.briefly('a', make), facts.briefly('a', make), facts.lately('a', make)]).toEqual([1, 1, 2]);
  facts.next();
  expect([facts.briefly('a', make), facts.lately('a', make)]).toEqual([3, 2]);
});
