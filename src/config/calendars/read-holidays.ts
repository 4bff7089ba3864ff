import { UserError } from '../../model/user-error.ts';

export interface HolidayFile {
  readonly path: string;
  /** As the config writes it. */
  readonly file: string;
  readonly timeZone: string;
}

/** Days that an iCal file closes. */
export async function readHolidays({ file }: HolidayFile): Promise<readonly string[]> {
  throw new UserError('bad-config', 'iCal files are not read yet', { file });
}
