import { fieldDimension } from '../field-dimension.ts';

/** A message belongs to its ticket's channel: agents answer e-mails through the web page, which is what a message's own channel then says. */
export const channel = fieldDimension({
  id: 'channel',
  title: 'Channel',
  places: [
    ['tickets', 'channel'],
    ['messages', 'channel'],
  ],
});
export const priority = fieldDimension({ id: 'priority', title: 'Priority', places: [['tickets', 'priority']] });
export const type = fieldDimension({ id: 'type', title: 'Type', places: [['tickets', 'type']] });
export const group = fieldDimension({ id: 'group', title: 'Group', places: [['tickets', 'group']] });
export const status = fieldDimension({ id: 'status', title: 'Status', places: [['tickets', 'status']] });
export const language = fieldDimension({ id: 'language', title: 'Language', places: [['tickets', 'language']] });
/** A ticket is in the group of each of its tags: the groups' rows add up to more than the whole. */
export const tag = fieldDimension({ id: 'tag', title: 'Tag', places: [['tickets', 'tags']] });
