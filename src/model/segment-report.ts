import type { Vector } from './customer-facts.ts';

/** Customers of one vector, or of one segment of the config, when the period ends. */
export interface SegmentResult {
  /** `negative` …, or the segment's name. */
  readonly key: string;
  readonly kind: 'vector' | 'segment';
  /** As the config has it; the rules of a vector one after another. */
  readonly rule: string;
  /** `null` where the data has not what the rule asks for. */
  readonly customers: number | null;
  /** Of all customers, 0–1. */
  readonly share: number | null;
  /** Those among them who look like fake users. */
  readonly fake: number;
  /** What the rule asks for that the data has not. */
  readonly missing: readonly string[];
  /** Of a vector: which rule put how many there, largest first. */
  readonly rules: readonly { readonly rule: string; readonly customers: number }[];
  /** Only of the segment that is listed. */
  readonly ids?: readonly string[];
  readonly members?: readonly SegmentMember[];
}

/** A customer to act on. No name and no e-mail address. */
export interface SegmentMember {
  readonly id: string;
  readonly vector: Vector;
  /** The rule that put them in their vector. */
  readonly rule: string;
  /** What the rule looked at, by our names; instants are ISO 8601. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly plan: string | null;
  readonly mrr: number | null;
  readonly fake: boolean;
}

/** How customers moved between two instants. */
export interface Transitions {
  readonly from: string;
  readonly to: string;
  readonly cells: readonly TransitionCell[];
}

export interface TransitionCell {
  /** `new`: not there yet. */
  readonly from: Vector | 'new';
  /** `left`: gone for longer than anybody tries to win them back. */
  readonly to: Vector | 'left';
  readonly customers: number;
}

/** What the segments are taken from. */
export interface Segmentation {
  /** Instant (ISO 8601) just before which customers are looked at. */
  readonly at: string;
  readonly customers: number;
  /** Not in any segment: who left long before. */
  readonly former: number;
  /** What conditions left out. */
  readonly filtered: number;
  /** The segment that was asked for, and how many of it have nothing but an e-mail address to be known by, which is not shown. */
  readonly listed: { readonly key: string; readonly hidden: number; readonly pseudonyms: boolean } | null;
}
