// How a run can end before its end: plain objects that are thrown, without the price of a captured stack.

/** A place in a program; the empty path and -1 where it is not known. */
export interface Site {
  readonly path: string;
  readonly at: number;
}

/** A run-time failure (03, 10.1): `code` is one of its table. No program can catch it. */
export class Failure {
  readonly code: string;
  readonly message: string;
  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** A panic (03, 10.3): overflow, division by zero, depth, exhausted memory. */
export class Panic {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** An error value on its way to the nearest active function with a Result (03, 10.2). */
export class Raised<V> {
  readonly value: V;
  constructor(value: V) {
    this.value = value;
  }
}

/** A failure or panic that ended a task, on its way to who awaits it; `site` is where it happened. */
export class Broken {
  readonly thrown: unknown;
  readonly site: Site;
  constructor(thrown: unknown, site: Site) {
    this.thrown = thrown;
    this.site = site;
  }
}

/** A task broken off at the site by what was thrown there, which may be what broke off a task that it awaited. */
export const brokenAt = (thrown: unknown, site: Site): Broken =>
  thrown instanceof Broken ? thrown : new Broken(thrown, site);

/** Nobody reads the output any more: the run ends without a word. */
export class OutputClosed {}

export const typeError = (message: string): Failure => new Failure("runtime_type_error", message);

/** So many levels of calls, and of nesting of a value that an operation goes through, are allowed (03, 7.3). */
export const DEPTH = 10_000;

export const depthPanic = (what: string): Panic => new Panic(`${what} deeper than ${DEPTH} levels`);
export const memoryPanic = (): Panic => new Panic("out of memory");

/** Whether an error of the host means that its stack is used up. */
export const isStackOverflow = (thrown: unknown): boolean =>
  thrown instanceof RangeError && thrown.message.includes("call stack");

/** What an error of the host itself means: its stack or its memory is used up. Anything else is a defect of ours. */
export const hostPanic = (error: unknown): Panic => {
  if (isStackOverflow(error)) return depthPanic("calls");
  return error instanceof RangeError ? memoryPanic() : new Panic(`internal error: ${String(error)}`);
};
