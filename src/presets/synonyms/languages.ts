import type { Spellings } from './spellings.ts';

/** German, Spanish and French headers of the main ticket fields: helpdesks translate them into the language of the user who exports. */
export const GERMAN: Spellings = {
  id: 'ticketnummer | ticket nummer | ticketnr | fallnummer | vorgangsnummer | anfragenummer | nummer | vorgang | schlüssel',
  subject: 'betreff | titel | zusammenfassung | thema',
  status: 'zustand | ticketstatus',
  priority: 'priorität | dringlichkeit | prioritaet',
  type: 'typ | art | kategorie | tickettyp | vorgangstyp',
  channel: 'kanal | quelle | herkunft | eingangskanal | kontaktkanal',
  group: 'gruppe | abteilung | warteschlange | zuständige gruppe',
  agent: 'bearbeiter | zugewiesen an | zugewiesene person | besitzer | mitarbeiter | zuständig | verantwortlich | sachbearbeiter',
  customerId: 'kundennummer | kunden id | kundennr | kunden nr | kunde | anfragender | melder | antragsteller | kontakt',
  customerEmail: 'kunden e mail | e mail adresse | absender e mail | email adresse',
  organization: 'firma | unternehmen | firmenname',
  tags: 'schlagworte | schlagwörter | stichwörter | stichworte | etiketten',
  language: 'sprache',
  rootCause: 'ursache | grundursache',
  createdAt:
    'erstellt am | erstellt | angelegt am | angelegt | erstellungsdatum | erstellungszeit | erstelldatum | eröffnet am | eröffnet | geöffnet am | eingegangen am | eingang | eingangsdatum | gemeldet am | datum',
  updatedAt:
    'aktualisiert am | aktualisiert | geändert am | zuletzt aktualisiert | letzte änderung | letzte aktualisierung | bearbeitet am',
  firstResponseAt: 'erste antwort am | erste antwort | erstantwort am | erstantwort | beantwortet am | erste reaktion am | erste reaktion',
  solvedAt: 'gelöst am | gelöst | erledigt am | erledigt | behoben am | lösungsdatum | abgeschlossen am | abgeschlossen',
  closedAt: 'geschlossen am | geschlossen | schließdatum | beendet am',
  dueAt: 'fällig am | fällig | fälligkeitsdatum | fälligkeit | frist',
  agentReplies: 'antworten | anzahl antworten | agentenantworten',
  reopens: 'wiedereröffnet | wiedereröffnungen | anzahl wiedereröffnungen',
  rating: 'zufriedenheit | bewertung | kundenzufriedenheit | zufriedenheitsbewertung',
  ratingComment: 'bewertungskommentar | kommentar zur bewertung',
};

export const SPANISH: Spellings = {
  id: 'número de ticket | numero de ticket | id de ticket | id del ticket | número | numero | caso | número de caso | clave de incidencia | id de la incidencia | número de incidencia',
  subject: 'asunto | título | titulo | resumen',
  status: 'estado | estado del ticket',
  priority: 'prioridad | urgencia',
  type: 'tipo | tipo de ticket | tipo de incidencia | categoría | categoria',
  channel: 'canal | origen | fuente | vía | medio',
  group: 'grupo | equipo | departamento | cola',
  agent: 'agente | asignado a | asignado | persona asignada | responsable | propietario',
  customerId: 'id de cliente | id del cliente | cliente | solicitante | id del solicitante | contacto | informador | número de cliente',
  customerEmail: 'correo electrónico | correo | correo del solicitante | correo del cliente | correo electronico',
  organization: 'empresa | organización | organizacion | compañía',
  tags: 'etiquetas | etiqueta',
  language: 'idioma',
  rootCause: 'causa raíz | causa raiz | causa',
  createdAt:
    'creado el | creado | creada | creada el | fecha de creación | fecha creación | fecha de creacion | fecha de apertura | abierto el | hora de creación | recibido el | fecha',
  updatedAt:
    'actualizado el | actualizado | actualizada | última actualización | ultima actualizacion | modificado el | fecha de actualización',
  firstResponseAt: 'primera respuesta | primera respuesta el | fecha de primera respuesta | fecha primera respuesta | respondido el',
  solvedAt:
    'resuelto el | resuelto | resuelta | fecha de resolución | fecha resolución | fecha de resolucion | solucionado el | finalizado el',
  closedAt: 'cerrado el | cerrado | cerrada | fecha de cierre | hora de cierre',
  dueAt: 'fecha de vencimiento | vencimiento | vence el | fecha límite',
  agentReplies: 'respuestas | respuestas del agente | número de respuestas',
  reopens: 'reaperturas | reabierto',
  rating:
    'satisfacción | satisfaccion | calificación | calificación de satisfacción | calificacion | valoración | puntuación de satisfacción',
  ratingComment: 'comentario de satisfacción | comentario de la calificación',
};

export const FRENCH: Spellings = {
  id: 'numéro de ticket | numero de ticket | n de ticket | id du ticket | numéro | numéro de demande | numéro de dossier | dossier',
  subject: 'objet | sujet | titre | résumé',
  status: 'statut | état | etat | statut du ticket',
  priority: 'priorité | urgence | priorite',
  type: 'type de ticket | type de demande | catégorie | categorie',
  channel: 'source de la demande | origine | provenance | canal de contact',
  group: 'groupe | équipe | equipe | service | département | file d attente',
  agent: 'assigné à | assigné | attribué à | responsable du ticket | propriétaire | intervenant | assigne a',
  customerId: 'id client | identifiant client | numéro client | client id | demandeur | id du demandeur | client | rapporteur',
  customerEmail: 'adresse e mail | courriel | email du demandeur | adresse mail | e mail du client',
  organization: 'entreprise | société | organisation | societe',
  tags: 'étiquettes | mots clés | balises | marqueurs',
  language: 'langue',
  rootCause: 'cause racine | cause première',
  createdAt:
    'créé le | créé | créée le | date de création | date création | date d ouverture | ouvert le | heure de création | cree le | date de creation | reçu le | date de réception',
  updatedAt: 'mis à jour le | mis à jour | mise à jour | dernière mise à jour | modifié le | date de mise à jour | date de modification',
  firstResponseAt: 'première réponse | première réponse le | date de première réponse | répondu le | premiere reponse',
  solvedAt: 'résolu le | résolu | date de résolution | resolu le | date de resolution | terminé le',
  closedAt: 'fermé le | fermé | clôturé le | clos le | date de fermeture | date de clôture | ferme le',
  dueAt: 'échéance | date d échéance | date limite | à traiter avant',
  agentReplies: 'réponses | nombre de réponses | réponses de l agent',
  reopens: 'réouvertures | rouvert',
  rating: 'note de satisfaction | évaluation | note | avis | score de satisfaction',
  ratingComment: 'commentaire de satisfaction | commentaire client',
};
