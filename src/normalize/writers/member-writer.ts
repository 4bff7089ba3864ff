import type { ColumnWriter } from './writer.ts';

/** Takes one member out of an object that was written into a cell as text (JSON, or Python's `{'score': 'bad', 'comment': None}`). Other cells pass as they are. */
export function memberWriter(writer: ColumnWriter, member: string): ColumnWriter {
  const pattern = new RegExp(`["']${member.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([^,}\\s]+))`);
  const { writeRun: _, writeLists: __, ...others } = writer;
  return {
    ...others,
    write(text) {
      if (!text.includes('{')) {
        writer.write(text);
        return;
      }
      const match = pattern.exec(text);
      writer.write(match === null ? '' : (match[1] ?? match[2] ?? match[3] ?? ''));
    },
  };
}
