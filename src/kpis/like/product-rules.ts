/** The definitions of one product: KPI id → the options that give its number, and the line of kpis.md that says so. */
export interface ProductRules {
  readonly title: string;
  readonly rules: Readonly<Record<string, { readonly options: Readonly<Record<string, unknown>>; readonly source: string }>>;
}
