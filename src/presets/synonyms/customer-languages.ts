import type { Spellings } from './spellings.ts';

/** German, Spanish and French headers of customer fields. A lone "Kunde", "cliente" or "client" may be a name or a number and is neither here. */
export const GERMAN_CUSTOMERS: Spellings = {
  id: 'kundennummer | kunden nummer | kundennr | kunden nr | kunden id | kontonummer | mitgliedsnummer | debitorennummer',
  email: 'e mail adresse | email adresse | kunden e mail',
  name: 'kundenname | ansprechpartner | vollständiger name | benutzername | nutzername',
  organization: 'firma | unternehmen | firmenname',
  plan: 'tarif | aktueller tarif | paket | abo | abonnement | produkt',
  planKind: 'tarifart | abo art | kundenart | kundentyp',
  status: 'kundenstatus | abostatus | zustand | aktiv',
  signedUpAt:
    'registriert am | registriert | registrierungsdatum | registrierung | angemeldet am | anmeldedatum | kunde seit | mitglied seit | erstellt am | angelegt am | vertragsbeginn | beitrittsdatum',
  trialStartedAt: 'testbeginn | testphase von | testphase ab | beginn der testphase | testphase beginn',
  trialEndsAt: 'testende | testphase bis | ende der testphase | testphase ende',
  convertedAt: 'zahlend seit | erste zahlung | erste zahlung am',
  cancelledAt:
    'gekündigt am | gekündigt | gekuendigt am | gekuendigt | kündigungsdatum | kuendigungsdatum | kündigung | kündigung zum | abgemeldet am | storniert am | vertragsende | austrittsdatum',
  onboardedAt: 'onboarding abgeschlossen am | onboarding abgeschlossen | eingerichtet am',
  lastActiveAt: 'zuletzt aktiv | zuletzt aktiv am | letzte aktivität | letzter login | letzte anmeldung | zuletzt gesehen',
  mrr: 'monatsumsatz | monatlicher umsatz | monatsbeitrag | monatspreis',
  revenue: 'umsatz | gesamtumsatz',
  currency: 'währung | waehrung',
  seats: 'lizenzen | anzahl lizenzen | plätze | anzahl nutzer | benutzerzahl',
  country: 'land',
  source: 'quelle | herkunft | kanal',
  referredBy: 'empfohlen von | geworben von',
  fake: 'testkonto | testkunde',
};

export const SPANISH_CUSTOMERS: Spellings = {
  id: 'id de cliente | id del cliente | id cliente | número de cliente | numero de cliente | código de cliente | codigo de cliente',
  email: 'correo electrónico | correo electronico | correo | correo del cliente',
  name: 'nombre | nombre completo | nombre del cliente',
  organization: 'empresa | organización | organizacion | compañía',
  plan: 'plan contratado | tarifa | suscripción | suscripcion | producto',
  planKind: 'tipo de plan | tipo de cliente',
  status: 'estado | estado del cliente | activo',
  signedUpAt:
    'registrado el | fecha de registro | fecha registro | fecha de alta | alta | cliente desde | creado el | fecha de creación | fecha de creacion',
  trialStartedAt: 'inicio de prueba | inicio de la prueba',
  trialEndsAt: 'fin de prueba | fin de la prueba',
  cancelledAt: 'cancelado el | cancelado | fecha de cancelación | fecha de cancelacion | fecha de baja | baja | dado de baja el',
  lastActiveAt: 'última actividad | ultima actividad | último acceso | ultimo acceso',
  mrr: 'ingreso mensual | ingresos mensuales | cuota mensual | importe mensual',
  revenue: 'ingresos | ingresos totales | facturación',
  currency: 'moneda | divisa',
  seats: 'licencias | número de licencias | número de usuarios',
  country: 'país | pais',
  source: 'origen | fuente | canal',
  referredBy: 'referido por | recomendado por',
};

export const FRENCH_CUSTOMERS: Spellings = {
  id: 'id client | identifiant client | numéro client | numéro de client | numero client | code client',
  email: 'adresse e mail | courriel | adresse mail | e mail du client',
  name: 'nom | nom complet | nom du client',
  organization: 'entreprise | société | societe',
  plan: 'forfait | formule | offre | produit',
  planKind: 'type de forfait | type d abonnement | type de client',
  status: 'statut | statut du client | état | etat | actif',
  signedUpAt: 'inscrit le | date d inscription | inscription | client depuis | créé le | cree le | date de création | date de creation',
  trialStartedAt: 'début d essai | debut d essai | début de l essai',
  trialEndsAt: 'fin d essai | fin de l essai',
  cancelledAt: 'résilié le | resilie le | date de résiliation | date de resiliation | résiliation | annulé le | désabonné le',
  lastActiveAt: 'dernière activité | derniere activite | dernière connexion | derniere connexion',
  mrr: 'revenu mensuel | montant mensuel',
  revenue: 'chiffre d affaires | revenu total',
  currency: 'devise',
  seats: 'nombre de licences | nombre d utilisateurs',
  country: 'pays',
  source: 'origine | provenance',
  referredBy: 'parrainé par | recommandé par',
};
