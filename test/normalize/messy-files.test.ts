import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UserError } from '../../src/model/user-error.ts';
import { headerScore, normalize } from '../../src/normalize/normalize.ts';
import type { Normalized, NormalizeOptions } from '../../src/normalize/options.ts';
import { presets } from '../../src/presets/index.ts';
import { openInput } from '../../src/read/open-input.ts';
import { valuesThereAre } from '../../src/segments/conditions/known-values.ts';
import { parseCondition } from '../../src/segments/conditions/parse-condition.ts';
import { rowMask } from '../../src/segments/conditions/row-mask.ts';
import { kpiOf, normalizedText, reportOnText } from '../presets/report-on-files.ts';
import { values, WALL_CLOCK, warning } from './inputs.ts';

/** A file as it lies on a support lead's disk, read the whole way. */
async function fileOf(
  lines: readonly string[] | Buffer,
  { encoding, ...options }: Partial<NormalizeOptions> & { readonly encoding?: string } = {},
): Promise<Normalized> {
  const location = join(await mkdtemp(join(tmpdir(), 'happiness-messy-')), 'export.csv');
  await writeFile(location, Array.isArray(lines) ? `${lines.join('\n')}\n` : (lines as Buffer));
  const input = await openInput({ path: 'export.csv', location }, { encoding, headerScore: headerScore(presets) });
  return normalize([{ input }], { presets, wallClock: WALL_CLOCK, ...options });
}

const codesOf = ({ warnings }: Normalized): string[] => warnings.map(({ code }) => code);

describe('sums and averages below the data', () => {
  const german = ['Ticketnummer;Betreff;Status;Erstellt am;Gelöst am;Gruppe;Zufriedenheit;Antworten'];
  const rows = ['101;Login;gelöst;2025-10-01 10:00;2025-10-01 12:00;Support;5;2', '102;Rechnung;offen;2025-10-02 10:00;;Support;;3'];

  it.each([
    'Summe;;;;;;4,6;14',
    'Gesamt;;;;;;4,6;14',
    'Gesamtsumme:;;;;;;;14',
    'Insgesamt;;;;;;4,6 %;14',
    'Durchschnitt;;;;;;4,6;7,0',
    'Mittelwert;;;;;;4,6;7,0',
    'Average;;;;;;4.6;7',
    'Mean;;;;;;4.6;7',
    'Total: 2;;;;;;9;',
    'Total: 2;;;;9',
    'Totale;;;;;;9;',
    'Moyenne;;;;;;9;',
    'Promedio;;;;;;9;',
    'Suma;;;;;;9;',
    'Média;;;;;;9;',
    'Grand Totals (5700 records);;;;;;;',
    'Grand Totals (5700 records);;;;;;;14',
    // Their word stands where only the plan knows the id, or among numbers nobody else is called by a word.
    'Zusammen;;;;;;4,6;14',
    ';Summe;;;;Summe;4,6;14',
  ])('are no ticket: %s', async (last) => {
    const result = await fileOf([...german, ...rows, last]);
    expect(values(result, 'tickets', 'id')).toEqual(['101', '102']);
    expect(values(result, 'tickets', 'satisfied')).toEqual([1, null]);
    expect(warning(result, 'furniture-skipped')).toMatchObject({ count: 1, line: 4 });
    expect(codesOf(result)).not.toContain('missing-id');
    expect(result.inputs).toMatchObject([{ rows: 2, used: 2, skipped: 0 }]);
  });

  it('leave in peace a ticket that is called Total but was created, and one in the middle', async () => {
    const result = await fileOf([
      ...german,
      'Total;x;offen;2025-10-02 10:00;;Support;;3',
      ...rows,
      'Summe;y;offen;2025-10-02 10:00;;Support;;3',
    ]);
    expect(values(result, 'tickets', 'id')).toEqual(['Total', '101', '102', 'Summe']);
    expect(codesOf(result)).not.toContain('furniture-skipped');
  });

  it('may be several', async () => {
    const result = await fileOf([...german, ...rows, 'Summe;;;;;;5;5', 'Durchschnitt;;;;;;5;2,5']);
    expect(values(result, 'tickets', 'id')).toEqual(['101', '102']);
    expect(warning(result, 'furniture-skipped')).toMatchObject({ count: 2 });
  });
});

