// Derived functions: each is made once, when it is first asked for, and they keep the order in which they were.

/** `ask` gives the id it is given, and sees to it that the function exists; `all` makes those that were asked for. */
export interface Demand<F> {
  readonly ask: (id: string, make: () => F) => string;
  readonly all: () => readonly F[];
}

export const demand = <F>(): Demand<F> => {
  const known = new Set<string>();
  const makers: (() => F)[] = [];
  return {
    ask: (id, make) => {
      if (!known.has(id)) makers.push(make);
      known.add(id);
      return id;
    },
    // making one may ask for others: the list grows under way, and no recursion follows a recursive type
    all: () => {
      const made: F[] = [];
      for (const make of makers) made.push(make());
      return made;
    },
  };
};
