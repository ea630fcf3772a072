// Imports modules whose names are known only at run time.

/** A parameter of the function that `loadCached` wraps bundles in; absent where the code runs unbundled. */
declare const importFromLauncher: ((url: string) => Promise<unknown>) | undefined;

/** Code out of V8's cache cannot say `import()` itself: its script has lost who is to be asked. */
export const importModule = (url: string): Promise<unknown> =>
  typeof importFromLauncher === "undefined" ? import(url) : importFromLauncher(url);
