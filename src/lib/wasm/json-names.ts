import {
  add,
  and,
  below,
  equal,
  isZero,
  leave,
  load,
  repeat,
  during,
  shiftLeft,
  store,
  sub,
  when,
  type Code,
  type Declare,
  type Operand,
  type Variable,
} from './assembler.ts';
import { MEMBER, MEMBERS } from './json-tables.ts';

export interface NameAt {
  readonly text: Variable;
  /** The names of the object. */
  readonly members: Variable;
  /** What is found. */
  readonly member: Variable;
  /** The name before; 0 for none. Then the one that is found. */
  readonly previous: Variable;
  /** Its quotes, and its length. */
  readonly at: Variable;
  readonly end: Variable;
  readonly length: Variable;
  /** What happens where nobody knows the name. */
  readonly failWhere: (condition: Operand) => Code;
  readonly declare: Declare;
}

/** Finds the member whose name stands there: the one that followed last time is asked first. */
export function memberSearch({ text, members, member, previous, at, end, length, failWhere, declare }: NameAt): () => Code[] {
  const words = declare('i32');
  const same = declare('i32');
  const place = declare('i32');
  const compareName = (): Code[] => [
    same.set(0),
    when(equal(load(member.get, MEMBER.length), length.get), [
      words.set(load(member.get, MEMBER.words)),
      when(
        below(length.get, 4),
        [same.set(equal(and(load(add(text.get, at.get), 1), sub(shiftLeft(1, shiftLeft(length.get, 3)), 1)), load(words.get)))],
        [
          same.set(equal(load(sub(add(text.get, end.get), 4)), load(member.get, MEMBER.last))),
          place.set(0),
          during(
            and(same.get, below(place.get, sub(length.get, 3))),
            same.set(equal(load(add(add(text.get, at.get), place.get), 1), load(add(words.get, place.get)))),
            place.set(add(place.get, 4)),
          ),
        ],
      ),
    ]),
  ];
  return (): Code[] => {
    const search = { name: 'search' };
    return [
      when(isZero(previous.get), [member.set(load(members.get, MEMBERS.first))], [member.set(load(previous.get, MEMBER.next))]),
      same.set(0),
      when(member.get, compareName()),
      when(isZero(same.get), [
        member.set(load(members.get, MEMBERS.list)),
        repeat(
          search,
          failWhere(isZero(member.get)),
          ...compareName(),
          when(same.get, [leave(search)]),
          member.set(load(member.get, MEMBER.following)),
        ),
        when(isZero(previous.get), [store(members.get, member.get, MEMBERS.first)], [store(previous.get, member.get, MEMBER.next)]),
      ]),
      previous.set(member.get),
    ];
  };
}