describe('rows without their empty last cells', () => {
  it('count, and one warning says how many', async () => {
    // Two of three tickets are open: with the short rows left out, all of them would be solved.
    const result = await fileOf([
      'id,status,created_at,first_response_at,solved_at,rating',
      '1,solved,2025-10-01T10:00Z,2025-10-01T11:00Z,2025-10-02T10:00Z,good',
      '2,open,2025-10-02T10:00Z',
      '3,open,2025-10-02T12:00Z,2025-10-02T12:30Z',
    ]);
    expect(values(result, 'tickets', 'status')).toEqual(['solved', 'open', 'open']);
    expect(values(result, 'tickets', 'firstResponseAt')).toEqual(['2025-10-01T11:00:00Z', null, '2025-10-02T12:30:00Z']);
    expect(result.inputs).toMatchObject([{ rows: 3, used: 3, skipped: 0 }]);
    expect(result.warnings).toEqual([
      {
        code: 'unknown-value',
        message: '2 rows were shorter than the header; their missing cells count as empty.',
        count: 2,
        file: 'export.csv',
        line: 3,
      },
    ]);
  });
});

describe('rows that cannot be read', () => {
  const HEADER = 'Ticket ID,Created At,Status';
  const row = (id: number, more = ''): string => `${id},2025-03-10T09:00:00Z,Open${more}`;

  it('are named line by line, apart by reason', async () => {
    const lines = [HEADER, row(1), row(2, ',x'), row(3), row(4, ',x,y'), row(5, ',x'), ...[6, 7, 8, 9].map((id) => row(id))];
    expect(warning(await fileOf(lines), 'skipped-rows')).toEqual({
      code: 'skipped-rows',
      message:
        '3 rows could not be read and were skipped: 4 cells where the header has 3 (on lines 3, 6), 5 cells where the header has 3 (on line 5).',
      count: 3,
      file: 'export.csv',
      line: 3,
    });
  });

  it('are named as far as the first five, with their number where another reason stands beside them', async () => {
    const six = Array.from({ length: 6 }, (_, place) => row(place + 2, ',x'));
    const good = Array.from({ length: 60 }, (_, place) => row(place + 10));
    expect(warning(await fileOf([HEADER, row(1), ...six, ...good]), 'skipped-rows')?.message).toBe(
      '6 rows could not be read and were skipped: 4 cells where the header has 3 (first on lines 3, 4, 5, 6, 7).',
    );
    expect(warning(await fileOf([HEADER, row(1), ...six, row(8, ',x,y'), ...good]), 'skipped-rows')?.message).toBe(
      '7 rows could not be read and were skipped: 4 cells where the header has 3 (6 rows, first on lines 3, 4, 5, 6, 7), 5 cells where the header has 3 (on line 9).',
    );
  });

  it('of one JSON document are named by their number', async () => {
    const { warnings } = await normalizedText('[{"id":1,"created_at":"2025-03-10T09:00:00Z","status":"open"}, 7, 8]');
    expect(warnings.find(({ code }) => code === 'skipped-rows')?.message).toBe(
      '2 rows could not be read and were skipped: not an object (on records 2, 3).',
    );
  });
});

describe('bytes that are no text', () => {
  it('are a warning that names --encoding', async () => {
    // 0xE9 is é in windows-1252; in UTF-8 it is nothing where a line end follows.
    const bytes = [Buffer.from('id,status,created_at,team\n1,open,2025-10-01T10:00Z,Caf'), Buffer.from([0xe9]), Buffer.from('\n')];
    const result = await fileOf(Buffer.concat(bytes), { encoding: 'utf-8' });
    expect(warning(result, 'encoding-assumed')).toEqual({
      code: 'encoding-assumed',
      message: '1 character could not be read as utf-8, so the encoding may be another; --encoding sets it (windows-1252, for example).',
      count: 1,
      file: 'export.csv',
    });
  });
});

