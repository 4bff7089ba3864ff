import type { Explanation, KpiPage } from '../../model/explanation.ts';
import type { RenderOptions } from '../format.ts';
import { jsonText } from '../json.ts';
import { safeLines } from '../safe-lines.ts';
import { screenFor } from '../screen.ts';
import type { Document } from './document.ts';
import { dataSections } from './funnel.ts';
import { pageSections } from './page.ts';
import { renderAsMarkdown } from './render-markdown.ts';
import { renderOnScreen } from './render-screen.ts';
import { walkSections } from './walk.ts';

export const EXPLAIN_FORMATS = ['table', 'json', 'markdown'] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

/** A manual page: the definition; with data the funnel instead, or the way of one ticket. */
export function renderExplanation(explanation: Explanation, format: ExplainFormat, options: RenderOptions): string {
  if (format === 'json') return `${jsonText(explanation, options.compact)}\n`;
  const document = documentOf(explanation, options.verbose);
  if (format === 'markdown') return `${renderAsMarkdown(document)}\n`;
  const screen = screenFor(options);
  return safeLines(renderOnScreen(document, screen), screen);
}

/** Every KPI on one page of Markdown. */
export function renderCatalogue(pages: readonly KpiPage[]): string {
  const sections = [...new Set(pages.map((page) => page.section))];
  const contents = sections.map((section) => {
    const links = pages.filter((page) => page.section === section).map(({ id, title }) => `[${title}](#${id})`);
    return `- **${section}**: ${links.join(', ')}`;
  });
  const chapters = sections.flatMap((section) => [
    `## ${section}`,
    ...pages
      .filter((page) => page.section === section)
      .map((page) => `<a id="${page.id}"></a>\n\n${renderAsMarkdown({ ...headOf(page), sections: pageSections(page) }, 3)}`),
  ]);
  const intro =
    'Every KPI with its definition, what it needs and who defines it otherwise: what `happiness explain KPI` prints. Made by `npm run docs`; do not edit.';
  return `${['# The KPIs', intro, contents.join('\n'), ...chapters].join('\n\n')}\n`;
}

function documentOf({ kpi, data, ...rest }: Explanation, verbose: boolean): Document {
  const head = headOf(kpi);
  if (data === null) return { ...head, sections: pageSections(kpi) };
  const walked = (data.tickets ?? []).flatMap((walk) => walkSections(walk, { kpi, data, ...rest }));
  if (walked.length > 0) return { ...head, sections: walked };
  const [definition, ...others] = pageSections(kpi);
  return {
    ...head,
    sections: [
      ...(definition ? [definition] : []),
      ...(verbose ? others : others.filter(({ heading }) => heading === 'Formula')),
      ...dataSections(data, kpi.id),
    ],
  };
}

function headOf({ id, title, family, section }: KpiPage): Pick<Document, 'title' | 'subtitle'> {
  return { title, subtitle: `${id} · ${section} (${family})` };
}
