import {
  above,
  add,
  and,
  below,
  defineFunction,
  differs,
  during,
  equal,
  isZero,
  leave,
  load,
  multiply,
  or,
  repeat,
  shiftLeft,
  shiftRight,
  store,
  sub,
  when,
  type Code,
  type Operand,
} from './assembler.ts';
import { memberSearch } from './json-names.ts';
import { jsonSteps } from './json-steps.ts';
import { FRAMES_SIZE, KIND, MEMBER, SHAPE, STATE } from './json-tables.ts';

const [LF, CR, BLANK, QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [10, 13, 32, 34, 44, 91, 93, 123, 125] as const;
const EXACT_DIGITS = 15;
const FRAME = { members: 0, shape: 4, base: 8, own: 12, from: 16, previous: 20, listSlot: 24, listFrom: 28, size: 32 } as const;
/** No slot, and no list. */
const NONE = -1;

/**
 * `scanJson(state, text, marks, root, classes, frames, brackets)`: walks lines as `RecordScanner` does, a record in each, by the tables of the shape `root`, and
 * notes what is wanted of them. Ends before a record with names that the tables lack, or without room, which is `RecordScanner`'s, as is whatever is no JSON;
 * what it has noted of the lists in such a one stays behind. `state` says how far it has come.
 */
export const scanJson = defineFunction(
  'scanJson',
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ([state, text, marks, root, classes, frames, brackets], declare) => {
    const at = declare('i32');
    const shape = declare('i32');
    const members = declare('i32');
    const member = declare('i32');
    const previous = declare('i32');
    /** Places among the slots: where the record's begin, the object's own, that of the value. */
    const base = declare('i32');
    const own = declare('i32');
    const slot = declare('i32');
    const objectAt = declare('i32');
    const valueAt = declare('i32');
    const frame = declare('i32');
    /** Whether a value has been read, or an object without members begun. */
    const isAfter = declare('i32');
    const length = declare('i32');
    const elements = declare('i32');

    const json = jsonSteps({ text, classes, brackets, at, declare });
    const { mark, code, end, byteAt, step, failWhere, blanks } = json;

    const slotOf = (array: number): Code => add(load(shape.get, array), shiftLeft(slot.get, 2));
    const note = (kind: Operand, from: Operand, to: Operand): Code[] => [
      store(slotOf(SHAPE.kinds), kind),
      store(slotOf(SHAPE.starts), from),
      store(slotOf(SHAPE.ends), to),
    ];
    const clear = (): Code[] => [
      slot.set(base.get),
      during(
        below(slot.get, add(base.get, load(shape.get, SHAPE.width))),
        store(slotOf(SHAPE.kinds), KIND.absent),
        slot.set(add(slot.get, 1)),
      ),
    ];
    const beginObject = (): Code[] => [
      objectAt.set(at.get),
      previous.set(0),
      step(1),
      blanks(),
      isAfter.set(equal(byteAt(at.get), CLOSE_OBJECT)),
    ];
    const beginRecord = (): Code[] => [
      base.set(multiply(load(shape.get, SHAPE.count), load(shape.get, SHAPE.width))),
      failWhere(above(add(base.get, load(shape.get, SHAPE.width)), load(shape.get, SHAPE.capacity))),
      store(shape.get, add(load(shape.get, SHAPE.count), 1), SHAPE.count),
      ...clear(),
      own.set(base.get),
      ...beginObject(),
    ];
    const beginRecords = (of: Operand): Code[] => [shape.set(of), members.set(load(shape.get, SHAPE.members)), ...beginRecord()];
    const push = (listSlot: Operand, listFrom: Operand): Code[] => [
      failWhere(equal(frame.get, add(frames.get, FRAMES_SIZE))),
      ...[members, shape, base, own, objectAt, previous].map((variable, field) => store(frame.get, variable.get, field * 4)),
      store(frame.get, listSlot, FRAME.listSlot),
      store(frame.get, listFrom, FRAME.listFrom),
      frame.set(add(frame.get, FRAME.size)),
    ];
    const pop = (): Code[] => [
      frame.set(sub(frame.get, FRAME.size)),
      ...[members, shape, base, own, objectAt, previous].map((variable, field) => variable.set(load(frame.get, field * 4))),
      isAfter.set(1),
    ];
    const findMember = memberSearch({ text, members, member, previous, at, end, length, failWhere, declare });
    const list = (): Code[] => [
      step(1),
      blanks(),
      when(
        and(equal(byteAt(at.get), OPEN_OBJECT), equal(shape.get, root.get)),
        [
          elements.set(load(member.get, MEMBER.elements)),
          failWhere(isZero(elements.get)),
          ...push(slot.get, load(elements.get, SHAPE.count)),
          ...beginRecords(elements.get),
        ],
        [at.set(valueAt.get), ...json.skip(), ...note(KIND.list, valueAt.get, at.get)],
      ),
    ];
    const wanted = (): Code[] => [
      slot.set(add(base.get, load(member.get, MEMBER.slot))),
      failWhere(load(slotOf(SHAPE.kinds))),
      valueAt.set(at.get),
      code.set(byteAt(at.get)),
      when(
        equal(code.get, QUOTE),
        [
          ...json.string(),
          when(json.escaped.get, note(KIND.escapedText, valueAt.get, at.get), note(KIND.text, add(valueAt.get, 1), end.get)),
        ],
        [
          when(
            equal(code.get, OPEN_OBJECT),
            [...push(NONE, 0), members.set(load(member.get, MEMBER.members)), own.set(slot.get), ...beginObject()],
            [
              when(equal(code.get, OPEN_LIST), list(), [
                when(
                  json.isNumber(),
                  [
                    ...json.number(),
                    when(
                      json.plain.get,
                      // Integers that a double cannot always hold are text.
                      note(add(KIND.number, above(json.digits.get, EXACT_DIGITS)), valueAt.get, at.get),
                      note(KIND.oddNumber, valueAt.get, at.get),
                    ),
                  ],
                  [...json.literal(), ...note(add(KIND.null, add(differs(code.get, 110), equal(code.get, 116))), valueAt.get, at.get)],
                ),
              ]),
            ],
          ),
        ],
      ),
    ];
    const walk = { name: 'walk' };
    const record = (): Code =>
      repeat(
        walk,
        when(isZero(isAfter.get), [
          end.set(load(mark.get, 4)),
          failWhere(or(differs(load(mark.get), at.get), or(differs(byteAt(at.get), QUOTE), differs(byteAt(end.get), QUOTE)))),
          length.set(sub(sub(end.get, at.get), 1)),
          ...findMember(),
          mark.set(add(mark.get, 8)),
          at.set(add(end.get, 1)),
          ...json.colon(),
          isAfter.set(1),
          when(
            equal(load(member.get, MEMBER.slot), NONE),
            // A name with dots goes before the path that it looks like.
            [failWhere(and(load(member.get, MEMBER.isDotted), equal(own.get, base.get))), ...json.skip()],
            wanted(),
          ),
        ]),
        when(isAfter.get, [
          blanks(),
          code.set(byteAt(at.get)),
          step(1),
          when(
            equal(code.get, COMMA),
            [blanks(), isAfter.set(0)],
            [
              failWhere(differs(code.get, CLOSE_OBJECT)),
              slot.set(own.get),
              failWhere(load(slotOf(SHAPE.kinds))),
              ...note(KIND.object, objectAt.get, at.get),
              when(equal(frame.get, frames.get), [leave(walk)]),
              when(equal(load(sub(frame.get, FRAME.size), FRAME.listSlot), NONE), pop(), [
                blanks(),
                code.set(byteAt(at.get)),
                step(1),
                when(
                  equal(code.get, COMMA),
                  [blanks(), failWhere(differs(byteAt(at.get), OPEN_OBJECT)), ...beginRecord()],
                  [
                    failWhere(differs(code.get, CLOSE_LIST)),
                    length.set(load(shape.get, SHAPE.count)),
                    ...pop(),
                    slot.set(load(frame.get, FRAME.listSlot)),
                    ...note(KIND.records, load(frame.get, FRAME.listFrom), length.get),
                  ],
                ),
              ]),
            ],
          ),
        ]),
      );
    const lines = { name: 'lines' };
    return [
      at.set(load(state.get, STATE.at)),
      mark.set(add(marks.get, shiftLeft(load(state.get, STATE.mark), 2))),
      frame.set(frames.get),
      repeat(
        lines,
        store(state.get, at.get, STATE.at),
        store(state.get, shiftRight(sub(mark.get, marks.get), 2), STATE.mark),
        store(state.get, load(root.get, SHAPE.count), STATE.records),
        when(equal(at.get, load(state.get, STATE.end)), [leave(lines)]),
        failWhere(differs(byteAt(at.get), OPEN_OBJECT)),
        ...beginRecords(root.get),
        record(),
        code.set(byteAt(at.get)),
        during(
          or(equal(code.get, BLANK), equal(code.get, CR)),
          when(equal(code.get, CR), [mark.set(add(mark.get, 4))]),
          step(1),
          code.set(byteAt(at.get)),
        ),
        failWhere(differs(code.get, LF)),
        mark.set(add(mark.get, 4)),
        step(1),
      ),
      add(0, 0),
    ];
  },
);
