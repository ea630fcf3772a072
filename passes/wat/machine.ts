// The states of a function as blocks of WebAssembly: how the function begins in any of them, and how it gets to others.
//
// Each state stands behind the block of its label, so that a way to a later state is a branch out of that block; a way
// back goes round the loop around all of them. States are in groups, for blocks do not nest at will.
//
//     (block $group.0
//       (block $state.1 (block $state.0 (br_table $state.0 $state.1 (local.get $state)))
//         ;; state 0
//       )
//       ;; state 1
//     )

import { block, get, type Instr, i32, loop, op, opWith, set } from "./code.ts";

/** The locals that say in which state a function begins, and which callee waits (0: none). */
export const STATE = "state";
export const CALLEE = "callee";

const AGAIN = "again";
const WAIT = "wait";
/** So many states are in a group. */
const GROUP = 16;

const stateLabel = (place: number): string => `state.${place}`;
const groupLabel = (place: number): string => `group.${Math.floor(place / GROUP)}`;
const branch = (label: string): Instr => opWith("br", [`$${label}`]);

/** The states of a function, by their numbers, in the order in which they stand. */
export class Machine {
  private readonly places: ReadonlyMap<number, number>;
  /** The place of the state under way. */
  private now = 0;
  private goesBack = false;

  constructor(numbers: readonly number[]) {
    this.places = new Map(numbers.map((number, place) => [number, place]));
  }

  private placeOf(number: number): number {
    const place = this.places.get(number);
    if (place === undefined) throw new Error(`no state ${number}`);
    return place;
  }

  /** Whether the state stands behind the one under way, and can be fallen into. */
  isNext(number: number): boolean {
    const place = this.placeOf(number);
    return place === this.now + 1 && groupLabel(place) === groupLabel(this.now);
  }

  /** Code that goes to a state. */
  goTo(number: number): readonly Instr[] {
    const place = this.placeOf(number);
    const isAhead = place > this.now;
    if (isAhead && groupLabel(place) === groupLabel(this.now)) return [branch(stateLabel(place))];
    if (!isAhead) this.goesBack = true;
    return [set(STATE, i32(place)), branch(isAhead ? groupLabel(this.now) : AGAIN)];
  }

  /** Code that makes the function wait: it goes on in the state. */
  wait(number: number): readonly Instr[] {
    return [set(STATE, i32(this.placeOf(number))), branch(WAIT)];
  }

  /** All states, by the code of each; behind them stands what is done to wait. */
  code(states: readonly (() => readonly Instr[])[]): Instr {
    const groups: Instr[] = [];
    for (let first = 0; first < states.length; first += GROUP) {
      const bodies = states.slice(first, first + GROUP).map((write, i) => {
        this.now = first + i;
        return write();
      });
      groups.push(this.group(first, bodies, first + GROUP < states.length));
    }
    return block(WAIT, this.goesBack ? [loop(AGAIN, groups)] : groups);
  }

  private group(first: number, bodies: readonly (readonly Instr[])[], more: boolean): Instr {
    const labels = bodies.map((_, i) => `$${stateLabel(first + i)}`);
    const index = first === 0 ? get(STATE) : op("i32.sub", get(STATE), i32(first));
    const start = opWith("br_table", [...labels, labels.at(-1)!], index);
    const isBeyond = op("i32.ge_u", get(STATE), i32(first + GROUP));
    const beyond = more ? [opWith("br_if", [`$${groupLabel(first)}`], isBeyond)] : [];
    const inner = bodies.reduce<readonly Instr[]>(
      (before, body, i) => [block(stateLabel(first + i), before), ...body],
      [start],
    );
    return block(groupLabel(first), [...beyond, ...inner]);
  }
}