describe('answers of a survey', () => {
  it('may be skipped: only what is no score is one that nobody understands', async () => {
    const skipped = await fileOf(['nps score,answered_at', '9,2025-10-01T10:00Z', ',2025-10-01T11:00Z', '3,2025-10-01T12:00Z']);
    expect(values(skipped, 'surveys', 'score')).toEqual([9, null, 3]);
    expect(skipped.warnings).toEqual([]);
    const wrong = await fileOf([
      'nps score,answered_at',
      '9,2025-10-01T10:00Z',
      '11,2025-10-01T11:00Z',
      'maybe,2025-10-01T12:00Z',
      '1,2025-10-01T12:00Z',
    ]);
    expect(warning(wrong, 'unknown-value')).toMatchObject({ count: 2 });
  });
});

describe('ratings in words', () => {
  const ratingsOf = (cells: readonly string[]) =>
    fileOf(['id;status;created_at;satisfaction', ...cells.map((cell, index) => `${index + 1};solved;2025-10-01T10:00Z;${cell}`)]);

  it.each([
    // Every known word with its opposite, in the languages of our exports.
    ['happy', 'unhappy', 'sad', 'neutral'],
    ['satisfied', 'dissatisfied', 'angry', 'Neither satisfied nor dissatisfied'],
    ['Very satisfied', 'Very dissatisfied', 'not satisfied', 'okay'],
    ['Somewhat Happy', 'Somewhat unhappy', 'Not at all satisfied', 'so-so'],
    ['good', 'bad', 'disappointed', 'average'],
    ['👍', '👎', '😡', '😐'],
    ['👍🏽', '👎🏿', '☹️', '😶'],
    ['😊', '😢', '🙁', '😕'],
    ['zufrieden', 'unzufrieden', 'nicht zufrieden', 'neutral'],
    ['sehr zufrieden', 'sehr unzufrieden', 'verärgert', 'weder noch'],
    ['Eher zufrieden', 'Eher unzufrieden', 'überhaupt nicht zufrieden', 'teils/teils'],
    ['glücklich', 'unglücklich', 'traurig', 'geht so'],
    ['satisfecho', 'insatisfecho', 'enojado', 'neutral'],
    ['Muy satisfecha', 'Muy insatisfecha', 'nada satisfecho', 'regular'],
    ['contento', 'descontento', 'poco satisfecho', 'ni satisfecho ni insatisfecho'],
    ['satisfait', 'insatisfait', 'mécontent', 'neutre'],
    ['Très satisfaite', 'Tres insatisfait', 'pas satisfait', 'moyen'],
    ['plutôt content', 'en colère', 'pas du tout satisfait', 'bof'],
  ])('%s is positive; %s, %s and %s are not', async (...words) => {
    const result = await ratingsOf(words);
    expect(values(result, 'tickets', 'satisfied')).toEqual([1, 0, 0, 0]);
    expect(result.warnings).toEqual([]);
  });

  it('that nobody knows are counted by line and never shown', async () => {
    const few = await ratingsOf(['happy', 'xyzzy', 'unhappy', 'plugh']);
    expect(values(few, 'tickets', 'satisfied')).toEqual([1, null, 0, null]);
    expect(warning(few, 'unknown-value')).toMatchObject({
      message:
        '2 ratings in “satisfaction” (on lines 3, 5) could not be understood and count as missing; --scale MIN..MAX settles numbers, kpis.csat.positive in the config words.',
      count: 2,
      line: 3,
    });
    const many = await ratingsOf(['happy', 'a1', 'b1', 'c1', 'd1', 'e1', 'f1']);
    expect(warning(many, 'unknown-value')?.message).toContain('6 ratings in “satisfaction” (first on lines 3, 4, 5, 6, 7)');
  });
});

