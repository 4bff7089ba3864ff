import {
  above,
  add,
  and,
  below,
  differs,
  during,
  equal,
  giveBack,
  isZero,
  leave,
  load,
  loadByte,
  or,
  repeat,
  storeByte,
  sub,
  when,
  type Code,
  type Declare,
  type Operand,
  type Variable,
} from './assembler.ts';
import { ESCAPE, HEX, MAX_DEPTH } from './json-tables.ts';

const [BLANK, QUOTE, COMMA, MINUS, DOT, COLON, BACKSLASH] = [32, 34, 44, 45, 46, 58, 92] as const;
const [OPEN_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 123, 125] as const;
const [TRUE, NULL, ALSE] = [0x65757274, 0x6c6c756e, 0x65736c61] as const;

export interface JsonText {
  /** Addresses of the text, of the classes of bytes, and of room for brackets. */
  readonly text: Variable;
  readonly classes: Variable;
  readonly brackets: Variable;
  /** Where in the text. */
  readonly at: Variable;
  readonly declare: Declare;
}

/** The steps over JSON, each from `at` on; where the text is not what they are for, the function around gives back 0. */
export function jsonSteps({ text, classes, brackets, at, declare }: JsonText) {
  /** Address of the next mark. */
  const mark = declare('i32');
  const code = declare('i32');
  /** Of a string: its closing quote, and whether it holds escapes. */
  const end = declare('i32');
  const escaped = declare('i32');
  /** Of a number: how many digits it has before the point, and whether it is written as JavaScript would write it. */
  const digits = declare('i32');
  const plain = declare('i32');
  const first = declare('i32');
  const depth = declare('i32');
  const hasOpened = declare('i32');
  const bracket = declare('i32');
  const place = declare('i32');

  const byteAt = (where: Code, offset = 0): Code => loadByte(add(text.get, where), offset);
  const classOf = (byte: Code): Code => loadByte(add(classes.get, byte));
  const step = (by: number): Code => at.set(add(at.get, by));
  const nextMark = (): Code => mark.set(add(mark.get, 4));
  const fail = giveBack(0);
  const failWhere = (condition: Operand): Code => when(condition, [fail]);
  const isDigit = (byte: Code): Code => below(sub(byte, 48), 10);
  const blanks = (): Code => during(equal(byteAt(at.get), BLANK), step(1));
  const digitsHere = (): Code => during(isDigit(byteAt(at.get)), step(1));

  const string = (): Code[] => {
    const letters = { name: 'letters' };
    return [
      failWhere(differs(load(mark.get), at.get)),
      nextMark(),
      escaped.set(0),
      repeat(
        letters,
        end.set(load(mark.get)),
        code.set(byteAt(end.get)),
        nextMark(),
        when(equal(code.get, QUOTE), [leave(letters)]),
        failWhere(differs(code.get, BACKSLASH)),
        escaped.set(1),
        code.set(byteAt(end.get, 1)),
        when(
          or(equal(code.get, QUOTE), equal(code.get, BACKSLASH)),
          [nextMark()],
          [
            when(isZero(and(classOf(code.get), ESCAPE)), [
              failWhere(differs(code.get, 117)),
              failWhere(
                isZero(
                  and(
                    and(
                      and(classOf(byteAt(end.get, 2)), classOf(byteAt(end.get, 3))),
                      and(classOf(byteAt(end.get, 4)), classOf(byteAt(end.get, 5))),
                    ),
                    HEX,
                  ),
                ),
              ),
            ]),
          ],
        ),
      ),
      at.set(add(end.get, 1)),
    ];
  };
  const number = (): Code[] => [
    place.set(at.get),
    when(equal(byteAt(at.get), MINUS), [step(1)]),
    first.set(at.get),
    digitsHere(),
    digits.set(sub(at.get, first.get)),
    failWhere(isZero(digits.get)),
    failWhere(and(above(digits.get, 1), equal(byteAt(first.get), 48))),
    plain.set(or(equal(first.get, place.get), differs(byteAt(first.get), 48))),
    when(equal(byteAt(at.get), DOT), [step(1), place.set(at.get), digitsHere(), failWhere(equal(at.get, place.get)), plain.set(0)]),
    failWhere(equal(or(byteAt(at.get), BLANK), 101)),
  ];
  const literal = (): Code[] => [
    place.set(load(add(text.get, at.get))),
    when(
      or(equal(place.get, TRUE), equal(place.get, NULL)),
      [step(4)],
      [failWhere(or(differs(byteAt(at.get), 102), differs(load(add(text.get, at.get), 1), ALSE))), step(5)],
    ),
  ];
  const colon = (): Code[] => [blanks(), failWhere(differs(byteAt(at.get), COLON)), step(1), blanks()];
  const anyName = (): Code[] => [failWhere(differs(byteAt(at.get), QUOTE)), ...string(), ...colon()];
  const isNumber = (): Code => or(isDigit(code.get), equal(code.get, MINUS));

  const skip = (): Code[] => {
    const values = { name: 'values' };
    const closing = { name: 'closing' };
    return [
      depth.set(0),
      repeat(
        values,
        code.set(byteAt(at.get)),
        hasOpened.set(0),
        when(
          or(equal(code.get, OPEN_OBJECT), equal(code.get, OPEN_LIST)),
          [
            failWhere(equal(depth.get, MAX_DEPTH)),
            bracket.set(add(code.get, 2)),
            storeByte(add(brackets.get, depth.get), bracket.get),
            depth.set(add(depth.get, 1)),
            step(1),
            blanks(),
            when(differs(byteAt(at.get), bracket.get), [hasOpened.set(1), when(equal(bracket.get, CLOSE_OBJECT), anyName())]),
          ],
          [when(equal(code.get, QUOTE), string(), [when(isNumber(), number(), literal())])],
        ),
        when(isZero(hasOpened.get), [
          repeat(
            closing,
            when(isZero(depth.get), [leave(values)]),
            blanks(),
            bracket.set(loadByte(sub(add(brackets.get, depth.get), 1))),
            when(
              equal(byteAt(at.get), bracket.get),
              [depth.set(sub(depth.get, 1)), step(1)],
              [
                failWhere(differs(byteAt(at.get), COMMA)),
                step(1),
                blanks(),
                when(equal(bracket.get, CLOSE_OBJECT), anyName()),
                leave(closing),
              ],
            ),
          ),
        ]),
      ),
    ];
  };
  return { mark, code, end, escaped, digits, plain, byteAt, step, failWhere, blanks, string, number, isNumber, literal, colon, skip };
}
