/** A program of about `lines` lines; its app reaches the first of its functions, or all of them. */
export const generateProgram: (lines: number, reachesAll?: boolean) => string;
/** A program of `count` modules with about `lines` lines in all: texts by path, `main.fuse` imports them all. */
export const generateModules: (count: number, lines: number) => Readonly<Record<string, string>>;