describe('clocks of two parts', () => {
  const calls = (header: string, ...rows: readonly string[]) =>
    fileOf([`Call ID;Call start;${header}`, ...rows.map((row, index) => `${index + 1};2025-10-0${index + 1}T10:00Z;${row}`)]);

  it('of a call centre are minutes and seconds, which a warning says', async () => {
    // 00:20 = 20 s, 01:10 = 60 + 10 = 70 s; 03:00 = 180 s, 12:30 = 720 + 30 = 750 s
    const result = await calls('Queue time;Talk time', '00:20;03:00', '01:10;12:30', '00:00;');
    expect(values(result, 'tickets', 'waitSeconds')).toEqual([20, 70, 0]);
    expect(values(result, 'tickets', 'handleSeconds')).toEqual([180, 750, null]);
    expect(warning(result, 'unit-assumed')).toEqual({
      code: 'unit-assumed',
      message:
        "Units were assumed: cells of two parts in “Queue time” were read as minutes and seconds; “(hh:mm)” behind the header's name reads them the other way, cells of two parts in “Talk time” were read as minutes and seconds; “(hh:mm)” behind the header's name reads them the other way.",
      count: 4,
      file: 'export.csv',
    });
  });

  it.each([
    ['Queue time (mm:ss)', [20, 70]],
    ['Queue time [m:ss]', [20, 70]],
    // 20 × 60 = 1,200 s; 3,600 + 600 = 4,200 s
    ['Queue time (hh:mm)', [1200, 4200]],
    ['Queue time (h:mm)', [1200, 4200]],
  ])('are what the header says: %s', async (header, seconds) => {
    const result = await calls(header, '00:20', '01:10');
    expect(values(result, 'tickets', 'waitSeconds')).toEqual(seconds);
    expect(codesOf(result)).not.toContain('unit-assumed');
  });

  it('are minutes and seconds without a doubt beside longer ones with hours, and where hours would be days', async () => {
    // 1:02:03 = 3,600 + 120 + 3 = 3,723 s; 59:10 = 3,540 + 10 = 3,550 s
    const longer = await calls('Talk time', '59:10', '1:02:03');
    expect(values(longer, 'tickets', 'handleSeconds')).toEqual([3550, 3723]);
    expect(codesOf(longer)).not.toContain('unit-assumed');
    // 75:10 = 4,500 + 10 = 4,510 s
    const large = await calls('Wait time', '75:10', '00:30');
    expect(values(large, 'tickets', 'waitSeconds')).toEqual([4510, 30]);
    expect(codesOf(large)).not.toContain('unit-assumed');
  });

  it('follow the time stamps of the same rows', async () => {
    // The first answers came 1 h 20 min, 2 h and 30 min after the start: hours and minutes.
    const result = await calls('First reply at;Wait time', '2025-10-01T11:20Z;01:20', '2025-10-02T12:00Z;02:00', '2025-10-03T10:30Z;00:30');
    expect(values(result, 'tickets', 'waitSeconds')).toEqual([4800, 7200, 1800]);
    expect(warning(result, 'unit-assumed')?.message).toContain('read as hours and minutes, which is what the time stamps say');
  });

  it('of tickets stay hours and minutes', async () => {
    // 44:34 = 158,400 + 2,040 = 160,440 s
    const result = await fileOf(['id,status,created_at,Resolution time', '1,solved,2025-10-01T10:00Z,44:34']);
    expect(values(result, 'tickets', 'resolution.unknown')).toEqual([160_440]);
    expect(result.warnings).toEqual([]);
    const booked = await fileOf(['id,status,created_at,Time spent', '1,solved,2025-10-01T10:00Z,01:30']);
    expect(values(booked, 'tickets', 'handleSeconds')).toEqual([5400]);
    expect(warning(booked, 'unit-assumed')?.message).toContain('hours and minutes');
  });
});

