import { fieldDimension } from '../field-dimension.ts';

/** A message belongs to its ticket's channel: agents answer e-mails through the web page, which is what a message's own channel then says. */
export const channel = fieldDimension({
  id: 'channel',
  title: 'Channel',
  places: [
    ['tickets', 'channel'],
    ['messages', 'channel'],
  ],
  operational: true,
});
export const priority = fieldDimension({ id: 'priority', title: 'Priority', places: [['tickets', 'priority']], operational: true });
export const type = fieldDimension({ id: 'type', title: 'Type', places: [['tickets', 'type']], operational: true });
export const group = fieldDimension({ id: 'group', title: 'Group', places: [['tickets', 'group']], operational: true });
export const status = fieldDimension({ id: 'status', title: 'Status', places: [['tickets', 'status']], operational: true });
export const language = fieldDimension({ id: 'language', title: 'Language', places: [['tickets', 'language']] });
/** A ticket is in the group of each of its tags: the groups' rows add up to more than the whole. */
export const tag = fieldDimension({ id: 'tag', title: 'Tag', places: [['tickets', 'tags']] });
