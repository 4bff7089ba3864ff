import type { Rows } from './build-dataset.ts';

/** A time of 10 March 2025, UTC. */
export const at = (time: string): string => `2025-03-10T${time}:00Z`;

const messages = (
  [
    ['09:00', 'customer', true],
    ['09:01', 'bot', true],
    ['09:10', 'agent', false],
    ['09:20', 'agent', true],
    ['09:50', 'customer', true],
    ['09:55', 'customer', true],
    ['10:05', 'agent', true],
    ['10:30', 'customer', true],
  ] as const
).map(([time, author, isPublic]) => ({ ticketId: '1', at: at(time), author, public: isPublic }));

const changes = (
  [
    ['09:20', 'open', 'pending'],
    ['09:50', 'pending', 'open'],
    ['10:05', 'open', 'solved'],
    ['10:30', 'solved', 'open'],
    ['10:40', 'open', 'solved'],
  ] as const
).map(([time, from, to]) => ({ ticketId: '1', at: at(time), field: 'status', from, to }));

/**
 * kpis.md §1.4, one ticket under every definition: created 09:00 · bot 09:01 · private note 09:10 · agent 09:20, pending · customer 09:50, open, and
 * 09:55 · agent 10:05, solved · "thanks" 10:30, open · solved 10:40 without a reply.
 */
export const oneTicket: Rows = { tickets: [{ id: '1', status: 'solved', createdAt: at('09:00'), customerId: 'c' }], messages, changes };