describe('results of calls', () => {
  const abandonedOf = async (header: string, cells: readonly string[]) => {
    const result = await fileOf([
      `Call ID;Call start;Channel;Queue time (mm:ss);${header}`,
      ...cells.map((cell, index) => `${index + 1};2025-10-01T10:00Z;phone;00:${10 * (index + 1)};${cell}`),
    ]);
    return { abandoned: values(result, 'tickets', 'abandoned'), result };
  };

  it.each([
    ['Disposition', ['Answered', 'Abandoned', 'No Answer', 'Handled']],
    ['Call result', ['completed', 'missed', 'hung up', 'answered']],
    ['Outcome', ['Handled', 'Lost', 'Missed call', 'Completed']],
    ['Status', ['Answered', 'Abandoned', 'Missed', 'Completed']],
    ['Call status', ['connected', 'voicemail', 'busy', 'transferred']],
    ['Answered', ['Yes', 'No', 'No', 'Yes']],
    ['Answered', ['answered', 'missed', 'no answer', 'answered']],
    ['Abandoned', ['No', 'Yes', 'Yes', 'No']],
    ['Ergebnis', ['angenommen', 'verpasst', 'nicht angenommen', 'beantwortet']],
    ['Estado', ['contestada', 'perdida', 'no contestada', 'atendida']],
    ['Statut', ['répondu', 'manqué', 'sans réponse', 'traité']],
  ])('in a column “%s” tell the abandoned from the answered', async (header, cells) => {
    const { abandoned, result } = await abandonedOf(header, cells);
    expect(abandoned).toEqual([false, true, true, false]);
    expect(result.warnings).toEqual([]);
  });

  it('keep the abandoned out of the speed of answer', async () => {
    // Answered after 10 and 40 seconds: mean 25. The two that hung up after 20 and 30 seconds were answered by nobody: 2 of 4 abandoned.
    const calls = ['1,10,Answered', '2,20,Abandoned', '3,30,No Answer', '4,40,Handled'].map((call) => `${call},phone,2025-10-01T10:00Z`);
    const report = await reportOnText(['Call ID,Queue time (seconds),Disposition,Channel,Call start', ...calls].join('\n'));
    expect(kpiOf(report, 'speed-of-answer')).toMatchObject({ value: 25, n: 2 });
    expect(kpiOf(report, 'abandonment-rate')).toMatchObject({ value: 0.5, n: 4 });
  });

  it('are no status of a ticket, and a status of tickets is no result', async () => {
    const { result } = await abandonedOf('Status', ['Answered', 'Abandoned', 'Missed', 'Completed']);
    expect(result.dataset.tables.tickets.columns.has('status')).toBe(false);
    const tickets = await fileOf(['id,status,created_at', '1,Answered,2025-10-01T10:00Z', '2,Completed,2025-10-01T10:00Z']);
    expect(values(tickets, 'tickets', 'status')).toEqual(['open', 'solved']);
  });

  it('that say neither are missing, and unknown ones are counted', async () => {
    const { abandoned, result } = await abandonedOf('Disposition', [...Array.from({ length: 10 }, () => 'Answered'), 'Callback', 'Blue']);
    expect(abandoned.slice(-2)).toEqual([null, null]);
    expect(warning(result, 'unknown-value')).toMatchObject({ count: 1, line: 13 });
  });
});

describe('the order of day and month', () => {
  it('of a column that shows none is that of the columns that do', async () => {
    // 13/01 proves that the day stands first, so 02/03 is 2 March; nothing is assumed.
    const result = await fileOf(
      ['id,status,created_at,solved_at', '1,solved,13/01/2025 10:00,02/03/2025 10:00', '2,solved,14/01/2025 10:00,03/03/2025 10:00'],
      {
        timeZone: 'UTC',
      },
    );
    expect(values(result, 'tickets', 'solvedAt')).toEqual(['2025-03-02T10:00:00Z', '2025-03-03T10:00:00Z']);
    expect(result.warnings).toEqual([]);
  });

  it('that two columns contradict is a warning that names both', async () => {
    // 01/13 is 13 January with the month first, 14/01 is 14 January with the day first: each column is read in its own order.
    const result = await fileOf(
      ['id,status,created_at,solved_at', '1,solved,01/13/2025 10:00,14/01/2025 10:00', '2,solved,01/02/2025 10:00,03/02/2025 10:00'],
      {
        timeZone: 'UTC',
      },
    );
    expect(values(result, 'tickets', 'createdAt')).toEqual(['2025-01-13T10:00:00Z', '2025-01-02T10:00:00Z']);
    expect(values(result, 'tickets', 'solvedAt')).toEqual(['2025-01-14T10:00:00Z', '2025-02-03T10:00:00Z']);
    expect(warning(result, 'date-order-assumed')).toEqual({
      code: 'date-order-assumed',
      message:
        'Columns of one file prove different orders of day and month, and each was read in its own (“solved_at” day first, “created_at” month first): one of them may be damaged. --date-order settles what no column proves.',
      count: 2,
      file: 'export.csv',
    });
  });
});

