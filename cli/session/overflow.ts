// What to do when the stack of the main thread is too small for a program.

import { isStackOverflow } from "../../runtime/failures.ts";

/** Does the work here, and again on a large stack if it overflows this one. Work is pure, so nothing is done twice. */
export const withDeepStack = async <A>(here: () => A | Promise<A>, deep: () => Promise<A>): Promise<A> => {
  try {
    return await here();
  } catch (thrown) {
    if (!isStackOverflow(thrown)) throw thrown;
    return deep();
  }
};
