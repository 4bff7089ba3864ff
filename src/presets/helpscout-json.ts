import { at, idAt, named, names, textAt } from './json/record.ts';
import { assigneeOf, closedAt, excludedConversation, ratingOf, spokenThreads, threadAuthor } from './helpscout/conversation.ts';
import type { JsonListLayout, Preset } from './preset.ts';

const CONVERSATIONS: JsonListLayout = {
  into: 'tickets',
  fields: {
    id: 'id',
    subject: 'subject',
    status: 'status',
    channel: 'type',
    group: 'mailboxId',
    agent: named('assignee', assigneeOf),
    direction: named('source.via', (conversation) => ({ customer: 'inbound', user: 'outbound' })[textAt(conversation, 'source.via') ?? '']),
    customerId: named('primaryCustomer.id', (conversation) => idAt(conversation, 'primaryCustomer.id')),
    customerEmail: 'primaryCustomer.email',
    tags: named('tags.tag', (conversation) => names(conversation, 'tags', 'tag')),
    createdAt: 'createdAt',
    updatedAt: [{ from: 'userUpdatedAt' }, { from: 'updatedAt' }],
    closedAt: named('closedAt', closedAt),
    rating: named('rating.ratingId', ratingOf),
  },
  children: [
    {
      into: 'messages',
      each: spokenThreads,
      fields: {
        id: 'id',
        at: 'createdAt',
        author: named('threads.type', threadAuthor),
        authorId: 'createdBy.id',
        public: named('threads.type', (thread) => at(thread, 'type') !== 'note'),
      },
    },
  ],
  exclude: excludedConversation,
};

export const helpscoutJson: Preset = {
  id: 'helpscout-json',
  title: 'Help Scout: conversations of the Mailbox API (JSON)',
  system: 'helpscout',
  kind: 'tickets',
  format: 'json',
  recognise: {
    anyOf: [
      ['customer waiting since', 'mailbox id'],
      ['customer waiting since', 'mailbox id', 'primary customer'],
      ['mailbox id', 'primary customer', 'closed by'],
    ],
  },
  json: { lists: { '': CONVERSATIONS, conversations: CONVERSATIONS } },
  words: {
    statuses: { active: 'open', open: 'open', pending: 'pending', closed: 'closed', spam: 'spam' },
    channels: { email: 'email', chat: 'chat', phone: 'phone' },
    authors: { customer: 'customer', user: 'agent', team: 'agent' },
    ratings: {
      name: '1 great, 2 okay, 3 not good',
      positive: ['1', 'great'],
      neutral: ['2', 'okay', 'ok'],
      negative: ['3', 'not good', 'bad'],
    },
  },
  zone: 'UTC',
  about:
    'Mailbox API 2.0: {"_embedded": {"conversations": […]}}, with threads where they were embedded (embed=threads). FreeScout writes the same.',
  quirks: [
    'No response or solution times: they are computed from the threads. "threads" outside _embedded is a count.',
    'Empty is a sentinel: closedBy 0, user 0 "unknown"; optional fields are left out.',
    'A rating of 1 is the best (Great), 3 the worst.',
    'Notes are private; line items, drafts and hidden threads are no messages.',
    'source.via "user" is a conversation that we began: outbound.',
    'Spam and deleted conversations are left out and counted.',
  ],
};