describe('scores under the name of their metric', () => {
  it.each(['Nota NPS', 'NPS-Wert', 'Puntuación NPS', 'Note NPS', 'NPS (0-10)', 'Valor de NPS', 'Kunden-NPS Bewertung', 'NPS'])(
    'are known as %s',
    async (header) => {
      // 10 and 9 promote, 3 detracts: (2 − 1) / 3 of 100
      const text = [
        `ID;Fecha;Cliente;Canal;${header}`,
        '1;2025-10-01T10:00Z;a;web;10',
        '2;2025-10-01T10:00Z;b;web;9',
        '3;2025-10-01T10:00Z;c;web;3',
      ];
      const result = await fileOf(text);
      expect(result.inputs).toMatchObject([{ kind: 'surveys', used: 3, columns: { score: header, at: 'Fecha', customerId: 'Cliente' } }]);
      expect(values(result, 'surveys', 'kind')).toEqual(['nps', 'nps', 'nps']);
      expect(kpiOf(await reportOnText(text.join('\n')), 'nps')?.value).toBeCloseTo(100 / 3, 10);
      expect(result.warnings).toEqual([]);
    },
  );

  it('are the rating of a ticket where they are about satisfaction', async () => {
    const result = await fileOf([
      'Ticketnummer;Status;Erstellt am;CSAT-Wert',
      '1;offen;2025-10-01T10:00Z;5',
      '2;offen;2025-10-01T10:00Z;1',
    ]);
    expect(values(result, 'tickets', 'satisfied')).toEqual([1, 0]);
  });

  it('need other words in other headers', async () => {
    const result = await fileOf(['id,status,created_at,NPS comment,CSAT agent', '1,open,2025-10-01T10:00Z,7,3']);
    expect(result.inputs).toMatchObject([{ kind: 'tickets', unmapped: ['NPS comment', 'CSAT agent'] }]);
  });
});

describe('a file that nobody knows', () => {
  const hintOf = async (lines: readonly string[]): Promise<string | undefined> => {
    const error: unknown = await fileOf(lines).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unrecognised-input' });
    return (error as UserError).place.hint;
  };

  it('is shown a mapping for the kind that it most likely is', async () => {
    expect(await hintOf(['Wie war es mit uns? Bewertung;Wann', '9;2025-10-01T10:00Z', '3;2025-10-02T10:00Z'])).toContain(
      '--map surveys.score="Wie war es mit uns? Bewertung"',
    );
    expect(await hintOf(['Wer;Was;Eins;Zwei', 'a;x;2025-10-01;2025-10-01', 'b;y;2025-10-02;2025-10-02'])).toMatch(
      /--map \w+\.\w+="(?:Wer|Was|Eins|Zwei)"/,
    );
  });
});

describe('the words of the file', () => {
  const german = [
    'Ticketnummer;Status;Priorität;Kanal;Erstellt am',
    '1;offen;Hoch;E-Mail;2025-10-01T10:00Z',
    '2;gelöst;Niedrig;Telefon;2025-10-01T10:00Z',
  ];
  const asked = async (where: string) => {
    const { dataset } = await fileOf(german);
    const mask = rowMask(parseCondition(where), { dataset, timeZone: 'UTC', asOf: WALL_CLOCK }, 'tickets');
    return [...mask!];
  };

  it.each([
    ['priority = Hoch', [1, 0]],
    ['priority = hoch', [1, 0]],
    ['priority = high', [1, 0]],
    ['priority in (Hoch, Niedrig)', [1, 1]],
    ['priority != Hoch', [0, 1]],
    ['status = offen', [1, 0]],
    ['tickets.status = "gelöst"', [0, 1]],
    ['channel = Telefon', [0, 1]],
    ['priority = xyzzy', [0, 0]],
  ])('are understood in conditions: %s', async (where, rows) => {
    expect(await asked(where)).toEqual(rows);
  });

  it('that no row has are answered by those that rows have', async () => {
    const { dataset } = await fileOf(german);
    const context = { dataset, timeZone: 'UTC', asOf: WALL_CLOCK };
    expect(valuesThereAre(parseCondition('priority = xyzzy'), context)).toEqual(['priority is one of high, low']);
    expect(valuesThereAre(parseCondition('organization = xyzzy'), context)).toEqual([]);
  });
});
