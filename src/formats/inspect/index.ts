import type { Inspection } from '../../model/inspection.ts';
import type { RenderOptions } from '../format.ts';
import { jsonText } from '../json.ts';
import { renderInspectionScreen } from './render-screen.ts';

export const INSPECT_FORMATS = ['table', 'json'] as const;
export type InspectFormat = (typeof INSPECT_FORMATS)[number];

export function renderInspection(inspection: Inspection, format: InspectFormat, options: RenderOptions): string {
  return format === 'json' ? `${jsonText(inspection, options.compact)}\n` : renderInspectionScreen(inspection, options);
}
