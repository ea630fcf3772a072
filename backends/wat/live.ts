// How many objects of a program are not free: a walk over its memory, for tests.

/** Free objects of a class hang on a list, whose head stands at 4 times the number of the class. */
const CLASSES = 85;
const META = 4;

const classAt = (view: DataView, object: number): number =>
  (view.getUint32(object + META, true) >>> 8) & 0xff;

const sizeOf = (sizeClass: number): number => (sizeClass <= 64 ? 16 * sizeClass : 2 ** (sizeClass - 54));

/**
 * Objects stand in a row from `start` to `end`, and those that are free keep their class: all of them, but for those
 * that hang on the lists of free ones.
 */
export const liveObjects = (memory: ArrayBuffer, start: number, end: number): number => {
  const view = new DataView(memory);
  let live = 0;
  for (let object = start; object < end; object += sizeOf(classAt(view, object))) live++;
  for (let sizeClass = 1; sizeClass <= CLASSES; sizeClass++) {
    for (let free = view.getUint32(4 * sizeClass, true); free !== 0; free = view.getUint32(free, true))
      live--;
  }
  return live;
};
