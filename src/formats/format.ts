import type { Report } from '../model/report.ts';

/** An output format: a pure function from the Report to text. It knows no KPI and no preset. */
export interface Format {
  readonly id: string;
  readonly title: string;
  /** File extensions that choose it for `-o`, without the dot. */
  readonly extensions: readonly string[];
  /** Says verdicts only: a report without them would look as if all were well. */
  readonly needsChecks?: boolean;
  readonly render: (report: Report, options: RenderOptions) => string;
  /** Markdown for the summary page of a CI job, of at most so many bytes. */
  readonly jobSummary?: (report: Report, bytes: number) => string;
}

export interface RenderOptions {
  /** Columns of the terminal; 80 where unknown. */
  readonly width: number;
  /** 0 none, 1 sixteen colours, 2 256, 3 true colour. */
  readonly colorLevel: 0 | 1 | 2 | 3;
  /** False on terminals that cannot: plain ASCII instead of box lines, sparks and arrows. */
  readonly unicode: boolean;
  readonly compact: boolean;
  readonly verbose: boolean;
  /** Show the shape behind a percentile (`--dist`). */
  readonly dist?: boolean | undefined;
}
