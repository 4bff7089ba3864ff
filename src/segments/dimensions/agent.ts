import { column } from '../../model/dataset.ts';
import type { Dimension } from '../dimension.ts';
import { fieldGroups } from '../grouping.ts';

/**
 * Who answered: of a message its author, if an agent (kpis.md 12, no. 25: the credit is the sender's), where the export names authors;
 * else the ticket's assignee. Personal data of employees.
 */
export const agent: Dimension = {
  id: 'agent',
  title: 'Agent',
  personal: true,
  groups: ({ dataset }, table) => {
    const assignees = fieldGroups(dataset, { from: table, of: 'tickets', field: 'agent' });
    if (table !== 'messages') return assignees;
    const authors = column(dataset.tables.messages, 'authorId', 'code');
    const roles = column(dataset.tables.messages, 'author', 'code');
    if (authors === undefined || roles === undefined) return assignees;
    // A customer's id among the agents would name customers.
    const agentCode = roles.values.indexOf('agent', 1);
    return { values: authors.values, codes: authors.codes.map((code, row) => (roles.codes[row] === agentCode ? code : 0)) };
  },
};
