import type { Preset } from './preset.ts';

export const jiraCsv: Preset = {
  id: 'jira-csv',
  title: 'Jira Service Management: issues (CSV, all fields)',
  system: 'jira',
  kind: 'tickets',
  format: 'table',
  recognise: {
    anyOf: [
      ['issue key', 'issue id'],
      ['issue key', 'issue id', 'status category'],
      ['issue key', 'status category'],
      ['issue key', 'issue type', 'created'],
      ['clave de incidencia', 'creada'],
      ['clave de incidencia', 'id de la incidencia', 'creada'],
      ['vorgangsschlüssel', 'erstellt'],
    ],
  },
  table: {
    columns: {
      'issue key': 'id', 'clave de incidencia': 'id', vorgangsschlüssel: 'id', 'issue id': null, 'id de la incidencia': null, 'vorgangs id': null, 'parent id': null, summary: 'subject', resumen: 'subject',
      'issue type': 'type', 'tipo de incidencia': 'type', priority: 'priority', prioridad: 'priority',
      // statuses are the project's own words, their category is one of three: "Status" serves only where that column is missing
      'status category': 'status', 'categoría de estado': 'status', 'status category changed': null, resolution: null, resolución: null,
      assignee: 'agent', 'persona asignada': 'agent', 'assignee id': null, reporter: 'customerId', informador: 'customerId', 'reporter id': null, creator: null, creador: null, 'creator id': null,
      created: 'createdAt', creada: 'createdAt', erstellt: 'createdAt', updated: 'updatedAt', actualizada: 'updatedAt', resolved: 'solvedAt', resuelta: 'solvedAt', 'last viewed': null, 'última visualización': null,
      'due date': 'dueAt', labels: 'tags', etiquetas: 'tags', comment: null, comentario: null, attachment: null, watchers: null, 'log work': null, votes: null,
      'satisfaction rating': 'rating', 'calificación de satisfacción': 'rating', 'custom field satisfaction date': 'ratedAt', 'campo personalizado satisfaction date': 'ratedAt',
      'custom field chart date of first response': 'firstResponseAt', 'campo personalizado chart date of first response': 'firstResponseAt',
      'custom field time to first response': null, 'custom field time to resolution': null, 'campo personalizado time to first response': null, 'campo personalizado time to resolution': null,
      'custom field organizations': 'organization', 'campo personalizado organizations': 'organization', 'custom field request type': null, 'custom field root cause': 'rootCause',
      'project key': null, 'project name': 'group', 'project type': null, 'project lead': null, 'original estimate': null, 'remaining estimate': null, 'time spent': { field: 'handleSeconds', unit: 'seconds' },
    },
  },
  words: {
    statuses: { 'to do': 'new', 'in progress': 'open', done: 'solved', 'por hacer': 'new', 'tareas por hacer': 'new', 'en curso': 'open', listo: 'solved', finalizado: 'solved', 'zu erledigen': 'new', 'in arbeit': 'open', fertig: 'solved' },
    priorities: { highest: 'urgent', blocker: 'urgent', critical: 'urgent', high: 'high', major: 'high', medium: 'normal', low: 'low', minor: 'low', lowest: 'low', trivial: 'low' },
    ratings: { name: '1 to 5', positive: [], negative: [], numeric: { min: 1, max: 5, positiveFrom: 4 } },
  },
  about: 'Filters > Export > CSV (all fields), English, Spanish or German.',
  quirks: [
    'One column for each label and comment, all with the same header: the labels are put together.',
    '"Time to first response" and "Time to resolution" are what remains of the target, negative when breached: not read as durations.',
    'Statuses are the project\'s own words: the status category counts where the column is there.',
    'Dates like 12/May/24 3:05 PM, with the month in the language of the site, in the zone of the site: give --timezone.',
    'The first response is the field "[CHART] Date of First Response", where the site has it.',
  ],
};
