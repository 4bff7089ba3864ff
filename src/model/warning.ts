export const WARNING_CODES = [
  'skipped-rows',
  'missing-id',
  'duplicate-ids',
  'unknown-status',
  'unknown-value',
  'negative-duration',
  'future-timestamp',
  'bad-date',
  'zone-assumed',
  'mixed-zones',
  'date-order-assumed',
  'encoding-assumed',
  'unit-assumed',
  'scale-assumed',
  'duplicate-header',
  'furniture-skipped',
  'column-disagrees',
  'low-match-rate',
  'contradiction',
  'small-sample',
  'low-response-rate',
  'partial-period',
  'stale-export',
  'missing-days',
  'outliers',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something the reader of the numbers must know. The message is one sentence with numbers and, where there is one, the option that settles it. It never holds cell contents. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
  readonly count: number;
  readonly file?: string;
  /** First line concerned, 1-based. */
  readonly line?: number;
}
