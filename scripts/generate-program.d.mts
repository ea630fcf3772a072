/** A program of about `lines` lines; its app reaches the first of its functions, or all of them. */
export const generateProgram: (lines: number, reachesAll?: boolean) => string;
